package org.cotejo.ocr.recognition;

/** What is thought of the text that an original holds for a page. */
public enum LayerVerdict {
  /** It is taken, and the page is not read. */
  USED("used"),
  /** There is none, as with every scan that is no PDF. */
  NONE("none"),
  /** Fewer letters than a page of text has. */
  TOO_LITTLE("too-little"),
  /** Signs that the font does not map to characters. */
  UNMAPPED("unmapped"),
  /** More symbols and digits than letters. */
  SYMBOLS("symbols"),
  /** Its tokens are no words: letters and digits mixed, letters set apart, odd capitals. */
  NO_WORDS("no-words"),
  /** Vowels as no language has them: another encoding than the file says. */
  SCRAMBLED("scrambled"),
  /** Another script than the record's languages have. */
  OTHER_SCRIPT("other-script"),
  /** Its words do not stand where the ink is. */
  MISPLACED("misplaced"),
  /** Much of the page's ink has no words: a stamped-on line, a picture of more text. */
  INCOMPLETE("incomplete");

  private final String label;

  LayerVerdict(String label) {
    this.label = label;
  }

  /** For metrics. */
  public String label() {
    return label;
  }
}
