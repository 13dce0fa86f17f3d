package org.cotejo.ocr.recognition.worker;

import java.io.IOException;

/** A worker's process ended while it had something to do. */
final class WorkerEnded extends Exception {
  private final WorkerEnding ending;

  /**
   * The end of a process.
   *
   * @param exitStatus as the system has it: 137 after a kill, 134 after an abort, 139 after a crash
   */
  WorkerEnded(WorkerEnding ending, int exitStatus, IOException cause) {
    super("the process " + ending.sentence() + " (exit status " + exitStatus + ")", cause);
    this.ending = ending;
  }

  WorkerEnding ending() {
    return ending;
  }
}
