package org.cotejo.acceptance;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Ten documents are in flight while each service is killed, or asked to stop, in turn: all ten
 * complete, none is doubled.
 */
@Order(5)
class CrashIT {

  private static final int DOCUMENTS = 10;
  private static final int SEEDS = 50;
  private static final List<String> SERVICES =
      List.of("ocr-service", "translation-service", "search-service", "ingest-service");
  private static final Duration RESTARTED_WITHIN = Duration.ofSeconds(120);
  private static final Duration COMPLETE_WITHIN = Duration.ofMinutes(5);

  /** What Kubernetes grants before it kills. */
  private static final double GRACE_SECONDS = 30;

  /** A service that writes its start-up cache on its way out ends later than its work. */
  private static final Duration ENDED_WITHIN = Duration.ofMinutes(4);

  private static final Pattern STOPPED = Pattern.compile("stopped in ([0-9.]+)s");

  private final Stack stack = Stack.get();

  @TempDir private Path folder;

  /** How a service ends. */
  private enum Ending {
    /** SIGKILL, as the kernel does it when memory is short. */
    KILLED("Papers that survive", DOCUMENTS, 0),
    /**
     * SIGTERM, as Kubernetes does it when it moves a pod; it takes longer, so papers go on coming.
     */
    ASKED_TO_STOP("Papers that wait a moment", 1, 3);

    private final String collection;
    private final int first;
    private final int beforeEach;

    Ending(String collection, int first, int beforeEach) {
      this.collection = collection;
      this.first = first;
      this.beforeEach = beforeEach;
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyDocumentCompletesOnceWhenServicesEnd(Ending ending) throws IOException {
    // Given
    Path record = record(ending);
    List<String> documents = new ArrayList<>();
    submit(record, ending, ending.first, documents);

    // When
    for (String service : SERVICES) {
      submit(record, ending, ending.beforeEach, documents);
      assertTrue(
          counts().path("inFlight").asLong() > 0,
          () -> "nothing is in flight when " + service + " ends");
      end(service, ending);
    }

    // Then
    await()
        .atMost(COMPLETE_WITHIN)
        .pollInterval(Duration.ofSeconds(1))
        .ignoreExceptionsInstanceOf(UncheckedIOException.class)
        .until(() -> conserved().path("inFlight").asLong() == 0);
    for (String document : documents) {
      JsonNode view =
          stack.as("operator").get("/v1/documents/" + document).requireStatus(200).json();
      JsonNode ingest =
          stack
              .as("operator")
              .get("/v1/ingests/" + view.path("ingestId").asText())
              .requireStatus(200)
              .json();
      assertEquals("completed", ingest.path("state").asText(), ingest::toString);
    }
    assertOnceInTheCatalogue(documents, ending);
    assertOnceInTheIndex(documents, ending);
    PublishedEvents.assertNoneTwiceUnderDifferentIds(stack.kafka(), documents);
  }

  private void submit(Path record, Ending ending, int count, List<String> documents) {
    for (int more = 0; more < count; more++) {
      documents.add(submit(record, ending.ordinal() * SEEDS + documents.size()));
    }
  }

  private String submit(Path record, int number) {
    List<String> arguments = new ArrayList<>(List.of("submit", "--record", record.toString()));
    for (int page = 0; page < SamplePaper.FREE_PORT.scans().size(); page++) {
      arguments.addAll(
          List.of(
              "--scan",
              Dust.on(SamplePaper.FREE_PORT.scans().get(page), number * 100L + page, folder)
                  .toString()));
    }
    arguments.addAll(
        List.of(
            "--translation",
            "en=" + SamplePaper.FREE_PORT.folder().resolve("translations/en.txt")));
    return stack.client("submitter", arguments.toArray(String[]::new)).succeeded().lastLine();
  }

  private Path record(Ending ending) throws IOException {
    return Files.writeString(
        folder.resolve("record.json"),
        """
        {"title":"A paper that survives","originalLanguages":["es"],"collection":"%s","access":{"level":"public"}}
        """
            .formatted(ending.collection));
  }

  /** Ends a service and waits until the supervisor has it up again. */
  private void end(String service, Ending ending) throws IOException {
    long before = stack.part(service).path("process").path("pid").asLong();
    ProcessHandle process = ProcessHandle.of(before).orElseThrow();
    switch (ending) {
      case KILLED -> assertTrue(process.destroyForcibly());
      case ASKED_TO_STOP -> {
        long stops = stopTimes(service).size();
        assertTrue(process.destroy());
        await()
            .atMost(ENDED_WITHIN)
            .pollInterval(Duration.ofMillis(200))
            .until(() -> !process.isAlive() || stopTimes(service).size() > stops);
        List<Double> times = stopTimes(service);
        assertEquals(stops + 1, times.size(), service + " ended without putting its work down");
        assertTrue(times.getLast() < GRACE_SECONDS, service + " took " + times + " s to stop");
        await().atMost(ENDED_WITHIN).until(() -> !process.isAlive());
      }
    }
    await()
        .atMost(RESTARTED_WITHIN)
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> {
              if (!service.equals("ingest-service")) {
                conserved();
              }
              JsonNode part = stack.part(service);
              return part.path("process").path("pid").asLong() != before
                  && part.path("status").asText().equals("healthy");
            });
  }

  /** How long a service says that it took each time it stopped, in seconds. */
  private List<Double> stopTimes(String service) throws IOException {
    List<Double> times = new ArrayList<>();
    try (Stream<Path> logs = Files.list(stack.data().resolve("logs"))) {
      for (Path log :
          logs.filter(file -> file.getFileName().toString().startsWith(service)).toList()) {
        STOPPED
            .matcher(Files.readString(log))
            .results()
            .forEach(found -> times.add(Double.valueOf(found.group(1))));
      }
    }
    return times;
  }

  private JsonNode counts() {
    return stack
        .as("operator")
        .get("/v1/operations/summary")
        .requireStatus(200)
        .json()
        .path("documents");
  }

  /** At each look: accepted = published + failed + in flight. */
  private JsonNode conserved() {
    Api.Answer answer = stack.as("operator").get("/v1/operations/summary");
    if (answer.status() >= 500) {
      throw new UncheckedIOException(
          new IOException("the service is starting: " + answer.status()));
    }
    JsonNode counts = answer.requireStatus(200).json().path("documents");
    long sum =
        counts.path("published").asLong()
            + counts.path("failed").asLong()
            + counts.path("inFlight").asLong();
    assertEquals(counts.path("accepted").asLong(), sum, counts::toString);
    return counts;
  }

  private void assertOnceInTheCatalogue(List<String> documents, Ending ending) {
    Set<String> listed = new HashSet<>();
    JsonNode list =
        stack
            .as("curator")
            .get("/v1/documents?limit=200&collection=" + ending.collection.replace(" ", "%20"))
            .requireStatus(200)
            .json();
    list.path("documents")
        .forEach(document -> assertTrue(listed.add(document.path("documentId").asText())));
    assertEquals(new HashSet<>(documents), listed);
  }

  private void assertOnceInTheIndex(List<String> documents, Ending ending) {
    JsonNode answer =
        stack
            .anonymous()
            .get(
                "/v1/search?q=Golondrina&size=50&collection="
                    + ending.collection.replace(" ", "%20"))
            .requireStatus(200)
            .json();
    assertEquals(documents.size(), answer.path("total").asInt(), answer::toString);
    Set<String> found = new HashSet<>();
    for (JsonNode hit : answer.path("hits")) {
      assertTrue(found.add(hit.path("documentId").asText()), "a document is there twice");
      Set<String> passages = new HashSet<>();
      for (JsonNode passage : hit.path("passages")) {
        assertTrue(
            passages.add(passage.path("role").asText() + passage.path("segments")),
            "a passage is there twice");
      }
    }
    assertEquals(new HashSet<>(documents), found);
  }
}
