package org.cotejo.ocr.recognition.worker;

/** Why a worker's process ended before it was told to. */
public enum WorkerEnding {
  /** By itself: a crash in native code, a full heap, a kill by the system. */
  DIED("died", "ended by itself"),
  /** It did not answer in time. */
  TIME_LIMIT("time-limit", "was ended because it did not answer in time"),
  /** It took more memory than it may. */
  MEMORY_LIMIT("memory-limit", "was ended because it took more memory than it may");

  private final String label;
  private final String sentence;

  WorkerEnding(String label, String sentence) {
    this.label = label;
    this.sentence = sentence;
  }

  /** For metrics. */
  public String label() {
    return label;
  }

  /** Goes on "The process". */
  String sentence() {
    return sentence;
  }
}
