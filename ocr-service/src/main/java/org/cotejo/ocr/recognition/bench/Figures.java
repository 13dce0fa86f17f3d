package org.cotejo.ocr.recognition.bench;

/**
 * What one reader made of the pages of a set, summed: long pages weigh more than short ones.
 *
 * @param strict characters as they stand
 * @param folded characters with quotes, dashes and spaces folded
 * @param words folded words
 * @param lines folded characters of the lines of the truth, each against the line read that fits it
 */
record Figures(Errors strict, Errors folded, Errors words, Errors lines) {
  static final Figures NONE = new Figures(Errors.NONE, Errors.NONE, Errors.NONE, Errors.NONE);

  /**
   * Scores a page.
   *
   * @param truth a line a line
   * @param read a line a line, in reading order
   */
  static Figures of(String truth, String read) {
    return new Figures(
        characters(Folding.strict(truth), Folding.strict(read)),
        characters(Folding.folded(truth), Folding.folded(read)),
        WordErrors.of(Folding.folded(truth), Folding.folded(read)),
        LineMatching.errors(truth, read));
  }

  Figures plus(Figures other) {
    return new Figures(
        strict.plus(other.strict),
        folded.plus(other.folded),
        words.plus(other.words),
        lines.plus(other.lines));
  }

  private static Errors characters(String truth, String read) {
    int[] expected = truth.codePoints().toArray();
    return new Errors(Distance.between(expected, read.codePoints().toArray()), expected.length);
  }
}
