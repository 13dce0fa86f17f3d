package org.cotejo.translation.lexicon;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.cotejo.translation.bitext.StoredObject;

/**
 * A lexicon as it was learned and kept.
 *
 * @param id of its rows
 * @param pair the languages
 * @param number from 1, rising
 * @param fingerprint of the learner, its limits and all texts that were learned from
 * @param documents that taught it
 * @param links that taught it
 * @param entries how many pairs
 * @param file where it is in the object store
 * @param madeAt when
 */
public record LexiconVersion(
    long id,
    LanguagePair pair,
    int number,
    String fingerprint,
    Set<UUID> documents,
    int links,
    int entries,
    StoredObject file,
    Instant madeAt) {
  public LexiconVersion {
    documents = Set.copyOf(documents);
  }
}
