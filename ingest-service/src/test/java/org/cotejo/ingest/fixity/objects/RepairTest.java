package org.cotejo.ingest.fixity.objects;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.cotejo.ingest.fixity.FixityOutcome;
import org.cotejo.ingest.fixity.RepairOutcome;
import org.cotejo.ingest.fixity.StoredFile;
import org.cotejo.objects.Digest;
import org.cotejo.objects.InMemoryObjectStore;
import org.cotejo.objects.ObjectKey;
import org.cotejo.objects.ObjectStoreException;
import org.junit.jupiter.api.Test;

class RepairTest {
  private static final byte[] CONTENT = "what came in".getBytes(StandardCharsets.UTF_8);
  private static final byte[] OTHER = "what is there".getBytes(StandardCharsets.UTF_8);
  private static final Digest DIGEST = Digest.of(CONTENT);
  private static final ObjectKey KEY = new ObjectKey("originals/" + DIGEST.hex());
  private static final StoredFile FILE = new StoredFile(KEY.value(), DIGEST.hex(), CONTENT.length);

  private final InMemoryObjectStore archive = new InMemoryObjectStore();
  private final InMemoryObjectStore second = new InMemoryObjectStore();
  private final Repair repair = new Repair(archive, second);

  private static void put(InMemoryObjectStore store, byte[] bytes) {
    store.putIfAbsent(KEY, Digest.of(bytes), "image/tiff", bytes);
  }

  @Test
  void putsASoundCopyInThePlaceOfADamagedFile() {
    // Given
    put(archive, OTHER);
    put(second, CONTENT);
    // When
    RepairOutcome outcome = repair.repair(FILE);
    // Then
    assertEquals(RepairOutcome.REPAIRED, outcome);
    assertArrayEquals(CONTENT, archive.read(KEY, 100));
    assertEquals("image/tiff", archive.stat(KEY).orElseThrow().mediaType());
    assertEquals(new FixityOutcome.Sound(), FileComparison.compare(archive, FILE));
  }

  @Test
  void bringsAMissingFileBack() {
    put(second, CONTENT);
    assertEquals(RepairOutcome.REPAIRED, repair.repair(FILE));
    assertArrayEquals(CONTENT, archive.read(KEY, 100));
  }

  @Test
  void neverTakesADamagedCopy() {
    // Given
    put(archive, OTHER);
    put(second, "broken, too".getBytes(StandardCharsets.UTF_8));
    // When
    RepairOutcome outcome = repair.repair(FILE);
    // Then
    assertEquals(RepairOutcome.COPY_DIFFERS, outcome);
    assertArrayEquals(OTHER, archive.read(KEY, 100), "nothing was written");
  }

  @Test
  void blamesNoCopyForAnArchiveThatKeepsNothing() {
    // Given an archive that has something else as soon as it was written
    put(second, CONTENT);
    InMemoryObjectStore forgetful =
        new InMemoryObjectStore() {
          @Override
          public void replaceDamaged(ObjectKey key, Digest digest, String mediaType, Path file) {
            throw new ObjectStoreException.DigestMismatch(key, digest.toString(), "another");
          }
        };
    // When
    RepairOutcome outcome = new Repair(forgetful, second).repair(FILE);
    // Then
    assertEquals(RepairOutcome.FAILED, outcome);
  }

  @Test
  void saysThatThereIsNoCopy() {
    assertEquals(RepairOutcome.COPY_MISSING, repair.repair(FILE));
    assertEquals(new FixityOutcome.Missing(), FileComparison.compare(archive, FILE));
  }
}
