package org.cotejo.translation.bitext;

import java.util.List;

/**
 * What an alignment has left in the object store.
 *
 * @param readingText the reading text file
 * @param bitexts one for each translation that could be read
 * @param failures translations that could not be read
 */
public record AlignmentResult(
    StoredObject readingText, List<BitextFile> bitexts, List<TranslationFailure> failures) {
  public AlignmentResult {
    bitexts = List.copyOf(bitexts);
    failures = List.copyOf(failures);
  }

  /**
   * A bitext in the object store.
   *
   * @param file where it is
   * @param language of the translation
   * @param translator empty when not known
   * @param linkCount number of links
   * @param unlinkedSource number of source segments without counterpart
   * @param unlinkedTarget number of target segments without counterpart
   * @param meanConfidence of the links
   */
  public record BitextFile(
      StoredObject file,
      String language,
      String translator,
      int linkCount,
      int unlinkedSource,
      int unlinkedTarget,
      double meanConfidence) {}

  /**
   * A translation that could not be read.
   *
   * @param language of the translation
   * @param code for machines
   * @param message for people
   */
  public record TranslationFailure(String language, String code, String message) {}
}
