package org.cotejo.ingest.operations.store;

import java.util.Locale;

/** How the work of each stage is seen in the records of the ingests. */
enum StageSql {
  SURROGATES(
      "select count(*), coalesce(extract(epoch from now() - min(i.accepted_at)), 0)"
          + " from ingest_page p join ingest i on i.id = p.ingest_id"
          + " where i.ended_at is null and p.state = 'waiting'",
      "select extract(epoch from surrogates_done_at - accepted_at) as seconds,"
          + " surrogates_done_at as at from ingest"
          + " where surrogates_done_at > now() - interval '1 day'"),
  RECOGNITION(
      "select count(*), coalesce(extract(epoch from now() - min(p.surrogate_at)), 0)"
          + " from ingest_page p join ingest i on i.id = p.ingest_id"
          + " where i.ended_at is null and p.state = 'surrogate'",
      "select extract(epoch from ended_at - surrogate_at) as seconds, ended_at as at"
          + " from ingest_page"
          + " where state = 'transcribed' and ended_at > now() - interval '1 day'"),
  ALIGNMENT(
      "select count(*), coalesce(extract(epoch from now() - min(pages_done_at)), 0)"
          + " from ingest where ended_at is null and pages_done_at is not null"
          + " and aligned_at is null",
      "select extract(epoch from aligned_at - pages_done_at) as seconds, aligned_at as at"
          + " from ingest"
          + " where aligned_at > now() - interval '1 day' and pages_done_at is not null"),
  PROJECTION(
      "select count(*), coalesce(extract(epoch from now() - min(aligned_at)), 0)"
          + " from ingest where ended_at is null and aligned_at is not null",
      "select extract(epoch from published_at - aligned_at) as seconds, published_at as at"
          + " from ingest"
          + " where published_at > now() - interval '1 day' and aligned_at is not null");

  private final String now;
  private final String durations;

  StageSql(String now, String durations) {
    this.now = now;
    this.durations = durations;
  }

  /** Its name on the page, in events and in labels. */
  String stage() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** One row: how many are unfinished, and for how many seconds the oldest has been. */
  String now() {
    return now;
  }

  /** One row of the last day: mean seconds, 95 % within, and how many ended in the last hour. */
  String past() {
    return "select coalesce(avg(seconds), 0), coalesce(percentile_cont(0.95) within group"
        + " (order by seconds), 0), count(*) filter (where at > now() - interval '1 hour') from ("
        + durations
        + ") as past";
  }
}
