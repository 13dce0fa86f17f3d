package org.cotejo.ocr.recognition.bench;

/**
 * Edits against what the truth holds.
 *
 * @param edits of characters or words
 * @param length of the truth in the same unit
 */
record Errors(long edits, long length) {
  static final Errors NONE = new Errors(0, 0);

  Errors plus(Errors other) {
    return new Errors(edits + other.edits, length + other.length);
  }

  /** In percent of the truth; not a number when there is no truth. */
  double percent() {
    return length == 0 ? Double.NaN : 100.0 * edits / length;
  }
}
