package org.cotejo.acceptance;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each alert fires when what it is for is done to a running stack, and is silent once that is
 * mended. The stack is one of its own, for what is done leaves papers without pages.
 */
@Order(8)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AlertsFireIT {
  private static final Duration FIRES_WITHIN = Duration.ofSeconds(120);

  /** Windows have to pass. */
  private static final Duration SILENT_WITHIN = Duration.ofSeconds(150);

  /** More than ten in flight are a backlog, more than twenty pages in an hour are too many. */
  private static final int PAPERS = 12;

  private static final int PAGES_OF_EACH = 2;

  /** One in ten of at least five. */
  private static final int FAILING = 6;

  /** What this machine does not let happen; promtool alone shows it there. */
  private static final Set<String> NOT_SHOWN = new TreeSet<>();

  private static final Set<String> FIRED = new TreeSet<>();

  @TempDir private static Path folder;

  private static Stack stack;
  private static AlertPrometheus prometheus;

  @BeforeAll
  static void look() throws IOException {
    // The figures of fixity are those of its last look.
    stack = Stack.alone(Map.of("COTEJO_FIXITY_EVERY", "2s", "COTEJO_FIXITY_DELAYED", "2s"));
    prometheus = new AlertPrometheus(stack, Files.createDirectories(folder.resolve("prometheus")));
  }

  @AfterAll
  static void stop() {
    if (prometheus != null) {
      prometheus.close();
    }
    if (stack != null && stack.own()) {
      stack.stopAndRemove();
    }
  }

  @Test
  @Order(1)
  void silentWhenAllIsWell() {
    // Given
    discardDeadLetters();
    // Then
    await().atMost(SILENT_WITHIN).untilAsserted(() -> assertEquals(Set.of(), prometheus.firing()));
  }

  @Test
  @Order(2)
  void aChangedByteOfAnOriginal() throws IOException {
    // Given
    String document = stack.document(SamplePaper.CABLE);
    Path original = storedOriginal(SamplePaper.CABLE.scans().getFirst());
    byte[] sound = Files.readAllBytes(original);
    byte[] damaged = sound.clone();
    damaged[damaged.length / 2] ^= 1;
    try {
      // When
      Files.write(original, damaged);
      operator("/v1/operations/fixity/documents/" + document + "/check", 202);
      // Then
      fires("CotejoFixityFailure");
    } finally {
      Files.write(original, sound);
    }
    operator("/v1/operations/fixity/documents/" + document + "/check", 202);
    silent("CotejoFixityFailure");
  }

  @Test
  @Order(3)
  void aStoppedBroker() {
    // Given
    long broker = pid("kafka");
    signal("STOP", broker);
    try {
      // When
      submit(List.of(page(0)));
      // Then
      fires("CotejoOutboxNotDraining");
    } finally {
      signal("CONT", broker);
    }
    silent("CotejoOutboxNotDraining");
  }

  @Test
  @Order(4)
  void aStandingWorker() {
    // Given
    Set<Long> stopped = new HashSet<>();
    try {
      // When
      submit(SamplePaper.FREE_PORT.scans());
      // Then
      await()
          .atMost(FIRES_WITHIN)
          .until(
              () -> {
                workers()
                    .forEach(
                        worker -> {
                          signal("STOP", worker);
                          stopped.add(worker);
                        });
                return prometheus.firing("CotejoWorkerStuck", "recognition")
                    && prometheus.firing().contains("CotejoStageBehind");
              });
      FIRED.addAll(Set.of("CotejoWorkerStuck", "CotejoStageBehind"));
    } finally {
      stopped.forEach(worker -> signal("CONT", worker));
    }
    silent("CotejoWorkerStuck", "CotejoStageBehind");
  }

  @Test
  @Order(5)
  void aPausedStageWhosePagesAreLostMeanwhile() throws Exception {
    // Given
    operator("/v1/operations/stages/recognition/pause", 200);
    List<String> papers;
    try {
      // When
      Set<Path> before = pageImages();
      papers =
          IntStream.rangeClosed(1, PAPERS)
              .mapToObj(
                  paper ->
                      submit(
                          IntStream.range(0, PAGES_OF_EACH)
                              .mapToObj(page -> page(paper * PAGES_OF_EACH + page))
                              .toList()))
              .toList();
      // Then
      fires("CotejoStagePaused", "CotejoBacklogGrows", "CotejoDocumentUnfinished");

      // When
      await().atMost(FIRES_WITHIN).until(() -> newImages(before).size() == PAPERS * PAGES_OF_EACH);
      for (Path image : newImages(before)) {
        Files.writeString(image, "no image");
      }
      for (String paper : papers.subList(0, FAILING)) {
        sendWhatNobodyKnows(paper);
      }
      operator("/v1/operations/stages/recognition/resume", 200);
      // Then
      fires("CotejoPagesFail", "CotejoDeadLetters", "CotejoDocumentsFail");
    } finally {
      operator("/v1/operations/stages/recognition/resume", 200);
    }
    discardDeadLetters();
    // The catalogue calls them failed and knows that they stand in the index: their pages went on.
    silent(
        "CotejoIndexDrift",
        "CotejoStagePaused",
        "CotejoBacklogGrows",
        "CotejoDocumentUnfinished",
        "CotejoPagesFail",
        "CotejoDeadLetters",
        "CotejoDocumentsFail");
  }

  @Test
  @Order(6)
  void anIndexThatDies() {
    // Given
    long index = pid("elasticsearch");
    assertTrue(ProcessHandle.of(index).orElseThrow().destroyForcibly());
    // Then
    await()
        .atMost(FIRES_WITHIN)
        .until(
            () -> {
              stack.anonymous().get("/v1/search?q=faro");
              return prometheus
                  .firing()
                  .containsAll(Set.of("CotejoErrorsFast", "CotejoErrorsSlow"));
            });
    FIRED.addAll(Set.of("CotejoErrorsFast", "CotejoErrorsSlow"));
    silent("CotejoErrorsFast", "CotejoErrorsSlow");
    await()
        .atMost(FIRES_WITHIN)
        .until(() -> stack.anonymous().get("/v1/search?q=faro").status() == 200);
  }

  @Test
  @Order(7)
  void aDocumentThatIsNotInTheIndex() {
    // Given
    String document = stack.document(SamplePaper.CABLE);
    silent("CotejoIndexDrift");
    // When
    index().delete("/cotejo-documents/_doc/" + document + "?refresh=true").requireStatus(200);
    // Then
    fires("CotejoIndexDrift");

    // When
    operator("/v1/operations/rebuild", 202);
    // Then
    silent("CotejoIndexDrift");
  }

  @Test
  @Order(8)
  void aServiceThatHangsAndOneThatIsGone() throws IOException {
    // Given
    long service = pid("search-service");
    signal("STOP", service);
    try {
      prometheus.forget("translation-service");
      // Then
      fires("CotejoServiceDown", "CotejoServiceMissing");
    } finally {
      signal("CONT", service);
      prometheus.lookAtAll();
    }
    silent("CotejoServiceDown", "CotejoServiceMissing");
  }

  @Test
  @Order(9)
  void aTemporaryFolderThatIsFull() throws IOException {
    // Given
    Path temporary = stack.data().resolve("ocr-service/tmp");
    assertTrue(Files.isDirectory(temporary), temporary.toString());
    Optional<SmallDisk> mounted = SmallDisk.over(temporary);
    if (mounted.isEmpty()) {
      NOT_SHOWN.add("CotejoTemporarySpace");
    }
    assumeTrue(
        mounted.isPresent(),
        "CotejoTemporarySpace IS NOT SHOWN: this account may not mount a small file system (tmpfs)");
    try (SmallDisk disk = mounted.get()) {
      silent("CotejoTemporarySpace");
      // When
      disk.fill();
      // Then
      fires("CotejoTemporarySpace");

      // When
      disk.empty();
      // Then
      silent("CotejoTemporarySpace");
    }
  }

  @Test
  @Order(10)
  void noneIsLeftOut() {
    // Given
    Set<String> shown = new TreeSet<>(FIRED);
    shown.addAll(NOT_SHOWN);
    // Then
    assertEquals(prometheus.names(), shown);
  }

  /** Waits until each has fired, together or one after the other. */
  private static void fires(String... alerts) {
    Set<String> missing = new TreeSet<>(Set.of(alerts));
    await()
        .atMost(FIRES_WITHIN)
        .untilAsserted(
            () -> {
              Set<String> firing = prometheus.firing();
              FIRED.addAll(firing);
              missing.removeAll(firing);
              assertEquals(Set.of(), missing);
            });
  }

  private static void silent(String... alerts) {
    await()
        .atMost(SILENT_WITHIN)
        .untilAsserted(
            () -> {
              Set<String> speaking = prometheus.firing();
              speaking.retainAll(Set.of(alerts));
              assertEquals(Set.of(), speaking);
            });
  }

  private static String submit(List<Path> scans) {
    List<String> arguments =
        new ArrayList<>(List.of("submit", "--record", SamplePaper.FREE_PORT.record().toString()));
    scans.forEach(scan -> arguments.addAll(List.of("--scan", scan.toString())));
    return stack.client("submitter", arguments.toArray(String[]::new)).succeeded().lastLine();
  }

  /** A small empty page that no other is equal to. */
  private static Path page(int number) {
    BufferedImage page = new BufferedImage(600, 800, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = page.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, page.getWidth(), page.getHeight());
    graphics.setColor(Color.BLACK);
    graphics.drawString(number + " " + System.nanoTime(), 100, 100);
    graphics.dispose();
    try {
      Path file = folder.resolve(number + ".png");
      ImageIO.write(page, "png", file.toFile());
      return file;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Path objects() {
    return stack.data().resolve("object-store/objects/cotejo");
  }

  private static Path storedOriginal(Path scan) throws IOException {
    byte[] content = Files.readAllBytes(scan);
    try (Stream<Path> files = Files.walk(objects().resolve("originals"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (Files.size(file) == content.length
            && java.util.Arrays.equals(content, Files.readAllBytes(file))) {
          return file;
        }
      }
    }
    throw new AssertionError(scan + " is not in the store");
  }

  private static Set<Path> pageImages() throws IOException {
    try (Stream<Path> files = Files.walk(objects().resolve("surrogates"))) {
      return new HashSet<>(
          files.filter(file -> file.getFileName().toString().endsWith(".png")).toList());
    }
  }

  private static Set<Path> newImages(Set<Path> before) throws IOException {
    Set<Path> images = pageImages();
    images.removeAll(before);
    return images;
  }

  /** Processes that read pages. */
  private static Stream<Long> workers() {
    return ProcessHandle.of(pid("ocr-service"))
        .map(ProcessHandle::descendants)
        .orElse(Stream.empty())
        .map(ProcessHandle::pid);
  }

  private static long pid(String part) {
    return stack.part(part).at("/process/pid").asLong();
  }

  private static void signal(String name, long pid) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** Ends the ingest of the document in the dead letters. */
  private static void sendWhatNobodyKnows(String document)
      throws ExecutionException, InterruptedException {
    String ingest =
        stack
            .as("operator")
            .get("/v1/documents/" + document)
            .requireStatus(200)
            .json()
            .path("ingestId")
            .asText();
    String event =
        """
        {"specversion":"1.0","id":"%s","type":"cotejo.nobody.knows.v1","source":"/test","subject":"%s",
         "time":"2026-01-01T00:00:00Z","ingestid":"%s","revision":1,"data":{}}
        """
            .formatted(UUID.randomUUID(), document, ingest);
    stack.send("cotejo.surrogates", document, event);
  }

  private static void discardDeadLetters() {
    await()
        .atMost(FIRES_WITHIN)
        .until(
            () -> {
              JsonNode letters =
                  stack
                      .as("operator")
                      .get("/v1/operations/dead-letters")
                      .requireStatus(200)
                      .json()
                      .path("deadLetters");
              letters.forEach(
                  letter ->
                      stack
                          .as("operator")
                          .post(
                              "/v1/operations/dead-letters/"
                                  + letter.path("id").asLong()
                                  + "/discard"));
              return letters.isEmpty();
            });
  }

  private static void operator(String path, int status) {
    stack.as("operator").postJson(path, "{\"reason\":\"acceptance\"}").requireStatus(status);
  }

  private static Api index() {
    return new Api("http://127.0.0.1:" + stack.part("elasticsearch").path("port").asInt(), "");
  }
}
