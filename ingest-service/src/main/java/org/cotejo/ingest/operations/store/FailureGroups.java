package org.cotejo.ingest.operations.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Failures of the last days by reason: what fails most, since when, and where to look. */
@ApplicationScoped
public class FailureGroups {
  private static final int LIMIT = 30;
  private static final int SAMPLES = 3;

  private final EntityManager entities;

  @Inject
  public FailureGroups(EntityManager entities) {
    this.entities = entities;
  }

  /** One failure of a group. */
  public record Sample(
      UUID documentId, UUID ingestId, String title, @Nullable Integer page, String message) {}

  /**
   * Failures with the same reason in the same stage.
   *
   * @param open of these, documents whose latest ingest it is: the others have been processed since
   * @param samples the latest ones, at most three
   */
  public record Group(
      String stage,
      String code,
      long failures,
      long documents,
      long open,
      Instant first,
      Instant last,
      List<Sample> samples) {}

  /** The groups of the last days, those with most failures first. */
  @Transactional
  public List<Group> ofLastDays(int days) {
    List<Group> groups = new ArrayList<>();
    List<?> rows =
        entities
            .createNativeQuery(
                "select f.stage, f.code, count(*), count(distinct i.document_id),"
                    + " count(distinct i.document_id) filter (where d.ingest_id = i.id),"
                    + " min(f.failed_at), max(f.failed_at)"
                    + " from ingest_failure f join ingest i on i.id = f.ingest_id"
                    + " join document d on d.id = i.document_id"
                    + " where f.failed_at > now() - make_interval(days => :days)"
                    + " group by f.stage, f.code order by 3 desc, 7 desc limit "
                    + LIMIT)
            .setParameter("days", days)
            .getResultList();
    for (Object row : rows) {
      Object[] group = (Object[]) row;
      String stage = (String) group[0];
      String code = (String) group[1];
      groups.add(
          new Group(
              stage,
              code,
              ((Number) group[2]).longValue(),
              ((Number) group[3]).longValue(),
              ((Number) group[4]).longValue(),
              (Instant) group[5],
              (Instant) group[6],
              samples(stage, code)));
    }
    return groups;
  }

  private List<Sample> samples(String stage, String code) {
    List<Sample> samples = new ArrayList<>();
    List<?> rows =
        entities
            .createNativeQuery(
                "select d.id, f.ingest_id, d.title, f.page, f.message"
                    + " from ingest_failure f join ingest i on i.id = f.ingest_id"
                    + " join document d on d.id = i.document_id"
                    + " where f.stage = :stage and f.code = :code order by f.id desc limit "
                    + SAMPLES)
            .setParameter("stage", stage)
            .setParameter("code", code)
            .getResultList();
    for (Object row : rows) {
      Object[] one = (Object[]) row;
      samples.add(
          new Sample(
              (UUID) one[0], (UUID) one[1], (String) one[2], (Integer) one[3], (String) one[4]));
    }
    return samples;
  }
}
