package org.cotejo.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageTest {

  @TempDir private Path data;

  @Test
  void countsWhatEachStoreKeepsOfDocuments() throws IOException {
    // Given
    write("object-store/objects/bucket/documents/1/page.jpg", 700);
    write("postgresql/data/base/16384/1259", 80);
    write("postgresql/data/pg_wal/000000010000000000000001", 5000);
    write("elasticsearch/data/indices/abc/0/index/_0.cfs", 60);
    write("kafka/data/cotejo.documents-0/00000000000000000000.log", 50);
    write("kafka/data/cotejo.documents-0/00000000000000000000.index", 9000);
    write("kafka/data/cotejo.documents.ocr-service.dead-0/00000000000000000000.log", 3);
    write("kafka/data/cotejo.bitexts-3/00000000000000000000.log", 20);
    write("kafka/data/__consumer_offsets-0/00000000000000000000.log", 9000);
    // Then
    assertEquals(
        Map.of(
            Storage.OBJECTS,
            700L,
            Storage.DATABASES,
            80L,
            Storage.INDEX,
            60L,
            Storage.KEPT_LOG,
            50L,
            Storage.LOGS,
            23L),
        Storage.of(data).bytes());
  }

  @Test
  void scalesGrowthToAThousandPages() {
    // Given
    Storage before = new Storage(Map.of("S3", 1_000L));
    Storage after = new Storage(Map.of("S3", 3_000L, "Kafka", 80L));
    // Then
    assertEquals(Map.of("S3", 50_000L, "Kafka", 2_000L), after.growthByThousandPages(before, 40));
  }

  @Test
  void saysWhichFolderIsMissing() {
    assertThrows(IOException.class, () -> Storage.of(data.resolve("none")));
  }

  private void write(String name, int bytes) throws IOException {
    Path file = data.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[bytes]);
  }
}
