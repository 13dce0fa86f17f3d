package org.cotejo.ocr.recognition.worker;

/** Who is told of workers that went on, and of those that ended. */
@FunctionalInterface
public interface WorkerReports {
  /** A process ended; the next page gets a new one. */
  void ended(WorkerEnding ending);

  /** On the thread that waits for a page: its worker, or one that it waits for, has gone on. */
  default void advanced() {}
}
