package org.cotejo.translation.lexicon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.cotejo.contracts.Contract;
import org.cotejo.events.EventCodec;
import org.cotejo.objects.InMemoryObjectStore;
import org.cotejo.objects.ObjectKey;
import org.cotejo.translation.bitext.StoredObject;
import org.cotejo.translation.lexicon.events.LexiconPublished;
import org.cotejo.translation.lexicon.objects.LexiconFiles;
import org.junit.jupiter.api.Test;

/** What is written of a lexicon validates. */
class LexiconContractTest {
  private static final String FINGERPRINT = "5f".repeat(32);
  private static final ArchiveLexicon LEXICON =
      new ArchiveLexicon(
          new LanguagePair("en", "es"),
          2,
          31,
          List.of(new LexiconEntry("letter", "carta", .712345, .6, 12, 2)));

  private final InMemoryObjectStore store = new InMemoryObjectStore();
  private final LexiconFiles files = new LexiconFiles(store);

  @Test
  void fileValidatesAndTheSameLexiconHasTheSameFile() {
    // When
    StoredObject file = files.keep(LEXICON, FINGERPRINT);
    // Then
    assertEquals(file, files.keep(LEXICON, FINGERPRINT));
    Contract.object("lexicon")
        .requireValid(store.read(new ObjectKey(file.objectKey()), file.sizeBytes()));
  }

  @Test
  void emptyLexiconValidates() {
    // When
    StoredObject file =
        files.keep(new ArchiveLexicon(LEXICON.pair(), 0, 0, List.of()), FINGERPRINT);
    // Then
    Contract.object("lexicon")
        .requireValid(store.read(new ObjectKey(file.objectKey()), file.sizeBytes()));
  }

  @Test
  void eventValidates() {
    // Given
    LexiconVersion version =
        new LexiconVersion(
            7,
            LEXICON.pair(),
            3,
            FINGERPRINT,
            Set.of(UUID.randomUUID()),
            31,
            1,
            files.keep(LEXICON, FINGERPRINT),
            Instant.parse("2026-11-25T08:00:00Z"));
    // When and then
    Contract.event("lexicon.published")
        .requireValid(new EventCodec().encode(LexiconPublished.of(version)));
  }
}
