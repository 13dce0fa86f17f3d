package org.cotejo.translation.lexicon;

import java.util.List;

/**
 * What the archive's documents teach about the words of two languages.
 *
 * @param pair the languages
 * @param documents that taught it
 * @param links that taught it
 * @param entries the best founded first
 */
public record ArchiveLexicon(
    LanguagePair pair, int documents, int links, List<LexiconEntry> entries) {
  public ArchiveLexicon {
    entries = List.copyOf(entries);
  }
}
