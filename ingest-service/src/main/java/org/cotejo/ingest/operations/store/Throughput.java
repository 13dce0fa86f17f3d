package org.cotejo.ingest.operations.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What came in and what ended, hour by hour over the last day. */
@ApplicationScoped
public class Throughput {
  private final EntityManager entities;

  @Inject
  public Throughput(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * One hour.
   *
   * @param from its beginning
   * @param begun ingests
   * @param published ingests that ended with a published document
   * @param failed ingests that ended without one
   * @param pages of the published
   */
  public record Hour(Instant from, long begun, long published, long failed, long pages) {}

  /** The last 24 hours, the one that runs last. */
  @Transactional
  public List<Hour> lastDay() {
    List<Hour> hours = new ArrayList<>();
    List<?> rows =
        entities
            .createNativeQuery(
                "select h.at, coalesce(b.begun, 0), coalesce(e.published, 0),"
                    + " coalesce(e.failed, 0), coalesce(e.pages, 0)"
                    + " from generate_series(date_trunc('hour', now()) - interval '23 hours',"
                    + " date_trunc('hour', now()), interval '1 hour') as h(at)"
                    + " left join (select date_trunc('hour', accepted_at) as at, count(*) as begun"
                    + " from ingest where accepted_at > now() - interval '24 hours' group by 1) b"
                    + " on b.at = h.at"
                    + " left join (select date_trunc('hour', ended_at) as at,"
                    + " count(*) filter (where published_at is not null and state <> 'failed')"
                    + " as published,"
                    + " count(*) filter (where state = 'failed') as failed,"
                    + " sum(page_count) filter (where published_at is not null) as pages"
                    + " from ingest where ended_at > now() - interval '24 hours' group by 1) e"
                    + " on e.at = h.at order by h.at")
            .getResultList();
    for (Object row : rows) {
      Object[] hour = (Object[]) row;
      hours.add(
          new Hour(
              (Instant) hour[0],
              ((Number) hour[1]).longValue(),
              ((Number) hour[2]).longValue(),
              ((Number) hour[3]).longValue(),
              ((Number) hour[4]).longValue()));
    }
    return hours;
  }
}
