package org.cotejo.operations;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Metrics as the code registers them: always by a builder that names, describes and labels. A
 * registration in another form, or one without a description, is a fault.
 */
final class Metrics {
  private static final Set<String> SHORT_FORMS = Set.of("counter", "timer", "gauge", "summary");

  private Metrics() {}

  /** What is measured, in the words of Prometheus. */
  enum Kind {
    COUNTER,
    GAUGE,
    TIMER,
    SUMMARY
  }

  /**
   * A metric.
   *
   * @param name as Prometheus shows it, without the endings of counts, sums and buckets
   * @param labels that the code gives it
   * @param buckets whether it is a histogram
   * @param services that have it
   */
  record Metric(
      String name,
      Kind kind,
      String description,
      Set<String> labels,
      boolean buckets,
      Set<String> services) {

    /** Names of its series. */
    List<String> series() {
      if (kind == Kind.COUNTER || kind == Kind.GAUGE) {
        return List.of(name);
      }
      List<String> series = new ArrayList<>(List.of(name + "_count", name + "_sum", name + "_max"));
      if (buckets) {
        series.add(name + "_bucket");
      }
      return series;
    }
  }

  /** Every metric by name. */
  static Map<String, Metric> all() {
    Map<String, Metric> metrics = new TreeMap<>();
    scan((unit, call) -> registration(unit, call).ifPresent(metric -> merge(metrics, metric)));
    return metrics;
  }

  /** All series names, those of counts, sums, maxima and buckets included. */
  static Set<String> names() {
    Set<String> names = new TreeSet<>();
    all().values().forEach(metric -> names.addAll(metric.series()));
    return names;
  }

  /** Registrations of ours that do not go through a builder with a description. */
  static List<String> faults() {
    List<String> faults = new ArrayList<>();
    scan(
        (unit, call) -> {
          String method = name(call.getMethodSelect());
          String first =
              call.getArguments().isEmpty()
                  ? ""
                  : JavaSources.text(call.getArguments().getFirst()).orElse("");
          if (SHORT_FORMS.contains(method) && first.startsWith("cotejo.")) {
            faults.add(first + ": registered without a builder");
          }
          registration(unit, call)
              .filter(metric -> metric.description().isEmpty())
              .ifPresent(metric -> faults.add(metric.name() + ": not described"));
        });
    return faults;
  }

  private interface Visit {
    void call(JavaSources.Unit unit, MethodInvocationTree call);
  }

  private static void scan(Visit visit) {
    for (JavaSources.Unit unit : JavaSources.units()) {
      new TreeScanner<Void, Void>() {
        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
          visit.call(unit, call);
          return super.visitMethodInvocation(call, nothing);
        }
      }.scan(unit.tree(), null);
    }
  }

  /** Read from the end of the chain to its beginning. */
  private static Optional<Metric> registration(JavaSources.Unit unit, MethodInvocationTree end) {
    if (!name(end.getMethodSelect()).equals("register")) {
      return Optional.empty();
    }
    Set<String> labels = new TreeSet<>();
    String description = "";
    boolean buckets = false;
    ExpressionTree step = receiver(end);
    while (step instanceof MethodInvocationTree call) {
      switch (name(call.getMethodSelect())) {
        case "tag" -> labels.add(argument(call));
        case "description" -> description = argument(call);
        case "serviceLevelObjectives", "publishPercentileHistogram" -> buckets = true;
        case "builder" -> {
          return metric(unit, call, description, labels, buckets);
        }
        default -> {}
      }
      step = receiver(call);
    }
    return Optional.empty();
  }

  private static Optional<Metric> metric(
      JavaSources.Unit unit,
      MethodInvocationTree builder,
      String description,
      Set<String> labels,
      boolean buckets) {
    String meter = argument(builder);
    if (!meter.startsWith("cotejo.")) {
      return Optional.empty();
    }
    String base = meter.replace('.', '_');
    String type = String.valueOf(receiver(builder));
    Metric metric =
        switch (type) {
          case "Counter" -> of(base + "_total", Kind.COUNTER, description, labels, false, unit);
          case "Gauge" -> of(base, Kind.GAUGE, description, labels, false, unit);
          case "TimeGauge" -> of(base + "_seconds", Kind.GAUGE, description, labels, false, unit);
          case "Timer" -> of(base + "_seconds", Kind.TIMER, description, labels, buckets, unit);
          case "DistributionSummary" -> of(base, Kind.SUMMARY, description, labels, buckets, unit);
          default -> throw new AssertionError(meter + " is made by an unknown " + type);
        };
    return Optional.of(metric);
  }

  private static Metric of(
      String name,
      Kind kind,
      String description,
      Set<String> labels,
      boolean buckets,
      JavaSources.Unit unit) {
    return new Metric(name, kind, description, labels, buckets, unit.services());
  }

  /** The same metric may be registered in two services; it then is the same in all else. */
  private static void merge(Map<String, Metric> metrics, Metric found) {
    metrics.merge(
        found.name(),
        found,
        (one, other) -> {
          if (!one.description().equals(other.description())
              || one.kind() != other.kind()
              || !one.labels().equals(other.labels())) {
            throw new AssertionError(one + " is registered otherwise too: " + other);
          }
          Set<String> services = new TreeSet<>(one.services());
          services.addAll(other.services());
          return of(one, services);
        });
  }

  private static Metric of(Metric metric, Set<String> services) {
    return new Metric(
        metric.name(),
        metric.kind(),
        metric.description(),
        metric.labels(),
        metric.buckets(),
        services);
  }

  private static String argument(MethodInvocationTree call) {
    return JavaSources.text(call.getArguments().getFirst()).orElse("");
  }

  private static ExpressionTree receiver(MethodInvocationTree call) {
    return call.getMethodSelect() instanceof MemberSelectTree select
        ? select.getExpression()
        : call.getMethodSelect();
  }

  private static String name(ExpressionTree method) {
    return method instanceof MemberSelectTree select
        ? select.getIdentifier().toString()
        : method.toString();
  }

  /** Names of metrics in a text, ours and those of HTTP and of the JVM. */
  static Set<String> in(String text) {
    Set<String> names = new TreeSet<>();
    Pattern.compile("\\b((cotejo|http|jvm|process|system)_[a-z_]+)\\b")
        .matcher(text)
        .results()
        .forEach(found -> names.add(found.group(1)));
    return names;
  }
}
