package org.cotejo.ingest.accession.store;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.cotejo.ingest.accession.CheckedSubmission;
import org.cotejo.ingest.accession.objects.OriginalStore;
import org.cotejo.ingest.catalogue.CatalogueRecord;
import org.cotejo.ingest.catalogue.Uuid7;
import org.cotejo.ingest.catalogue.json.DocumentEvents;
import org.cotejo.ingest.catalogue.json.RecordJson;
import org.cotejo.ingest.catalogue.store.AuditEntity;
import org.cotejo.ingest.catalogue.store.DocumentEntity;
import org.cotejo.ingest.catalogue.store.DocumentFileEntity;
import org.cotejo.ingest.catalogue.store.Documents;
import org.cotejo.ingest.progress.store.DocumentCounters;
import org.cotejo.outbox.Outbox;
import org.cotejo.problems.Problem;

/**
 * Changes documents. Every change is a new revision with an ingest of its own, which overtakes the
 * one that runs.
 */
@ApplicationScoped
public class Revisions {
  private final Documents documents;
  private final Ingests ingests;
  private final OriginalStore originals;
  private final Accession accession;
  private final Outbox outbox;
  private final MeterRegistry metrics;
  private final Clock clock = Clock.systemUTC();
  private final Uuid7 ids = new Uuid7(clock, RandomGenerator.of("SecureRandom"));

  @Inject
  public Revisions(
      Documents documents,
      Ingests ingests,
      OriginalStore originals,
      Accession accession,
      Outbox outbox,
      MeterRegistry metrics) {
    this.documents = documents;
    this.ingests = ingests;
    this.originals = originals;
    this.accession = accession;
    this.outbox = outbox;
    this.metrics = metrics;
  }

  /**
   * Replaces the record.
   *
   * @param expected the revision that the caller has seen
   * @throws Problem 412 when it is not the latest, 404 when the document is withdrawn
   */
  @Transactional
  public DocumentEntity describe(UUID id, long expected, CatalogueRecord record, String who) {
    DocumentEntity document = open(id, OptionalLong.of(expected));
    byte[] bytes = RecordJson.bytes(record);
    Accession.describe(document, record, bytes);
    AuditEntity.add(id, who, "record changed", "revision " + (document.revision + 1));
    return revise(document, bytes, "record", "record");
  }

  /** Runs the whole pipeline again. */
  @Transactional
  public DocumentEntity reprocess(UUID id, String who, String cause) {
    DocumentEntity document = open(id, OptionalLong.empty());
    AuditEntity.add(id, who, cause, "revision " + (document.revision + 1));
    return revise(document, recordBytes(document), "reprocess", cause);
  }

  /**
   * Adds translations.
   *
   * @throws Problem 409 when there is one into the same language
   */
  @Transactional
  public DocumentEntity translate(
      UUID id, List<CheckedSubmission.Translation> translations, String who) {
    DocumentEntity document = open(id, OptionalLong.empty());
    List<DocumentFileEntity> present =
        documents.files(id).stream().filter(file -> "translation".equals(file.role)).toList();
    int ordinal = present.size();
    for (CheckedSubmission.Translation translation : translations) {
      String language = translation.language().value();
      if (present.stream().anyMatch(file -> language.equals(file.language))) {
        throw Problem.of(
            409,
            "translation.exists",
            "There is a translation",
            "The document already has a translation into " + language + ".");
      }
      ordinal++;
      DocumentFileEntity file = accession.storeTranslation(translation, ordinal);
      file.documentId = id;
      file.persist();
      AuditEntity.add(id, who, "translation added", language);
    }
    return revise(document, recordBytes(document), "translations", "translations");
  }

  /** Takes a document out of reading and search; what is stored stays. */
  @Transactional
  public void withdraw(UUID id, String who) {
    Optional<DocumentEntity> found = documents.lock(id);
    if (found.isEmpty()) {
      throw Problem.notFound("document");
    }
    DocumentEntity document = found.get();
    if (document.withdrawn()) {
      return;
    }
    Instant now = clock.instant();
    ingests.overtake(document.ingestId, now);
    document.revision++;
    document.state = "withdrawn";
    document.changedAt = now;
    originals.markWithdrawn(id, document.revision);
    AuditEntity.add(id, who, "withdrawn", "revision " + document.revision);
    outbox.add(DocumentEvents.TOPIC, id.toString(), DocumentEvents.withdrawn(document));
    DocumentCounters.withdrawn(metrics).increment();
  }

  private DocumentEntity open(UUID id, OptionalLong expected) {
    DocumentEntity document =
        documents
            .lock(id)
            .filter(found -> !found.withdrawn())
            .orElseThrow(() -> Problem.notFound("document"));
    if (expected.isPresent() && expected.getAsLong() != document.revision) {
      throw Problem.of(
          412,
          "revision.stale",
          "Somebody was faster",
          "The document has revision " + document.revision + "; read it again before changing it.");
    }
    return document;
  }

  private DocumentEntity revise(
      DocumentEntity document, byte[] record, String changed, String cause) {
    Instant now = clock.instant();
    ingests.overtake(document.ingestId, now);
    document.revision++;
    while (!originals.keepRecord(document.id, document.revision, record)) {
      document.revision++;
    }
    document.state = "in-flight";
    document.changedAt = now;
    document.ingestId = ids.next();
    ingests.begin(document, cause, now);
    outbox.add(
        DocumentEvents.TOPIC,
        document.id.toString(),
        DocumentEvents.revised(document, documents.files(document.id), changed));
    return document;
  }

  private static byte[] recordBytes(DocumentEntity document) {
    return document.record.getBytes(StandardCharsets.UTF_8);
  }
}
