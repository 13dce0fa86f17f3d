package org.cotejo.ingest.catalogue.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cotejo.contracts.Contract;
import org.cotejo.events.EventCodec;
import org.cotejo.events.EventEnvelope;
import org.cotejo.ingest.catalogue.Access;
import org.cotejo.ingest.catalogue.RecordReader;
import org.cotejo.ingest.catalogue.store.DocumentEntity;
import org.cotejo.ingest.catalogue.store.DocumentFileEntity;
import org.cotejo.ingest.fixity.FixityOutcome;
import org.cotejo.ingest.fixity.StoredFile;
import org.cotejo.ingest.fixity.json.FixityEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What this service writes keeps the published contracts. */
class ProducedContractsTest {
  private static final String DIGEST =
      "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0";
  private final EventCodec codec = new EventCodec();

  @Test
  void accessionKeepsItsContract() {
    requireValid(
        "document.accessioned",
        DocumentEvents.accessioned(
            document("public", null), List.of(original(), translation("Ana Ruiz"), supplied())));
  }

  @Test
  void accessionWithoutTranslationKeepsItsContract() {
    requireValid(
        "document.accessioned",
        DocumentEvents.accessioned(
            document("embargoed", LocalDate.of(2031, 1, 1)), List.of(original())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"record", "translations", "reprocess"})
  void revisionKeepsItsContract(String changed) {
    DocumentEntity document = document("restricted", null);
    document.revision = 7;
    requireValid(
        "document.revised",
        DocumentEvents.revised(document, List.of(original(), translation(null)), changed));
  }

  @Test
  void withdrawalKeepsItsContract() {
    requireValid("document.withdrawn", DocumentEvents.withdrawn(document("public", null)));
  }

  @Test
  void fixityKeepsItsContracts() {
    FixityEvents.Holder holder = new FixityEvents.Holder(document("public", null).id, 3);
    StoredFile file = new StoredFile("originals/" + DIGEST, DIGEST, 4711);
    for (FixityOutcome found :
        List.of(new FixityOutcome.Missing(), new FixityOutcome.Differs(DIGEST))) {
      requireValid("fixity.failed", FixityEvents.failed(holder, file, found));
    }
    requireValid("fixity.restored", FixityEvents.restored(holder, file, false));
    requireValid("fixity.restored", FixityEvents.restored(holder, file, true));
  }

  @Test
  void fullRecordKeepsItsContract() {
    // Given
    Map<String, Object> tree =
        Map.ofEntries(
            Map.entry("title", "Informe sobre el puerto"),
            Map.entry("originalLanguages", List.of("spa", "en-gb")),
            Map.entry("collection", "Puertos"),
            Map.entry("recordNumber", "P-17"),
            Map.entry("date", Map.of("edtf", "1951-03~/1951-05", "printed", "primavera de 1951")),
            Map.entry("summary", "Las obras del muelle."),
            Map.entry("citation", "Archivo del Puerto, legajo 4."),
            Map.entry("credits", "Escaneado por el taller."),
            Map.entry("provenance", "Donación de 1980."),
            Map.entry("rights", "Dominio público."),
            Map.entry("originalClassification", "Reservado"),
            Map.entry("sourceUrl", "https://example.org/p/17"),
            Map.entry("people", List.of("Ana Ruiz")),
            Map.entry("places", List.of("Gijón")),
            Map.entry("subjects", List.of("puertos")),
            Map.entry("contents", List.of("Carta", "Informe")),
            Map.entry("access", Map.of("level", "embargoed", "until", "2031-01-01")),
            Map.entry(
                "parts",
                List.of(
                    Map.of(
                        "title",
                        "Carta",
                        "date",
                        "1951-03-07",
                        "pages",
                        Map.of("from", 1, "to", 1)),
                    Map.of("title", "Informe"))));
    // When
    byte[] written =
        RecordJson.bytes(RecordReader.read(tree, Access.open()).record().orElseThrow());
    // Then
    Contract.object("record").requireValid(written);
  }

  @Test
  void everyRecordOfTheContractIsReadAndWrittenAsItWas() throws Exception {
    for (Map.Entry<String, byte[]> example : Contract.object("record").validExamples().entrySet()) {
      if (example.getKey().startsWith("unknown-fields")) {
        continue; // A submission is strict: what it does not know would be lost.
      }
      // When
      RecordReader.Reading reading =
          RecordReader.read(RecordJson.tree(example.getValue()), Access.open());
      // Then
      assertEquals(List.of(), reading.findings(), example.getKey());
      byte[] written = RecordJson.bytes(reading.record().orElseThrow());
      Contract.object("record").requireValid(written);
      assertEquals(
          new String(written, java.nio.charset.StandardCharsets.UTF_8),
          new String(
              RecordJson.bytes(
                  RecordReader.read(RecordJson.tree(written), Access.restricted())
                      .record()
                      .orElseThrow()),
              java.nio.charset.StandardCharsets.UTF_8));
    }
  }

  private void requireValid(String contract, EventEnvelope event) {
    Contract.event(contract).requireValid(codec.encode(event));
  }

  private static DocumentEntity document(String access, LocalDate until) {
    DocumentEntity document = new DocumentEntity();
    document.id = UUID.fromString("019e5e0a-1111-7000-8000-000000000001");
    document.ingestId = UUID.fromString("019e5e0a-2222-7000-8000-000000000002");
    document.revision = 1;
    document.accessLevel = access;
    document.accessUntil = until;
    document.recordDigest = DIGEST;
    document.recordBytes = 812;
    document.originalLanguages = "es,en-GB";
    document.pageCount = 3;
    document.acceptedAt = Instant.EPOCH;
    return document;
  }

  private static DocumentFileEntity original() {
    DocumentFileEntity file = file("original", "originals/" + DIGEST, "application/pdf");
    file.pageCount = 3;
    return file;
  }

  private static DocumentFileEntity translation(String translator) {
    DocumentFileEntity file = file("translation", "translations/" + DIGEST, "text/plain");
    file.language = "en";
    file.translator = translator;
    return file;
  }

  private static DocumentFileEntity supplied() {
    return file("transcription", "supplied-transcriptions/" + DIGEST, "text/plain");
  }

  private static DocumentFileEntity file(String role, String key, String mediaType) {
    DocumentFileEntity file = new DocumentFileEntity();
    file.role = role;
    file.ordinal = 1;
    file.fileName = "paper";
    file.digest = DIGEST;
    file.objectKey = key;
    file.mediaType = mediaType;
    file.sizeBytes = 4711;
    return file;
  }
}
