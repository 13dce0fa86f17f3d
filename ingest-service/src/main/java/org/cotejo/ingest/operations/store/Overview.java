package org.cotejo.ingest.operations.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cotejo.outbox.OutboxBatch;
import org.jspecify.annotations.Nullable;

/** The numbers of the operator's page, each group out of one statement and so of one moment. */
@ApplicationScoped
public class Overview {
  private static final int LAST_FAILURES = 20;
  private static final int LAST_INGESTS = 20;

  private final EntityManager entities;
  private final OutboxBatch outbox;

  @Inject
  public Overview(EntityManager entities, OutboxBatch outbox) {
    this.entities = entities;
    this.outbox = outbox;
  }

  /**
   * Documents by state; withdrawn ones stand apart.
   *
   * @param accepted always published + failed + inFlight
   */
  public record Counts(long accepted, long published, long failed, long inFlight, long withdrawn) {}

  /**
   * What a stage has to do now.
   *
   * @param inFlight pages (surrogates, recognition) or documents (alignment, projection)
   * @param oldestAgeSeconds of the one that has been there longest; 0 for none
   */
  public record Load(String stage, long inFlight, long oldestAgeSeconds) {}

  /**
   * One stage now and over the last day.
   *
   * @param lastHour how many it ended in the last hour
   */
  public record Stage(
      String stage,
      long inFlight,
      long oldestAgeSeconds,
      double meanSeconds,
      double p95Seconds,
      long lastHour) {}

  /** One failure. */
  public record Failure(
      UUID documentId,
      UUID ingestId,
      String title,
      String stage,
      @Nullable Integer page,
      String code,
      String message,
      Instant at) {}

  /** One of the latest ingests. */
  public record Recent(
      UUID ingestId,
      UUID documentId,
      String title,
      long revision,
      String state,
      String cause,
      Instant acceptedAt,
      @Nullable Instant endedAt) {}

  /** Documents by state. */
  @Transactional
  public Counts counts() {
    Map<String, Long> byState = new HashMap<>();
    for (Object[] row : rows("select state, count(*) from document group by state")) {
      byState.put((String) row[0], ((Number) row[1]).longValue());
    }
    long published = byState.getOrDefault("published", 0L);
    long failed = byState.getOrDefault("failed", 0L);
    long inFlight = byState.getOrDefault("in-flight", 0L);
    return new Counts(
        published + failed + inFlight,
        published,
        failed,
        inFlight,
        byState.getOrDefault("withdrawn", 0L));
  }

  /** Documents that were published once and are not withdrawn: those the index must have. */
  @Transactional
  public long searchable() {
    Object count =
        entities
            .createNativeQuery(
                "select count(*) from document d where d.state <> 'withdrawn' and exists"
                    + " (select 1 from ingest i where i.document_id = d.id"
                    + " and i.published_at is not null)")
            .getSingleResult();
    return ((Number) count).longValue();
  }

  /** What each stage has to do, in the order of stages. */
  @Transactional
  public List<Load> loads() {
    return Arrays.stream(StageSql.values()).map(this::load).toList();
  }

  /** All stages in their order. */
  @Transactional
  public List<Stage> stages() {
    return Arrays.stream(StageSql.values())
        .map(
            sql -> {
              Load now = load(sql);
              Object[] past = rows(sql.past()).getFirst();
              return new Stage(
                  now.stage(),
                  now.inFlight(),
                  now.oldestAgeSeconds(),
                  rounded(past[0]),
                  rounded(past[1]),
                  ((Number) past[2]).longValue());
            })
        .toList();
  }

  /** Age of the oldest ingest that has not ended; 0 when there is none. */
  @Transactional
  public long oldestUnfinishedSeconds() {
    Object age =
        entities
            .createNativeQuery(
                "select coalesce(extract(epoch from now() - min(accepted_at)), 0)"
                    + " from ingest where ended_at is null")
            .getSingleResult();
    return ((Number) age).longValue();
  }

  /** What waits to be published. */
  public OutboxBatch.Backlog backlog() {
    return outbox.backlog();
  }

  /** The latest failures. */
  @Transactional
  public List<Failure> failures() {
    List<Failure> failures = new ArrayList<>();
    for (Object[] row :
        rows(
            "select d.id, f.ingest_id, d.title, f.stage, f.page, f.code, f.message, f.failed_at"
                + " from ingest_failure f join ingest i on i.id = f.ingest_id"
                + " join document d on d.id = i.document_id order by f.id desc limit "
                + LAST_FAILURES)) {
      failures.add(
          new Failure(
              (UUID) row[0],
              (UUID) row[1],
              (String) row[2],
              (String) row[3],
              (Integer) row[4],
              (String) row[5],
              (String) row[6],
              (Instant) row[7]));
    }
    return failures;
  }

  /** The latest ingests. */
  @Transactional
  public List<Recent> recent() {
    List<Recent> recent = new ArrayList<>();
    for (Object[] row :
        rows(
            "select i.id, d.id as document_id, d.title, i.revision, i.state, i.cause,"
                + " i.accepted_at, i.ended_at from ingest i join document d on d.id = i.document_id"
                + " order by i.id desc limit "
                + LAST_INGESTS)) {
      recent.add(
          new Recent(
              (UUID) row[0],
              (UUID) row[1],
              (String) row[2],
              ((Number) row[3]).longValue(),
              (String) row[4],
              (String) row[5],
              (Instant) row[6],
              (Instant) row[7]));
    }
    return recent;
  }

  private Load load(StageSql sql) {
    Object[] now = rows(sql.now()).getFirst();
    return new Load(sql.stage(), ((Number) now[0]).longValue(), ((Number) now[1]).longValue());
  }

  private static double rounded(Object seconds) {
    return Math.round(((Number) seconds).doubleValue() * 10) / 10.0;
  }

  private List<Object[]> rows(String sql) {
    List<?> rows = entities.createNativeQuery(sql).getResultList();
    return rows.stream().map(Object[].class::cast).toList();
  }
}
