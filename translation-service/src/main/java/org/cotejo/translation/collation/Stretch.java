package org.cotejo.translation.collation;

/**
 * Consecutive segments of one side.
 *
 * @param side whose
 * @param first index of the first segment
 * @param end index after the last segment, greater than the first
 */
record Stretch(Side side, int first, int end) {

  int start() {
    return side.segments().get(first).start();
  }

  int stop() {
    return side.segments().get(end - 1).end();
  }

  /** As it stands. */
  String text() {
    return side.text().substring(start(), stop());
  }

  /** Editors' insertions blanked out. */
  String compared() {
    return side.compared().substring(start(), stop());
  }

  int size() {
    return end - first;
  }
}
