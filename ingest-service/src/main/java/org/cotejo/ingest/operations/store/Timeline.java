package org.cotejo.ingest.operations.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cotejo.ingest.catalogue.store.AuditEntity;
import org.cotejo.ingest.catalogue.store.DocumentEntity;
import org.cotejo.ingest.progress.store.IngestEntity;
import org.cotejo.ingest.progress.store.IngestFailureEntity;
import org.jspecify.annotations.Nullable;

/** All that happened to one document, in order. */
@ApplicationScoped
public class Timeline {
  /** Of each kind; a document that was changed more often shows its latest changes. */
  private static final int LIMIT = 500;

  private final EntityManager entities;

  @Inject
  public Timeline(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Something that happened.
   *
   * @param kind {@code audit}, {@code ingest}, {@code failure} or {@code dead-letter}
   * @param what in a few words
   * @param detail more of it; may be empty
   */
  public record Entry(
      Instant at, String kind, @Nullable Long revision, String what, String detail) {}

  /** A document and what happened to it, the latest first. */
  public record Life(
      UUID documentId, String title, String state, long revision, List<Entry> entries) {}

  /** The life of a document; empty when there is none. */
  @Transactional
  public Optional<Life> of(UUID id) {
    return DocumentEntity.<DocumentEntity>findByIdOptional(id)
        .map(
            document ->
                new Life(id, document.title, document.state, document.revision, entries(id)));
  }

  private List<Entry> entries(UUID id) {
    List<Entry> entries = new ArrayList<>();
    for (AuditEntity audit :
        entities
            .createQuery(
                "from AuditEntity where documentId = ?1 order by id desc", AuditEntity.class)
            .setParameter(1, id)
            .setMaxResults(LIMIT)
            .getResultList()) {
      entries.add(
          new Entry(audit.at, "audit", null, audit.action + " by " + audit.who, audit.details));
    }
    for (IngestEntity ingest :
        entities
            .createQuery(
                "from IngestEntity where documentId = ?1 order by revision desc",
                IngestEntity.class)
            .setParameter(1, id)
            .setMaxResults(LIMIT)
            .getResultList()) {
      entries.addAll(steps(ingest));
    }
    for (DeadLetterEntity letter :
        entities
            .createQuery(
                "from DeadLetterEntity where documentId = ?1 order by id desc",
                DeadLetterEntity.class)
            .setParameter(1, id)
            .setMaxResults(LIMIT)
            .getResultList()) {
      entries.add(
          new Entry(
              letter.failedAt,
              "dead-letter",
              letter.revision,
              letter.consumer + " put a message aside: " + letter.code,
              letter.reason + " (" + letter.state + ")"));
    }
    entries.sort(Comparator.comparing(Entry::at).reversed());
    return entries;
  }

  private static List<Entry> steps(IngestEntity ingest) {
    List<Entry> steps = new ArrayList<>();
    add(steps, ingest, ingest.acceptedAt, "ingest begun", ingest.cause);
    add(steps, ingest, ingest.surrogatesDoneAt, "page images are there", "");
    add(steps, ingest, ingest.pagesDoneAt, "pages are read", ingest.pageCount + " pages");
    add(steps, ingest, ingest.alignedAt, "texts are aligned", "");
    add(steps, ingest, ingest.publishedAt, "published", "");
    add(steps, ingest, ingest.endedAt, "ingest " + ingest.state.replace('-', ' '), "");
    for (IngestFailureEntity failure :
        IngestFailureEntity.<IngestFailureEntity>list("ingestId", ingest.id)) {
      String where =
          failure.page == null ? failure.stage : failure.stage + ", page " + failure.page;
      steps.add(
          new Entry(
              failure.failedAt,
              "failure",
              ingest.revision,
              where + ": " + failure.code,
              failure.message));
    }
    return steps;
  }

  private static void add(
      List<Entry> steps, IngestEntity ingest, @Nullable Instant at, String what, String detail) {
    if (at != null) {
      steps.add(new Entry(at, "ingest", ingest.revision, what, detail));
    }
  }
}
