package org.cotejo.bench.load;

import java.util.List;
import java.util.Map;

/**
 * What a run measured.
 *
 * @param papers those that were submitted, all ended
 * @param seconds from the first submission to the end of the last ingest
 * @param papersPerMinute the rate that was wanted
 * @param heldBack papers that were due while too many were under way
 * @param lagSeconds the highest lag of a consumer group
 * @param oldestSeconds the highest age of an unfinished ingest
 * @param memoryMib the most that each part held
 * @param processorTicks hundredths of a second that each part worked
 * @param bytesByThousandPages growth of each store
 * @param originalBytes of the scans that were submitted
 */
record Figures(
    List<Papers.Ended> papers,
    double seconds,
    double papersPerMinute,
    int heldBack,
    Reading reading,
    double lagSeconds,
    double oldestSeconds,
    Map<String, Long> memoryMib,
    Map<String, Long> processorTicks,
    Map<String, Long> bytesByThousandPages,
    long originalBytes,
    Dashboards dashboards) {

  /** What readers saw. */
  record Reading(int readers, Percentiles searches, Percentiles tiles, int failed) {}

  /**
   * What the dashboards' queries came to.
   *
   * @param unanswered those that never found anything
   */
  record Dashboards(int queries, int samples, long slowestMillis, List<String> unanswered) {
    Dashboards {
      unanswered = List.copyOf(unanswered);
    }
  }

  Figures {
    papers = List.copyOf(papers);
    memoryMib = Map.copyOf(memoryMib);
    processorTicks = Map.copyOf(processorTicks);
  }

  /** Of papers that were published. */
  int pages() {
    return papers.stream().filter(Papers.Ended::published).mapToInt(Papers.Ended::pages).sum();
  }

  long published() {
    return papers.stream().filter(Papers.Ended::published).count();
  }

  double pagesPerHour() {
    return pages() * 3600 / seconds;
  }
}
