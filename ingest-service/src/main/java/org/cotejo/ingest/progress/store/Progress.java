package org.cotejo.ingest.progress.store;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.cotejo.ingest.catalogue.store.DocumentEntity;
import org.cotejo.ingest.progress.IngestState;
import org.cotejo.ingest.progress.StageOutcome;
import org.cotejo.outbox.Inbox;

/** Applies what the other services report to the ingest it belongs to. */
@ApplicationScoped
public class Progress {
  private static final String CONSUMER = "ingest-service";

  private final Inbox inbox;
  private final EntityManager entities;
  private final MeterRegistry metrics;

  @Inject
  public Progress(Inbox inbox, EntityManager entities, MeterRegistry metrics) {
    this.inbox = inbox;
    this.entities = entities;
    this.metrics = metrics;
  }

  /**
   * Applies one report. Nothing happens when it was applied before, when its ingest has ended, or
   * when there is no such ingest; but that the document of an ended ingest came into the index
   * nevertheless is noted, for there it is.
   */
  @Transactional
  public void apply(String eventId, UUID ingestId, StageOutcome outcome) {
    if (!inbox.firstTime(CONSUMER, eventId)) {
      return;
    }
    lockDocument(ingestId);
    IngestEntity ingest = IngestEntity.findById(ingestId, LockModeType.PESSIMISTIC_WRITE);
    if (ingest == null) {
      return;
    }
    Instant now = Instant.now();
    if (!(IngestState.of(ingest.state) instanceof IngestState.Open open)) {
      if (outcome instanceof StageOutcome.Published && ingest.publishedAt == null) {
        ingest.publishedAt = now;
      }
      return;
    }
    if (ingest.startedAt == null) {
      ingest.startedAt = now;
    }
    ingest.changes++;
    ingest.state = open.working().label();
    switch (outcome) {
      case StageOutcome.SurrogateStored stored -> surrogate(ingest, stored, now);
      case StageOutcome.PageTranscribed read -> transcribed(ingest, open, read, now);
      case StageOutcome.PageFailed failed -> pageFailed(ingest, open, failed, now);
      case StageOutcome.Aligned _ -> ingest.alignedAt = now;
      case StageOutcome.Published _ -> published(ingest, open, now);
      case StageOutcome.StageFailed failed -> stageFailed(ingest, open, failed, now);
    }
  }

  /** Changes lock the document before its ingest; in another order two of them could block. */
  private void lockDocument(UUID ingestId) {
    entities
        .createQuery("select documentId from IngestEntity where id = ?1", UUID.class)
        .setParameter(1, ingestId)
        .getResultStream()
        .findFirst()
        .ifPresent(id -> DocumentEntity.findById(id, LockModeType.PESSIMISTIC_WRITE));
  }

  private void surrogate(IngestEntity ingest, StageOutcome.SurrogateStored stored, Instant now) {
    page(ingest, stored.page())
        .filter(page -> "waiting".equals(page.state))
        .ifPresent(
            page -> {
              page.state = "surrogate";
              page.surrogateAt = now;
            });
    if (ingest.surrogatesDoneAt == null && count(ingest, "state = 'waiting'") == 0) {
      ingest.surrogatesDoneAt = now;
    }
  }

  private void transcribed(
      IngestEntity ingest, IngestState.Open open, StageOutcome.PageTranscribed read, Instant now) {
    page(ingest, read.page())
        .filter(page -> page.endedAt == null)
        .ifPresent(
            page -> {
              page.state = "transcribed";
              page.surrogateAt = page.surrogateAt == null ? now : page.surrogateAt;
              page.endedAt = now;
              page.confidence = read.confidence();
              page.needsReview = read.needsReview();
              page.engine = read.engine();
            });
    checkPagesDone(ingest, now);
    endWhenAllIsKnown(ingest, open, now);
  }

  private void pageFailed(
      IngestEntity ingest, IngestState.Open open, StageOutcome.PageFailed failed, Instant now) {
    page(ingest, failed.page())
        .filter(page -> page.endedAt == null)
        .ifPresent(
            page -> {
              page.state = "failed";
              page.endedAt = now;
              page.reason = failed.reason().message();
              fail(ingest, failed.stage(), Optional.of(failed.page()), failed.reason(), now);
            });
    checkPagesDone(ingest, now);
    endWhenAllIsKnown(ingest, open, now);
  }

  private void checkPagesDone(IngestEntity ingest, Instant now) {
    if (ingest.pagesDoneAt == null && count(ingest, "endedAt is null") == 0) {
      ingest.pagesDoneAt = now;
      ingest.surrogatesDoneAt = ingest.surrogatesDoneAt == null ? now : ingest.surrogatesDoneAt;
    }
  }

  private void published(IngestEntity ingest, IngestState.Open open, Instant now) {
    ingest.publishedAt = now;
    ingest.alignedAt = ingest.alignedAt == null ? now : ingest.alignedAt;
    endWhenAllIsKnown(ingest, open, now);
  }

  /**
   * Ends an ingest that is published and whose pages have all been heard of. The reports come over
   * several topics, so that after an interruption the last one may be read first.
   */
  private void endWhenAllIsKnown(IngestEntity ingest, IngestState.Open open, Instant now) {
    if (ingest.publishedAt == null || ingest.pagesDoneAt == null) {
      return;
    }
    int failedPages = (int) count(ingest, "state = 'failed'");
    end(ingest, open.published(failedPages), "published", now);
    DocumentCounters.published(metrics).increment();
  }

  private void stageFailed(
      IngestEntity ingest, IngestState.Open open, StageOutcome.StageFailed failed, Instant now) {
    fail(ingest, failed.stage(), failed.page(), failed.reason(), now);
    end(ingest, open.failed(), "failed", now);
    DocumentCounters.failed(metrics).increment();
  }

  private void end(
      IngestEntity ingest, IngestState.Ended state, String documentState, Instant now) {
    ingest.state = state.label();
    ingest.endedAt = now;
    DocumentEntity document = DocumentEntity.findById(ingest.documentId);
    if (document != null && document.ingestId.equals(ingest.id) && !document.withdrawn()) {
      document.state = documentState;
      document.changedAt = now;
    }
  }

  private static void fail(
      IngestEntity ingest,
      String stage,
      Optional<Integer> page,
      StageOutcome.Reason reason,
      Instant now) {
    IngestFailureEntity failure = new IngestFailureEntity();
    failure.ingestId = ingest.id;
    failure.stage = stage;
    failure.page = page.orElse(null);
    failure.code = reason.code();
    failure.message = reason.message();
    failure.failedAt = now;
    failure.persist();
  }

  private Optional<IngestPageEntity> page(IngestEntity ingest, int page) {
    return Optional.ofNullable(
        entities.find(IngestPageEntity.class, new IngestPageEntity.Key(ingest.id, page)));
  }

  private long count(IngestEntity ingest, String condition) {
    entities.flush();
    return IngestPageEntity.count("ingestId = ?1 and " + condition, ingest.id);
  }
}
