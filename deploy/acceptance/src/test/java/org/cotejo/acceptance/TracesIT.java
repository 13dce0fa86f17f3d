package org.cotejo.acceptance;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.cotejo.acceptance.TraceReceiver.Received;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * One trace shows the way of one paper through all services. The stack is one of its own, told
 * where to send its traces by the usual variable.
 */
@Order(7)
class TracesIT {
  private static final Duration SEEN_WITHIN = Duration.ofSeconds(60);
  private static final Set<String> SERVICES =
      Set.of("ingest-service", "ocr-service", "search-service", "translation-service");

  private static TraceReceiver receiver;
  private static Stack stack;
  private static String document;

  @BeforeAll
  static void submitAPaper() throws IOException {
    receiver = new TraceReceiver();
    stack = Stack.start(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.url()));
    document = stack.document(SamplePaper.LIGHTHOUSE);
    await()
        .atMost(SEEN_WITHIN)
        .until(
            () ->
                trace().stream().anyMatch(span -> span.name().equals("projection"))
                    && connected(trace()));
  }

  @AfterAll
  static void stop() {
    if (stack != null) {
      stack.stopAndRemove();
    }
    receiver.close();
  }

  @Test
  void oneTraceGoesThroughAllServices() {
    // Given
    List<Received> trace = trace();
    // Then
    assertEquals(SERVICES, trace.stream().map(Received::service).collect(Collectors.toSet()));
    assertEquals(
        Set.of("progress", "surrogates", "recognition", "alignment", "projection"),
        named(trace, "CONSUMER"));
    List<Received> first = trace.stream().filter(span -> span.parent().isEmpty()).toList();
    assertEquals(1, first.size(), first::toString);
    assertEquals("POST /v1/documents", first.getFirst().name());
    Set<String> others =
        receiver.spans().stream()
            .filter(span -> span.attribute("cotejo.document.id").equals(document))
            .map(Received::trace)
            .collect(Collectors.toSet());
    assertEquals(Set.of(first.getFirst().trace()), others);
  }

  @Test
  void eachPageIsFoundByItsNumber() {
    // Given
    Set<String> pages = new TreeSet<>();
    for (Received span : trace()) {
      if (span.name().equals("recognition")) {
        assertTrue(!span.attribute("cotejo.ingest.id").isEmpty(), span::toString);
        pages.add(span.attribute("cotejo.page"));
      }
    }
    // Then
    assertEquals(Set.of("1", "2"), pages);
  }

  @Test
  void whatStoresAndWorkersTookIsInIt() {
    // Given
    List<Received> trace = trace();
    // Then
    for (String service : SERVICES) {
      assertTrue(
          trace.stream()
              .anyMatch(span -> span.service().equals(service) && span.name().startsWith("S3 ")),
          service);
    }
    assertTrue(
        trace.stream()
            .anyMatch(
                span ->
                    span.service().equals("ocr-service")
                        && span.name().equals("read page in worker")));
    assertEquals(Set.of("ingest-service", "translation-service"), asking(trace, "postgresql"));
    assertEquals(Set.of("search-service"), asking(trace, "elasticsearch"));
  }

  @Test
  void figuresOfEachServiceNameTheTraceAsExample() {
    // Given
    String trace = trace().getFirst().trace();
    // Then
    await()
        .atMost(SEEN_WITHIN)
        .untilAsserted(() -> assertEquals(SERVICES, servicesWithExample(trace)));
  }

  @Test
  void whatAServiceAsksByItselfMakesNoTrace() {
    assertEquals(
        List.of(),
        receiver.spans().stream()
            .filter(span -> span.parent().isEmpty() && span.kind().equals("CLIENT"))
            .toList());
  }

  @Test
  void theTraceOfAClientIsContinued() {
    // Given
    String trace = UUID.randomUUID().toString().replace("-", "");
    // When
    stack
        .anonymous()
        .getTraced("/v1/documents/" + document, "00-" + trace + "-00f067aa0ba902b7-01")
        .requireStatus(200);
    // Then
    await()
        .atMost(SEEN_WITHIN)
        .until(
            () ->
                receiver.spans().stream()
                    .anyMatch(
                        span ->
                            span.trace().equals(trace)
                                && span.parent().equals("00f067aa0ba902b7")
                                && span.kind().equals("SERVER")));
  }

  @Test
  void noSpanHoldsAnyText() {
    // Given
    stack.anonymous().search("farero");
    await()
        .atMost(SEEN_WITHIN)
        .until(
            () -> receiver.spans().stream().anyMatch(span -> span.name().equals("GET /v1/search")));
    // Then
    for (Received span : receiver.spans()) {
      String said = (span.name() + span.attributes()).toLowerCase(java.util.Locale.ROOT);
      for (String word : List.of("farero", "lighthouse", "keeper")) {
        assertTrue(!said.contains(word), said);
      }
    }
  }

  @Test
  void logsCarryTheTraceOfTheirEvent() throws ExecutionException, InterruptedException {
    // Given
    String trace = UUID.randomUUID().toString().replace("-", "");
    // When
    sendWhatNobodyKnows("00-" + trace + "-00f067aa0ba902b7-01");
    // Then
    for (String service : Set.of("search-service", "ingest-service")) {
      await()
          .atMost(SEEN_WITHIN)
          .until(
              () ->
                  log(service).stream()
                      .anyMatch(
                          line ->
                              line.contains("gave up")
                                  && line.contains("\"traceId\":\"" + trace + "\"")));
    }
  }

  private static void sendWhatNobodyKnows(String traceparent)
      throws ExecutionException, InterruptedException {
    String id = UUID.randomUUID().toString();
    String event =
        """
        {"specversion":"1.0","id":"%s","type":"cotejo.nobody.knows.v1","source":"/test","subject":"%s",
         "time":"2026-01-01T00:00:00Z","revision":1,"traceparent":"%s","data":{}}
        """
            .formatted(id, id, traceparent);
    stack.send("cotejo.bitexts", id, event);
  }

  /** The spans of the trace in which the paper came in. */
  private static List<Received> trace() {
    List<Received> all = receiver.spans();
    return all.stream()
        .filter(
            span ->
                span.kind().equals("SERVER")
                    && span.attribute("cotejo.document.id").equals(document))
        .findFirst()
        .map(first -> all.stream().filter(span -> span.trace().equals(first.trace())).toList())
        .orElse(List.of());
  }

  /** Spans come when they have ended, the outer after the inner. */
  private static boolean connected(List<Received> trace) {
    Set<String> ids = trace.stream().map(Received::id).collect(Collectors.toSet());
    return trace.stream().allMatch(span -> span.parent().isEmpty() || ids.contains(span.parent()));
  }

  private static Set<String> named(List<Received> trace, String kind) {
    return trace.stream()
        .filter(span -> span.kind().equals(kind))
        .map(Received::name)
        .collect(Collectors.toSet());
  }

  private static Set<String> asking(List<Received> trace, String system) {
    return trace.stream()
        .filter(
            span ->
                span.attribute("db.system").equals(system)
                    || span.attribute("db.system.name").equals(system))
        .map(Received::service)
        .collect(Collectors.toSet());
  }

  /** The services for whose times of handling a message Prometheus has this trace as example. */
  private static Set<String> servicesWithExample(String trace) {
    Instant now = Instant.now();
    Set<String> services = new TreeSet<>();
    for (JsonNode series :
        stack
            .prometheus(
                "/api/v1/query_exemplars?query=cotejo_stage_duration_seconds_bucket&start="
                    + now.minusSeconds(3600).getEpochSecond()
                    + "&end="
                    + now.plusSeconds(60).getEpochSecond())
            .path("data")) {
      if (series
          .path("exemplars")
          .valueStream()
          .anyMatch(example -> example.at("/labels/trace_id").asText().equals(trace))) {
        services.add(series.at("/seriesLabels/job").asText());
      }
    }
    return services;
  }

  private static List<String> log(String service) {
    try {
      return Files.readAllLines(stack.data().resolve("logs").resolve(service + ".log"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
