package org.cotejo.translation.lexicon;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
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
import org.cotejo.translation.lexicon.objects.LexiconLimits;
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
  private final LexiconFiles files = new LexiconFiles(store, new Limits());

  @Test
  void fileValidatesAndTheSameLexiconHasTheSameFile() {
    // When
    StoredObject file = files.keep(LEXICON, FINGERPRINT);
    // Then
    assertEquals(file, files.keep(LEXICON, FINGERPRINT));
    assertEquals(
        new LexiconEntry("letter", "carta", .7123, .6, 12, 2),
        files.read(file).entries().getFirst());
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

  /** Limits that nothing reaches. */
  private static final class Limits implements LexiconLimits {
    @Override
    public String every() {
      return "off";
    }

    @Override
    public Duration rest() {
      return Duration.ZERO;
    }

    @Override
    public Duration lease() {
      return Duration.ZERO;
    }

    @Override
    public int documents() {
      return 1;
    }

    @Override
    public int links() {
      return 1;
    }

    @Override
    public int entries() {
      return 1;
    }

    @Override
    public int names() {
      return 1;
    }

    @Override
    public int inMemory() {
      return 1;
    }

    @Override
    public long fileBytes() {
      return 1 << 20;
    }
  }
}
