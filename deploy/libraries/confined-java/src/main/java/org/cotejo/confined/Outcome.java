package org.cotejo.confined;

/** How a confined program ended. */
public sealed interface Outcome {
  /**
   * It ended by itself, well.
   *
   * @param text what it wrote to standard output, in UTF-8
   */
  record Answered(String text) implements Outcome {}

  /**
   * It wanted more than it may have, and was ended.
   *
   * @param limit which
   */
  record Exhausted(Limit limit) implements Outcome {}

  /** What a program can run out of. */
  enum Limit {
    /** Heap or stack, or it ended badly for another reason of its own. */
    MEMORY,
    PROCESSOR_TIME,
    OUTPUT
  }
}
