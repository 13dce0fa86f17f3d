package org.cotejo.ocr.recognition.worker;

/** No process can be started here: the installation or the machine is at fault, not a page. */
public final class WorkerNotStarted extends RuntimeException {
  WorkerNotStarted(String message, Throwable cause) {
    super(message, cause);
  }
}
