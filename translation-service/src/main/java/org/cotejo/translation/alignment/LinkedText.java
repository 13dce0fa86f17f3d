package org.cotejo.translation.alignment;

/**
 * Two texts that have been linked: they say the same.
 *
 * @param source of the original, editorial annotations blanked out
 * @param target of the translation, the same
 * @param confidence of the link, 0 to 1
 */
public record LinkedText(String source, String target, double confidence) {

  /** The same link seen from the translation. */
  public LinkedText turned() {
    return new LinkedText(/* source= */ target, /* target= */ source, confidence);
  }
}
