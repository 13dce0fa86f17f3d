package org.cotejo.operations;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Metrics as the code registers them, under the names that Prometheus shows. */
final class Metrics {
  private static final Pattern REGISTRATION =
      Pattern.compile(
          "(counter|timer|gauge|TimeGauge\\s*\\.builder|Gauge\\s*\\.builder"
              + "|DistributionSummary\\s*\\.builder)\\(\\s*\"(cotejo\\.[a-z.]+)\"(\\s*\\+ [a-z]+)?");
  private static final Pattern LIST =
      Pattern.compile("for \\(String ([a-z]+) : List\\.of\\(([^)]*)\\)\\)");

  private Metrics() {}

  /** All series names, those of counts, sums and maxima included. */
  static Set<String> names() {
    Set<String> names = new TreeSet<>();
    for (String service : Repository.SERVICES) {
      for (String source : Repository.sources(service)) {
        Matcher found = REGISTRATION.matcher(source);
        while (found.find()) {
          add(found, source, names);
        }
      }
    }
    return names;
  }

  private static void add(Matcher found, String source, Set<String> names) {
    if (found.group(3) == null) {
      add(found.group(1), found.group(2), names);
      return;
    }
    // A name made of a prefix and each of a list.
    Matcher list = LIST.matcher(source);
    while (list.find()) {
      if (found.group(3).endsWith(" " + list.group(1))) {
        for (String end : list.group(2).split(",")) {
          add(found.group(1), found.group(2) + end.strip().replace("\"", ""), names);
        }
      }
    }
  }

  private static void add(String kind, String dotted, Set<String> names) {
    String name = dotted.replace('.', '_');
    switch (kind.replaceAll("\\s", "")) {
      case "counter" -> names.add(name + "_total");
      case "timer" -> {
        names.add(name + "_seconds_count");
        names.add(name + "_seconds_sum");
        names.add(name + "_seconds_max");
      }
      case "TimeGauge.builder" -> names.add(name + "_seconds");
      case "gauge", "Gauge.builder" -> names.add(name);
      default -> {
        names.add(name + "_count");
        names.add(name + "_sum");
        names.add(name + "_max");
      }
    }
  }
}
