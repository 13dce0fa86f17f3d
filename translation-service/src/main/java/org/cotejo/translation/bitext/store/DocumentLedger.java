package org.cotejo.translation.bitext.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.cotejo.events.EventEnvelope;
import org.cotejo.outbox.Inbox;
import org.cotejo.outbox.Outbox;
import org.cotejo.translation.bitext.Access;
import org.cotejo.translation.bitext.AlignmentTask;
import org.cotejo.translation.bitext.AnnouncedDocument;
import org.cotejo.translation.bitext.Announcement;
import org.cotejo.translation.bitext.DocumentProgress;
import org.cotejo.translation.bitext.PageOutcome;
import org.cotejo.translation.bitext.events.AlignedEvent;
import org.cotejo.translation.bitext.events.AnnouncementJson;

/**
 * What has come for each document, in PostgreSQL.
 *
 * <p>Each method is one short transaction that holds the document's row, so events of one document
 * take their turns. What is decided stands in {@link DocumentProgress}; this class keeps it.
 */
@ApplicationScoped
public class DocumentLedger {
  private final EntityManager entities;
  private final Inbox inbox;
  private final Outbox outbox;
  private final Clock clock = Clock.systemUTC();
  private final ObjectMapper mapper = JsonMapper.builder().build();

  @Inject
  public DocumentLedger(EntityManager entities, Inbox inbox, Outbox outbox) {
    this.entities = entities;
    this.inbox = inbox;
    this.outbox = outbox;
  }

  /**
   * Takes an event in.
   *
   * <p>An event that was handled before changes nothing, but may still call for the alignment that
   * was cut off when it was handled first.
   *
   * @param consumer name of the consumer for the inbox
   * @param change what the event changes
   * @return the alignment that is due now; empty when none is
   */
  @Transactional
  public Optional<AlignmentTask> take(
      String consumer, EventEnvelope event, UnaryOperator<DocumentProgress> change) {
    DocumentEntity document = locked(UUID.fromString(event.subject()));
    DocumentProgress progress = progress(document);
    if (inbox.firstTime(consumer, event.id())) {
      DocumentProgress changed = change.apply(progress);
      if (!changed.equals(progress)) {
        keep(document, progress, changed, event);
        progress = changed;
      }
    }
    if (!progress.callsForAlignment()
        || !(progress.announcement() instanceof AnnouncedDocument announced)) {
      return Optional.empty();
    }
    document.alignmentVersion++;
    return Optional.of(
        new AlignmentTask(
            document.id,
            document.ingestId,
            event.traceparent(),
            document.alignmentVersion,
            announced,
            progress));
  }

  /**
   * Keeps a finished alignment together with the event that tells of it.
   *
   * @return false when the document has moved on meanwhile, and the alignment is of no use
   */
  @Transactional
  public boolean finish(AlignmentTask task, JsonNode data, EventEnvelope event) {
    DocumentEntity document = locked(task.documentId());
    DocumentProgress progress = progress(document);
    if (!progress.callsForAlignment() || progress.generation() != task.progress().generation()) {
      return false;
    }
    document.alignedGeneration = progress.aligned().alignedGeneration();
    keep(task, data, event);
    return true;
  }

  /**
   * The task of aligning again what was aligned last, because a person has changed something.
   *
   * @param seenVersion of the alignment that the person saw
   * @return empty when another has been made since, or is to be made
   */
  @Transactional
  public Optional<AlignmentTask> again(UUID documentId, int seenVersion) {
    DocumentEntity document = locked(documentId);
    DocumentProgress progress = progress(document);
    if (!isAligned(progress)
        || latestVersion(documentId) != seenVersion
        || !(progress.announcement() instanceof AnnouncedDocument announced)) {
      return Optional.empty();
    }
    document.alignmentVersion++;
    return Optional.of(
        new AlignmentTask(
            documentId, document.ingestId, "", document.alignmentVersion, announced, progress));
  }

  /**
   * Keeps an alignment that was made again, in the caller's transaction.
   *
   * @param seenVersion of the alignment that it takes the place of
   * @return false when the document has moved on meanwhile, and nothing was kept
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean renew(AlignmentTask task, int seenVersion, JsonNode data, EventEnvelope event) {
    DocumentProgress progress = progress(locked(task.documentId()));
    if (!isAligned(progress)
        || progress.generation() != task.progress().generation()
        || latestVersion(task.documentId()) != seenVersion) {
      return false;
    }
    keep(task, data, event);
    return true;
  }

  private static boolean isAligned(DocumentProgress progress) {
    return !progress.isWithdrawn() && progress.alignedGeneration() == progress.generation();
  }

  private static int latestVersion(UUID documentId) {
    return AlignmentEntity.<AlignmentEntity>find(
            "documentId = ?1 order by version desc", documentId)
        .firstResultOptional()
        .map(alignment -> alignment.version)
        .orElse(0);
  }

  private void keep(AlignmentTask task, JsonNode data, EventEnvelope event) {
    AlignmentEntity alignment = new AlignmentEntity();
    alignment.documentId = task.documentId();
    alignment.revision = task.progress().revision();
    alignment.version = task.version();
    alignment.data = text(data);
    alignment.madeAt = clock.instant();
    alignment.persist();
    outbox.add(AlignedEvent.TOPIC, task.documentId().toString(), event);
  }

  /** Holds a document's row until the caller's transaction ends; events of it wait meanwhile. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void lock(UUID documentId) {
    locked(documentId);
  }

  /** The latest alignment of a document that is not withdrawn. */
  @Transactional
  public Optional<KeptAlignment> latest(UUID documentId) {
    DocumentEntity document = entities.find(DocumentEntity.class, documentId);
    if (document == null || document.access.isEmpty() || progress(document).isWithdrawn()) {
      return Optional.empty();
    }
    Access access = AnnouncementJson.access(json(document.access));
    return AlignmentEntity.<AlignmentEntity>find(
            "documentId = ?1 order by version desc", documentId)
        .firstResultOptional()
        .map(
            alignment ->
                new KeptAlignment(
                    alignment.revision,
                    alignment.version,
                    alignment.madeAt,
                    access,
                    json(alignment.data)));
  }

  /**
   * An alignment as it was kept.
   *
   * @param revision of the document that it was made from
   * @param version its number
   * @param madeAt when it was kept
   * @param access who may see it now
   * @param data the body of its event
   */
  public record KeptAlignment(
      long revision, int version, Instant madeAt, Access access, JsonNode data) {}

  private DocumentEntity locked(UUID id) {
    entities
        .createNativeQuery(
            "insert into document (id, revision, announcement, access, ingest_id, generation,"
                + " aligned_generation, alignment_version, withdrawn_at, changed_at)"
                + " values (?1, 0, '', '', '', 0, 0, 0, 0, ?2) on conflict do nothing")
        .setParameter(1, id)
        .setParameter(2, clock.instant())
        .executeUpdate();
    return entities.find(DocumentEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
  }

  private DocumentProgress progress(DocumentEntity document) {
    TreeMap<Integer, PageOutcome> pages = new TreeMap<>();
    List<PageOutcomeEntity> rows =
        PageOutcomeEntity.list("documentId = ?1 and revision = ?2", document.id, document.revision);
    for (PageOutcomeEntity row : rows) {
      pages.put(
          row.page,
          row.transcribed.isEmpty()
              ? new PageOutcome.Failed(row.page)
              : AnnouncementJson.transcribed(json(row.transcribed)));
    }
    Announcement announcement =
        document.announcement.isEmpty()
            ? new Announcement.Awaited()
            : AnnouncementJson.document(json(document.announcement));
    return new DocumentProgress(
        document.revision,
        announcement,
        pages,
        document.generation,
        document.alignedGeneration,
        document.withdrawnAt);
  }

  private void keep(
      DocumentEntity document,
      DocumentProgress before,
      DocumentProgress after,
      EventEnvelope event) {
    document.revision = after.revision();
    document.generation = after.generation();
    document.withdrawnAt = after.withdrawnAt();
    document.changedAt = clock.instant();
    document.ingestId = event.ingestId();
    switch (after.announcement()) {
      case Announcement.Awaited _ -> document.announcement = "";
      case AnnouncedDocument announced -> {
        document.announcement = text(AnnouncementJson.write(announced));
        document.access = text(AnnouncementJson.write(announced.access()));
      }
    }
    keepPages(document.id, before, after);
  }

  private void keepPages(UUID documentId, DocumentProgress before, DocumentProgress after) {
    if (before.revision() != after.revision()) {
      PageOutcomeEntity.delete("documentId = ?1 and revision < ?2", documentId, after.revision());
    }
    Map<Integer, PageOutcome> known =
        before.revision() == after.revision() ? before.pages() : Map.of();
    for (PageOutcome outcome : after.outcomes()) {
      if (!outcome.equals(known.get(outcome.page()))) {
        keepPage(documentId, after.revision(), outcome);
      }
    }
  }

  private void keepPage(UUID documentId, long revision, PageOutcome outcome) {
    PageOutcomeEntity row =
        PageOutcomeEntity.<PageOutcomeEntity>find(
                "documentId = ?1 and revision = ?2 and page = ?3",
                documentId,
                revision,
                outcome.page())
            .firstResultOptional()
            .orElseGet(PageOutcomeEntity::new);
    row.documentId = documentId;
    row.revision = revision;
    row.page = outcome.page();
    row.transcribed =
        switch (outcome) {
          case PageOutcome.Transcribed page -> text(AnnouncementJson.write(page));
          case PageOutcome.Failed _ -> "";
        };
    row.persist();
  }

  private JsonNode json(String text) {
    try {
      return mapper.readTree(text);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("a row of this service holds broken JSON", broken);
    }
  }

  private static String text(JsonNode json) {
    return json.toString();
  }
}
