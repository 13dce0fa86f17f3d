package org.cotejo.ocr.recognition.worker;

/** Who is told of workers that ended. */
@FunctionalInterface
public interface WorkerReports {
  /** A process ended; the next page gets a new one. */
  void ended(WorkerEnding ending);
}
