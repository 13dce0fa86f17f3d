package org.cotejo.tracing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.prometheus.client.Collector;
import io.prometheus.client.Collector.MetricFamilySamples;
import io.prometheus.client.Collector.MetricFamilySamples.Sample;
import io.prometheus.client.exemplars.Exemplar;
import io.vertx.ext.web.impl.ParsableMIMEValue;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenMetricsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1 | true
          application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.5,text/plain;version=1.0.0;q=0.3,*/*;q=0.1                   | true
          application/openmetrics-text                                                                                                      | true
          text/plain;version=0.0.4;q=1,*/*;q=0.1                                                                                            | false
          text/plain,application/openmetrics-text;version=1.0.0;q=0.5                                                                       | false
          application/openmetrics-text;version=2.0.0,text/plain;q=0.2                                                                       | false
          application/openmetrics-text;version=1.0.0;q=0                                                                                    | false
          */*                                                                                                                               | false
          """)
  void goesToWhoPutsItFirst(String accept, boolean given) {
    assertEquals(
        given,
        OpenMetrics.preferred(
            Arrays.stream(accept.split(","))
                .map(one -> new ParsableMIMEValue(one.strip()))
                .toList()));
  }

  @Test
  void keepsExamplesOnlyWhereAPrometheusTakesThem() {
    // Given
    Exemplar example = new Exemplar(1.5, "trace_id", "4bf92f3577b34da6a3ce929d0e0e4736");
    // When
    MetricFamilySamples family =
        OpenMetrics.allowed(
            new MetricFamilySamples(
                "work_seconds",
                "seconds",
                Collector.Type.HISTOGRAM,
                "Work",
                List.of(
                    new Sample("work_seconds_bucket", List.of("le"), List.of("2.0"), 1, example),
                    new Sample("work_seconds_count", List.of(), List.of(), 1, example),
                    new Sample("work_seconds_sum", List.of(), List.of(), 1.5))));
    // Then
    assertEquals(example, family.samples.get(0).exemplar);
    assertNull(family.samples.get(1).exemplar);
    assertEquals(1, family.samples.get(1).value);
    assertEquals(3, family.samples.size());
  }
}
