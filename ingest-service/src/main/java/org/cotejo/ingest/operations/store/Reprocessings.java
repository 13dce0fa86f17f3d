package org.cotejo.ingest.operations.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.cotejo.ingest.accession.store.Revisions;
import org.cotejo.ingest.catalogue.store.AuditEntity;
import org.cotejo.ingest.operations.ReprocessingFilter;
import org.cotejo.problems.Problem;
import org.jspecify.annotations.Nullable;

/** Many documents processed again: how many there would be, and how far it has come. */
@ApplicationScoped
public class Reprocessings {
  private static final int LIST_LIMIT = 20;

  private final EntityManager entities;
  private final Revisions revisions;

  @Inject
  public Reprocessings(EntityManager entities, Revisions revisions) {
    this.entities = entities;
    this.revisions = revisions;
  }

  /** What a filter finds now. */
  public record Found(long documents, long pages) {}

  /** An engine and how many pages of the latest ingests it has read. */
  public record Engine(String fingerprint, long pages) {}

  /**
   * How far a reprocessing has come.
   *
   * @param total documents found when it began
   * @param started whose new ingest has begun
   * @param ended whose new ingest has ended
   * @param failed of these, without a published document
   */
  public record Progress(
      long id,
      String state,
      ReprocessingFilter filter,
      long total,
      long started,
      long ended,
      long failed,
      Instant createdAt,
      String createdBy,
      @Nullable Instant endedAt) {}

  /** Counts what a filter finds; nothing is done. */
  @Transactional
  public Found count(ReprocessingFilter filter) {
    Object[] row =
        (Object[])
            FilterSql.of(filter, Instant.now())
                .query(
                    entities,
                    "select count(*), coalesce(sum(d.page_count), 0) from document d where %s")
                .getSingleResult();
    return new Found(((Number) row[0]).longValue(), ((Number) row[1]).longValue());
  }

  /** The engines that have read pages of the latest ingests, those with most pages first. */
  @Transactional
  public List<Engine> engines() {
    List<Engine> engines = new ArrayList<>();
    List<?> rows =
        entities
            .createNativeQuery(
                "select p.engine, count(*) from document d"
                    + " join ingest_page p on p.ingest_id = d.ingest_id"
                    + " where p.engine is not null and d.state <> 'withdrawn'"
                    + " group by p.engine order by 2 desc limit 50")
            .getResultList();
    for (Object row : rows) {
      Object[] columns = (Object[]) row;
      engines.add(new Engine((String) columns[0], ((Number) columns[1]).longValue()));
    }
    return engines;
  }

  /**
   * Begins to process again what a filter finds.
   *
   * @throws Problem 409 when it finds nothing or another one is running
   */
  @Transactional
  public Progress begin(ReprocessingFilter filter, String who) {
    if (ReprocessingEntity.count("state", "running") > 0) {
      throw Problem.of(
          409,
          "reprocessing.running",
          "Another one is running",
          "Wait until the reprocessing that runs has ended, or cancel it.");
    }
    Found found = count(filter);
    if (found.documents() == 0) {
      throw Problem.of(409, "reprocessing.empty", "Nothing to do", "The filter finds no document.");
    }
    return progress(add(filter, found, who));
  }

  /**
   * Begins to process again whatever is in flight, beside another reprocessing and before it.
   *
   * @return how many documents that are
   */
  @Transactional
  public long beginUnfinished(String who) {
    ReprocessingFilter filter = ReprocessingFilter.unfinished();
    Found found = count(filter);
    boolean running =
        ReprocessingEntity.count("state = 'running' and documentState = 'in-flight'") > 0;
    if (found.documents() > 0 && !running) {
      add(filter, found, who);
    }
    return found.documents();
  }

  private ReprocessingEntity add(ReprocessingFilter filter, Found found, String who) {
    ReprocessingEntity job = new ReprocessingEntity();
    job.filter(filter);
    job.state = "running";
    job.total = found.documents();
    job.createdAt = Instant.now();
    job.createdBy = who;
    job.persist();
    AuditEntity.add(null, who, "reprocessing begun", job.cause() + ": " + filter);
    return job;
  }

  /**
   * Documents that count as in flight and whose turn in a reprocessing of the unfinished is still
   * to come: nothing happens to them, so they take no room from others.
   */
  @Transactional
  public long waitingUnfinished() {
    return ReprocessingEntity.<ReprocessingEntity>list(
            "state = 'running' and documentState = 'in-flight'")
        .stream()
        .mapToLong(
            job ->
                ((Number)
                        remaining(job)
                            .query(entities, "select count(*) from document d where %s")
                            .getSingleResult())
                    .longValue())
        .sum();
  }

  /** Begins no further document; those that are in flight go on. */
  @Transactional
  public Progress cancel(long id, String who) {
    ReprocessingEntity job = ReprocessingEntity.findById(id, LockModeType.PESSIMISTIC_WRITE);
    if (job == null) {
      throw Problem.notFound("reprocessing");
    }
    if (!"running".equals(job.state)) {
      throw Problem.of(
          409, "reprocessing.ended", "It has ended", "This reprocessing is " + job.state + ".");
    }
    job.state = "cancelled";
    job.endedAt = Instant.now();
    AuditEntity.add(null, who, "reprocessing cancelled", job.cause());
    return progress(job);
  }

  /** The latest ones. */
  @Transactional
  public List<Progress> list() {
    return ReprocessingEntity.<ReprocessingEntity>find("order by id desc")
        .page(io.quarkus.panache.common.Page.ofSize(LIST_LIMIT))
        .list()
        .stream()
        .map(this::progress)
        .toList();
  }

  /**
   * Begins the next document of the reprocessing that runs, and remembers it in the same
   * transaction.
   *
   * @return false when there is none, or another process is at it
   */
  @Transactional
  public boolean step() {
    List<?> ids =
        entities
            .createNativeQuery(
                "select id from reprocessing where state = 'running'"
                    + " order by doc_state = 'in-flight' desc nulls last, id limit 1"
                    + " for update skip locked")
            .getResultList();
    if (ids.isEmpty()) {
      return false;
    }
    ReprocessingEntity job = ReprocessingEntity.findById(((Number) ids.getFirst()).longValue());
    entities.refresh(job);
    List<?> next = next(job);
    if (next.isEmpty()) {
      job.state = "completed";
      job.endedAt = Instant.now();
      return false;
    }
    UUID document = (UUID) next.getFirst();
    revisions.reprocess(document, job.createdBy, job.cause());
    job.lastId = document;
    job.started++;
    return true;
  }

  private List<?> next(ReprocessingEntity job) {
    return remaining(job)
        .query(entities, "select d.id from document d where %s order by d.id limit 1")
        .getResultList();
  }

  private static FilterSql remaining(ReprocessingEntity job) {
    FilterSql sql = FilterSql.of(job.filter(), job.createdAt);
    if (job.lastId != null) {
      sql.and("d.id > :last", "last", job.lastId);
    }
    return sql;
  }

  private Progress progress(ReprocessingEntity job) {
    Object[] row =
        (Object[])
            entities
                .createNativeQuery(
                    "select count(*) filter (where ended_at is not null),"
                        + " count(*) filter (where state = 'failed')"
                        + " from ingest where cause = :cause and cause like 'reprocessing %'")
                .setParameter("cause", job.cause())
                .getSingleResult();
    return new Progress(
        job.id,
        job.state,
        job.filter(),
        job.total,
        job.started,
        ((Number) row[0]).longValue(),
        ((Number) row[1]).longValue(),
        job.createdAt,
        job.createdBy,
        job.endedAt);
  }
}
