package org.cotejo.ingest.operations.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cotejo.ingest.operations.ReprocessingFilter;

/** A filter of documents as a condition on the table {@code document d}. */
final class FilterSql {
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();

  private FilterSql() {}

  /**
   * The condition of a filter.
   *
   * @param before documents whose latest ingest began later are left out: they are new enough
   */
  static FilterSql of(ReprocessingFilter filter, Instant before) {
    FilterSql sql = new FilterSql();
    sql.and(
        "exists (select 1 from ingest i where i.id = d.ingest_id and i.accepted_at < :before)",
        "before",
        before);
    filter
        .language()
        .ifPresent(
            tag ->
                sql.and(
                    "',' || d.original_languages || ',' like '%,' || :language || ',%'",
                    "language", tag));
    filter
        .engine()
        .ifPresent(
            engine ->
                sql.and(
                    "exists (select 1 from ingest_page p where p.ingest_id = d.ingest_id"
                        + " and p.engine = :engine)",
                    "engine",
                    engine));
    filter
        .collection()
        .ifPresent(text -> sql.and("d.collection = :collection", "collection", text));
    filter
        .state()
        .ifPresentOrElse(
            text -> sql.and("d.state = :state", "state", text),
            () -> sql.conditions.add("d.state in ('published', 'failed')"));
    filter
        .from()
        .ifPresent(
            day ->
                sql.and(
                    "d.accepted_at >= :from",
                    "from",
                    day.atStartOfDay().toInstant(ZoneOffset.UTC)));
    filter
        .to()
        .ifPresent(
            day ->
                sql.and(
                    "d.accepted_at < :to",
                    "to",
                    day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC)));
    return sql;
  }

  FilterSql and(String condition, String name, Object value) {
    conditions.add(condition);
    values.put(name, value);
    return this;
  }

  /** A query with the condition at the place of {@code %s}. */
  Query query(EntityManager entities, String sql) {
    Query query = entities.createNativeQuery(sql.formatted(String.join(" and ", conditions)));
    values.forEach(query::setParameter);
    return query;
  }
}
