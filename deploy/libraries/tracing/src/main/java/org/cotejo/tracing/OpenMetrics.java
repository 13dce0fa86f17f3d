package org.cotejo.tracing;

import io.micrometer.prometheus.PrometheusMeterRegistry;
import io.prometheus.client.Collector.MetricFamilySamples;
import io.prometheus.client.exporter.common.TextFormat;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.MIMEHeader;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The metrics in the format OpenMetrics for whoever would rather have it, as every Prometheus does:
 * it alone has exemplars, which name the trace that a figure was recorded in. Quarkus answers all
 * who take plain text too with plain text; here they get what they put first.
 *
 * <p>Stands before the route of Quarkus at the same path, which answers everybody else.
 *
 * @see <a
 *     href="https://github.com/prometheus/OpenMetrics/blob/v1.0.0/specification/OpenMetrics.md">OpenMetrics
 *     1.0.0</a>
 */
@ApplicationScoped
@SuppressWarnings("deprecation") // Micrometer has a newer registry; Quarkus has this one.
public class OpenMetrics {
  static final String PATH = "/q/metrics";

  private static final String VERSION = "1.0.0";

  /** The route of Quarkus has 1. */
  private static final int BEFORE_QUARKUS = 0;

  private final PrometheusMeterRegistry registry;

  @Inject
  public OpenMetrics(PrometheusMeterRegistry registry) {
    this.registry = registry;
  }

  void register(@Observes Router router) {
    router.get(PATH).order(BEFORE_QUARKUS).handler(this::answer);
  }

  private void answer(RoutingContext request) {
    if (!preferred(request.parsedHeaders().accept())) {
      request.next();
      return;
    }
    // Some gauges ask a database.
    request
        .vertx()
        .executeBlocking(this::text, false)
        .onFailure(request::fail)
        .onSuccess(
            text ->
                request
                    .response()
                    .putHeader(HttpHeaders.CONTENT_TYPE, TextFormat.CONTENT_TYPE_OPENMETRICS_100)
                    .end(text));
  }

  @ActivateRequestContext
  String text() throws IOException {
    StringWriter text = new StringWriter();
    TextFormat.writeOpenMetrics100(
        text,
        Collections.enumeration(
            Collections.list(registry.getPrometheusRegistry().metricFamilySamples()).stream()
                .map(OpenMetrics::allowed)
                .toList()));
    return text.toString();
  }

  /**
   * A family with exemplars only where the standard has them: at totals of counters and at buckets.
   * Micrometer puts some at counts of timers too, and a Prometheus then takes nothing at all.
   */
  static MetricFamilySamples allowed(MetricFamilySamples family) {
    return new MetricFamilySamples(
        family.name,
        family.unit,
        family.type,
        family.help,
        family.samples.stream()
            .map(
                sample ->
                    sample.name.endsWith("_total") || sample.name.endsWith("_bucket")
                        ? sample
                        : new MetricFamilySamples.Sample(
                            sample.name, sample.labelNames, sample.labelValues, sample.value))
            .toList());
  }

  /** Whether OpenMetrics is named, and plain text is not wanted more. */
  static boolean preferred(List<? extends MIMEHeader> accepted) {
    float open = 0;
    float plain = 0;
    for (MIMEHeader one : accepted) {
      // First, for it makes the header be parsed.
      float weight = one.weight();
      String type = one.component() + "/" + one.subComponent();
      if (type.equalsIgnoreCase("application/openmetrics-text")
          && Optional.ofNullable(one.parameter("version")).orElse(VERSION).equals(VERSION)) {
        open = Math.max(open, weight);
      }
      if (type.equalsIgnoreCase("text/plain")) {
        plain = Math.max(plain, weight);
      }
    }
    return open > 0 && open >= plain;
  }
}
