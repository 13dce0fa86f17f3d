package org.cotejo.ingest.accession.store;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.cotejo.ingest.accession.CheckedSubmission;
import org.cotejo.ingest.accession.SubmittedFile;
import org.cotejo.ingest.accession.objects.OriginalStore;
import org.cotejo.ingest.catalogue.CatalogueRecord;
import org.cotejo.ingest.catalogue.Uuid7;
import org.cotejo.ingest.catalogue.json.DocumentEvents;
import org.cotejo.ingest.catalogue.json.RecordJson;
import org.cotejo.ingest.catalogue.store.AuditEntity;
import org.cotejo.ingest.catalogue.store.DocumentEntity;
import org.cotejo.ingest.catalogue.store.DocumentFileEntity;
import org.cotejo.ingest.progress.store.DocumentCounters;
import org.cotejo.objects.Digest;
import org.cotejo.outbox.Outbox;
import org.cotejo.problems.Problem;

/**
 * Takes a checked submission in: first the files into the object store, then everything else in one
 * transaction. A crash between the two leaves objects that nobody names, and nothing else.
 */
@ApplicationScoped
public class Accession {
  private static final long FIRST_REVISION = 1;

  private final OriginalStore originals;
  private final Ingests ingests;
  private final IdempotencyKeys keys;
  private final Outbox outbox;
  private final MeterRegistry metrics;
  private final Clock clock = Clock.systemUTC();
  private final Uuid7 ids = new Uuid7(clock, RandomGenerator.of("SecureRandom"));

  @Inject
  public Accession(
      OriginalStore originals,
      Ingests ingests,
      IdempotencyKeys keys,
      Outbox outbox,
      MeterRegistry metrics) {
    this.originals = originals;
    this.ingests = ingests;
    this.keys = keys;
    this.outbox = outbox;
    this.metrics = metrics;
  }

  /** What a client gets to know; it stays the same for a repeat under the same key. */
  public record Accepted(UUID documentId, UUID ingestId) {
    /** A submission is the first revision of its document. */
    public long revision() {
      return FIRST_REVISION;
    }
  }

  /**
   * Accepts a submission.
   *
   * @param who the submitter
   * @param key the client's idempotency key
   * @throws Problem 409 when the key has been used for other content
   */
  public Accepted accept(CheckedSubmission submission, String who, Optional<String> key) {
    byte[] record = RecordJson.bytes(submission.record());
    List<DocumentFileEntity> files = store(submission);
    String contentDigest = contentDigest(record, files);
    Optional<Accepted> before = key.flatMap(k -> remembered(who, k, contentDigest));
    if (before.isPresent()) {
      return before.get();
    }
    DocumentEntity document = document(submission, record, who);
    originals.keepRecord(document.id, document.revision, record);
    boolean committed =
        QuarkusTransaction.requiringNew()
            .call(() -> save(document, files, who, key, contentDigest));
    if (committed) {
      DocumentCounters.accepted(metrics).increment();
      return new Accepted(document.id, document.ingestId);
    }
    return key.flatMap(k -> remembered(who, k, contentDigest))
        .orElseThrow(() -> new IllegalStateException("an idempotency key was claimed and is gone"));
  }

  private boolean save(
      DocumentEntity document,
      List<DocumentFileEntity> files,
      String who,
      Optional<String> key,
      String contentDigest) {
    if (key.isPresent()
        && !keys.claim(
            who,
            key.get(),
            new IdempotencyKeys.Remembered(contentDigest, document.id, document.ingestId))) {
      return false;
    }
    document.persist();
    for (DocumentFileEntity file : files) {
      file.documentId = document.id;
      file.persist();
    }
    ingests.begin(document, "accession", document.acceptedAt);
    AuditEntity.add(document.id, who, "accepted", document.title);
    outbox.add(
        DocumentEvents.TOPIC, document.id.toString(), DocumentEvents.accessioned(document, files));
    return true;
  }

  private Optional<Accepted> remembered(String who, String key, String contentDigest) {
    Optional<IdempotencyKeys.Remembered> before = keys.find(who, key);
    if (before.isPresent() && !before.get().contentDigest().equals(contentDigest)) {
      throw Problem.of(
          409,
          "idempotency-key.reused",
          "The idempotency key is taken",
          "This Idempotency-Key was used for another submission.");
    }
    return before.map(found -> new Accepted(found.documentId(), found.ingestId()));
  }

  private DocumentEntity document(CheckedSubmission submission, byte[] record, String who) {
    Instant now = clock.instant();
    DocumentEntity document = new DocumentEntity();
    document.id = ids.next();
    document.revision = FIRST_REVISION;
    document.state = "in-flight";
    document.pageCount = submission.pageCount();
    document.submittedBy = who;
    document.ingestId = ids.next();
    document.acceptedAt = now;
    document.changedAt = now;
    describe(document, submission.record(), record);
    return document;
  }

  /** Copies what lists and filters need out of the record. */
  static void describe(DocumentEntity document, CatalogueRecord record, byte[] bytes) {
    document.title = record.title();
    document.collection = record.texts().get("collection");
    document.originalLanguages =
        String.join(",", record.originalLanguages().stream().map(tag -> tag.value()).toList());
    document.accessLevel = RecordJson.json(record.access()).get("level").asText();
    document.accessUntil = record.access().until().orElse(null);
    document.record = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    document.recordDigest = Digest.of(bytes).hex();
    document.recordBytes = bytes.length;
  }

  private List<DocumentFileEntity> store(CheckedSubmission submission) {
    List<DocumentFileEntity> files = new ArrayList<>();
    for (CheckedSubmission.Scan scan : submission.scans()) {
      DocumentFileEntity file =
          store("original", "originals", scan.file(), scan.inspected().format().mediaType());
      file.ordinal = files.size() + 1;
      file.pageCount = scan.inspected().pageCount();
      files.add(file);
    }
    int ordinal = 0;
    for (CheckedSubmission.Translation translation : submission.translations()) {
      ordinal++;
      files.add(storeTranslation(translation, ordinal));
    }
    submission
        .transcription()
        .map(
            text ->
                store(
                    "transcription",
                    "supplied-transcriptions",
                    text.file(),
                    text.format().mediaType()))
        .ifPresent(files::add);
    return files;
  }

  /** Stores a translation; its row is not saved yet. */
  DocumentFileEntity storeTranslation(CheckedSubmission.Translation translation, int ordinal) {
    DocumentFileEntity file =
        store("translation", "translations", translation.file(), translation.format().mediaType());
    file.ordinal = ordinal;
    file.language = translation.language().value();
    file.translator = translation.file().translator().orElse(null);
    return file;
  }

  private DocumentFileEntity store(
      String role, String folder, SubmittedFile submitted, String mediaType) {
    OriginalStore.Kept kept = originals.keep(folder, submitted.content(), mediaType);
    DocumentFileEntity file = new DocumentFileEntity();
    file.role = role;
    file.ordinal = 1;
    file.fileName = submitted.fileName();
    file.digest = kept.digest().hex();
    file.objectKey = kept.key().value();
    file.mediaType = mediaType;
    file.sizeBytes = kept.sizeBytes();
    file.pageCount = 0;
    return file;
  }

  /** Equal for equal submissions: record, and role, language and digest of each file in order. */
  private static String contentDigest(byte[] record, List<DocumentFileEntity> files) {
    StringBuilder content = new StringBuilder(Digest.of(record).hex());
    for (DocumentFileEntity file : files) {
      content
          .append('\n')
          .append(String.join("|", file.role, String.valueOf(file.language), file.digest));
    }
    return Digest.of(content.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)).hex();
  }
}
