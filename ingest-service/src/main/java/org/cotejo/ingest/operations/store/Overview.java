package org.cotejo.ingest.operations.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
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

  /** One stage now and over the last day. */
  public record Stage(
      String stage, long inFlight, long oldestAgeSeconds, double meanSeconds, double p95Seconds) {}

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

  /** All stages in their order. */
  @Transactional
  public List<Stage> stages() {
    return List.of(
        stage(
            "surrogates",
            "select count(*), coalesce(extract(epoch from now() - min(i.accepted_at)), 0)"
                + " from ingest_page p join ingest i on i.id = p.ingest_id"
                + " where i.ended_at is null and p.state = 'waiting'",
            "select extract(epoch from surrogates_done_at - accepted_at) as seconds from ingest"
                + " where surrogates_done_at > now() - interval '1 day'"),
        stage(
            "recognition",
            "select count(*), coalesce(extract(epoch from now() - min(p.surrogate_at)), 0)"
                + " from ingest_page p join ingest i on i.id = p.ingest_id"
                + " where i.ended_at is null and p.state = 'surrogate'",
            "select extract(epoch from ended_at - surrogate_at) as seconds from ingest_page"
                + " where state = 'transcribed' and ended_at > now() - interval '1 day'"),
        stage(
            "alignment",
            "select count(*), coalesce(extract(epoch from now() - min(pages_done_at)), 0)"
                + " from ingest where ended_at is null and pages_done_at is not null"
                + " and aligned_at is null",
            "select extract(epoch from aligned_at - pages_done_at) as seconds from ingest"
                + " where aligned_at > now() - interval '1 day' and pages_done_at is not null"),
        stage(
            "projection",
            "select count(*), coalesce(extract(epoch from now() - min(aligned_at)), 0)"
                + " from ingest where ended_at is null and aligned_at is not null",
            "select extract(epoch from published_at - aligned_at) as seconds from ingest"
                + " where published_at > now() - interval '1 day' and aligned_at is not null"));
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

  private Stage stage(String name, String now, String durations) {
    Object[] current = rows(now).getFirst();
    Object[] past =
        rows("select coalesce(avg(seconds), 0), coalesce(percentile_cont(0.95) within group"
                + " (order by seconds), 0) from ("
                + durations
                + ") as past")
            .getFirst();
    return new Stage(
        name,
        ((Number) current[0]).longValue(),
        ((Number) current[1]).longValue(),
        rounded(past[0]),
        rounded(past[1]));
  }

  private static double rounded(Object seconds) {
    return Math.round(((Number) seconds).doubleValue() * 10) / 10.0;
  }

  private List<Object[]> rows(String sql) {
    List<?> rows = entities.createNativeQuery(sql).getResultList();
    return rows.stream().map(Object[].class::cast).toList();
  }
}
