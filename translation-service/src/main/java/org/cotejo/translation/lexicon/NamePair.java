package org.cotejo.translation.lexicon;

import java.util.List;
import java.util.UUID;

/**
 * Two spellings that stand for each other in the archive, and where they were seen.
 *
 * @param first as it is written in the first language
 * @param second as it is written in the second
 * @param links in how many links
 * @param documents in how many documents
 * @param sample some of these documents
 */
public record NamePair(String first, String second, int links, int documents, List<UUID> sample) {
  public NamePair {
    sample = List.copyOf(sample);
  }
}
