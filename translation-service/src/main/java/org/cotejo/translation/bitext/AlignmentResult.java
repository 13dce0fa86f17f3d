package org.cotejo.translation.bitext;

import java.util.List;
import java.util.Map;

/**
 * What an alignment has left in the object store.
 *
 * @param readingText the reading text file
 * @param bitexts one for each translation
 * @param placed for each page onto which a person's transcription was set, its file
 */
public record AlignmentResult(
    StoredObject readingText, List<BitextFile> bitexts, Map<Integer, StoredObject> placed) {
  public AlignmentResult {
    bitexts = List.copyOf(bitexts);
    placed = Map.copyOf(placed);
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
}
