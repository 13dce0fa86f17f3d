package org.cotejo.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be accepted is refused with every reason at once, and nothing suffers from it. */
@Order(2)
class BadSubmissionsIT {

  private final Stack stack = Stack.get();

  @TempDir private Path folder;

  @Test
  void textNamedPdfIsRefused() throws IOException {
    // Given
    Path scan =
        Files.writeString(folder.resolve("scan.pdf"), "This is no PDF, whatever it is called.\n");

    // When
    Program refused = submit(SamplePaper.LIGHTHOUSE.record(), scan);

    // Then
    assertRefused(refused);
    assertTrue(refused.errors().contains("scan"), refused::errors);
    assertHealthy();
  }

  @Test
  void truncatedTiffIsRefused() throws IOException {
    // Given
    byte[] whole = Files.readAllBytes(SamplePaper.LIGHTHOUSE.scans().getFirst());
    Path scan = Files.write(folder.resolve("scan.tif"), Arrays.copyOf(whole, whole.length / 3));

    // When
    Program refused = submit(SamplePaper.LIGHTHOUSE.record(), scan);

    // Then
    assertRefused(refused);
    assertTrue(refused.errors().contains("scan"), refused::errors);
    assertHealthy();
  }

  @Test
  void everyFaultOfARecordIsListed() throws IOException {
    // Given
    Path record =
        Files.writeString(
            folder.resolve("record.json"),
            "{\"originalLanguages\":[\"es\"],\"date\":\"the 32nd of Octember\",\"access\":{\"level\":\"public\"}}");

    // When
    Program refused = submit(record, SamplePaper.LIGHTHOUSE.scans().getFirst());

    // Then
    assertRefused(refused);
    assertTrue(refused.errors().contains("title"), refused::errors);
    assertTrue(refused.errors().contains("date"), refused::errors);
    assertHealthy();
  }

  @Test
  void faultsOfRecordAndScanAreListedTogether() throws IOException {
    // Given
    Path record =
        Files.writeString(folder.resolve("record.json"), "{\"originalLanguages\":[\"es\"]}");
    Path scan = Files.writeString(folder.resolve("scan.png"), "no image");

    // When
    Program refused = submit(record, scan);

    // Then
    assertRefused(refused);
    assertTrue(refused.errors().contains("title"), refused::errors);
    assertTrue(refused.errors().contains("scan"), refused::errors);
  }

  @Test
  void strangerMayNotSubmit() {
    // When
    Program refused =
        stack.client(
            "reader",
            "submit",
            "--record",
            SamplePaper.LIGHTHOUSE.record().toString(),
            "--scan",
            SamplePaper.LIGHTHOUSE.scans().getFirst().toString());

    // Then
    assertRefused(refused);
    assertTrue(refused.errors().contains("403"), refused::errors);
  }

  private Program submit(Path record, Path scan) {
    return stack.client(
        "submitter", "submit", "--record", record.toString(), "--scan", scan.toString());
  }

  private static void assertRefused(Program refused) {
    assertEquals(3, refused.exitCode(), refused::toString);
    assertTrue(refused.output().isEmpty(), refused::output);
  }

  private void assertHealthy() {
    JsonNode health = stack.anonymous().get("/health").requireStatus(200).json();
    assertEquals("UP", health.path("status").asText(), health::toString);
  }
}
