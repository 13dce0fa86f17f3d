package org.cotejo.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cotejo.bench.pipeline.LocalStack;
import org.cotejo.client.api.CotejoApi;
import org.cotejo.client.api.Retries;

/** Instant queries to the Prometheus of a stack. */
final class Prometheus implements AutoCloseable {
  private final CotejoApi api;

  private Prometheus(CotejoApi api) {
    this.api = api;
  }

  /**
   * That of a running stack.
   *
   * @throws IOException when it was started without
   */
  static Prometheus of(LocalStack stack) throws IOException {
    int port =
        stack
            .portOf("prometheus")
            .orElseThrow(
                () ->
                    new IOException(
                        "the stack on "
                            + stack.data()
                            + " has no Prometheus; start it with deploy/local/up --with-prometheus"));
    return new Prometheus(
        new CotejoApi(
            URI.create("http://127.0.0.1:" + port), Optional.empty(), new Retries(List.of())));
  }

  /** The value of each series that has one; empty when the query finds nothing. */
  List<Double> values(String query) {
    JsonNode answer = api.get("/api/v1/query?query=" + CotejoApi.encode(query));
    List<Double> values = new ArrayList<>();
    for (JsonNode series : answer.at("/data/result")) {
      double value = number(series.at("/value/1").asText());
      if (!Double.isNaN(value)) {
        values.add(value);
      }
    }
    return values;
  }

  /** The highest value; empty when the query finds nothing. */
  Optional<Double> highest(String query) {
    return values(query).stream().max(Double::compare);
  }

  private static double number(String text) {
    return switch (text) {
      case "+Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  @Override
  public void close() {
    api.close();
  }
}
