package org.cotejo.translation.bitext;

/** What became of one page. */
public sealed interface PageOutcome {
  /** Number of the page, from 1. */
  int page();

  /**
   * The page was read.
   *
   * @param page its number
   * @param display image that the boxes belong to
   * @param thumbnail small image
   * @param transcription what was read
   */
  record Transcribed(
      int page, StoredImage display, StoredImage thumbnail, StoredObject transcription)
      implements PageOutcome {}

  /**
   * The page could not be read.
   *
   * @param page its number
   */
  record Failed(int page) implements PageOutcome {}
}
