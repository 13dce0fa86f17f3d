package org.cotejo.ocr.recognition.worker;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.cotejo.ocr.recognition.Block;
import org.cotejo.ocr.recognition.LanguageTag;
import org.cotejo.ocr.recognition.PageScan;
import org.cotejo.ocr.surrogates.PageFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes with an engine that fails on demand. */
class WorkerRecogniserTest {
  private static final List<LanguageTag> SPANISH = List.of(new LanguageTag("es"));
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final List<WorkerEnding> endings = new CopyOnWriteArrayList<>();
  private final WorkerRecogniser workers = workers(2, 1L << 30);

  @AfterEach
  void close() {
    workers.close();
  }

  @Test
  void readsWithOneProcessPageAfterPage() {
    // When
    List<String> read = List.of(word("alpha"), word("beta"), word("gamma"));
    // Then
    assertEquals(List.of("alpha", "beta", "gamma"), read);
    assertEquals(1, workers.running());
    assertEquals(List.of(), endings);
  }

  @Test
  void failsPageThatKillsItsWorkerTwiceAndReadsTheOthers() throws Exception {
    // Given
    List<Future<String>> others = new ArrayList<>();
    PageFailure failure;
    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      for (int number = 0; number < 6; number++) {
        String name = "page" + number;
        others.add(threads.submit(() -> word(name)));
      }
      // When
      failure = assertThrows(PageFailure.class, () -> word("crash"));
    }
    // Then
    assertEquals("recognition.worker-died", failure.code());
    assertEquals("The process that read the page ended by itself, 2 times.", failure.safeMessage());
    assertEquals(List.of(WorkerEnding.DIED, WorkerEnding.DIED), endings);
    for (int number = 0; number < 6; number++) {
      assertEquals("page" + number, others.get(number).get());
    }
    assertEquals("after", word("after"));
  }

  @Test
  void triesOnceMorePageWhoseWorkerDied(@TempDir Path folder) throws Exception {
    // Given
    Path mark = FaultyWorker.mark(folder);
    // When
    String read = word("crash-once " + mark);
    // Then
    assertEquals("crash-once", read);
    assertEquals(List.of(WorkerEnding.DIED), endings);
  }

  @Test
  void endsWorkerThatIsStuck() {
    // When
    PageFailure failure =
        assertThrows(
            PageFailure.class,
            () -> workers.read(FaultyWorker.page("hang"), SPANISH, Duration.ofMillis(200)));
    // Then
    assertEquals("recognition.time-limit", failure.code());
    assertEquals(List.of(WorkerEnding.TIME_LIMIT), endings);
    assertEquals(0, workers.running());
    assertEquals("after", word("after"));
  }

  @Test
  void endsWorkerThatTakesTooMuchMemory() {
    try (WorkerRecogniser small = workers(1, 300L << 20)) {
      // When
      PageFailure failure =
          assertThrows(
              PageFailure.class, () -> small.read(FaultyWorker.page("fill"), SPANISH, LIMIT));
      // Then
      assertEquals("recognition.worker-died", failure.code());
      assertTrue(failure.safeMessage().contains("more memory"), failure.safeMessage());
      assertEquals(List.of(WorkerEnding.MEMORY_LIMIT, WorkerEnding.MEMORY_LIMIT), endings);
    }
  }

  @Test
  void failsPageThatFillsTheHeap() {
    // When
    PageFailure failure = assertThrows(PageFailure.class, () -> word("fill-heap"));
    // Then
    assertEquals("recognition.worker-died", failure.code());
    assertEquals(List.of(WorkerEnding.DIED, WorkerEnding.DIED), endings);
  }

  @Test
  void whoeverWaitsForTheOnlyWorkerComesFurtherWithIt(@TempDir Path folder) throws Exception {
    // Given
    Path mark = FaultyWorker.mark(folder);
    Set<String> advanced = ConcurrentHashMap.newKeySet();
    try (WorkerRecogniser one = oneThatTells(advanced);
        ExecutorService threads = Executors.newFixedThreadPool(2)) {
      // When
      Future<?> reads = threads.submit(() -> named("reads", () -> walk(one, "walk " + mark)));
      await().until(() -> advanced.contains("reads"));
      Future<?> waits = threads.submit(() -> named("waits", () -> walk(one, "word")));
      // Then
      await().until(() -> advanced.contains("waits"));
      assertFalse(waits.isDone());
      Files.delete(mark);
      reads.get();
      waits.get();
    }
  }

  @Test
  void whoeverWaitsForWorkersThatStandStandsToo() throws Exception {
    // Given
    Set<String> advanced = ConcurrentHashMap.newKeySet();
    WorkerRecogniser one = oneThatTells(advanced);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<?> hangs = threads.submit(() -> named("hangs", () -> walk(one, "hang")));
      await().until(() -> one.busy() == 1);
      // When
      Future<?> waits = threads.submit(() -> named("waits", () -> walk(one, "word")));
      // Then
      assertThrows(TimeoutException.class, () -> waits.get(3, TimeUnit.SECONDS));
      assertEquals(Set.of(), advanced);
      assertFalse(hangs.isDone());
    } finally {
      one.close();
      threads.shutdown();
    }
  }

  private static void walk(WorkerRecogniser workers, String image) {
    workers.read(FaultyWorker.page(image), SPANISH, LIMIT);
  }

  private static void named(String name, Runnable work) {
    Thread.currentThread().setName(name);
    work.run();
  }

  private static WorkerRecogniser oneThatTells(Set<String> advanced) {
    return new WorkerRecogniser(
        new FaultyWorker.Engine(),
        1,
        FaultyWorker.command(),
        limits(1L << 30),
        new WorkerReports() {
          @Override
          public void ended(WorkerEnding ending) {}

          @Override
          public void advanced() {
            advanced.add(Thread.currentThread().getName());
          }
        });
  }

  @Test
  void passesOnThatPageCannotBeRead() {
    // When
    PageFailure failure = assertThrows(PageFailure.class, () -> word("fail"));
    // Then
    assertEquals("recognition.engine-failed", failure.code());
    assertEquals("It could not.", failure.safeMessage());
    assertEquals(1, workers.running());
    assertEquals(List.of(), endings);
  }

  @Test
  void failsNoPageWhenTheWorkerCannotWork() {
    // When
    IllegalStateException failure =
        assertThrows(IllegalStateException.class, () -> word("stumble"));
    // Then
    assertEquals("no models", failure.getMessage());
  }

  @Test
  void failsNoPageWhenNoProcessCanBeStarted() {
    // Given
    WorkerCommand wrong = new WorkerCommand(List.of(Path.of("nowhere")), "nothing", List.of());
    try (WorkerRecogniser none =
        new WorkerRecogniser(new FaultyWorker.Engine(), 1, wrong, limits(1L << 30), endings::add)) {
      // When and then
      assertThrows(WorkerNotStarted.class, () -> none.read(FaultyWorker.page("a"), SPANISH, LIMIT));
      assertTrue(none.startFailed());
    }
  }

  @Test
  void refusesPageOfTooManyPixelsBeforeAnyWorkerSeesIt() {
    // Given
    PageScan large = new PageScan(new byte[] {1}, 40_000, 40_000, 300);
    // When
    PageFailure failure =
        assertThrows(PageFailure.class, () -> workers.read(large, SPANISH, LIMIT));
    // Then
    assertEquals("recognition.page-too-large", failure.code());
    assertEquals(0, workers.running());
  }

  @Test
  void whatLibrariesPrintIsNoAnswer() {
    assertEquals("babble", word("babble"));
    assertEquals(List.of(), endings);
  }

  @Test
  void replacesProcessThatEndedBetweenPages() {
    // Given
    assertEquals("before", word("before"));
    children().forEach(ProcessHandle::destroyForcibly);
    await().until(() -> workers.running() == 0);
    // When
    String read = word("after");
    // Then
    assertEquals("after", read);
    assertEquals(List.of(WorkerEnding.DIED), endings);
  }

  @Test
  void leavesNoProcessWhenItIsClosed() {
    // Given
    assertEquals("before", word("before"));
    List<ProcessHandle> before = children();
    assertFalse(before.isEmpty());
    // When
    workers.close();
    // Then
    await().until(() -> before.stream().noneMatch(ProcessHandle::isAlive));
  }

  @Test
  void leavesNoProcessWhenTheServiceIsKilled() throws Exception {
    // Given
    Process service =
        FaultyWorker.command(FaultyService.class, List.of())
            .process(limits(1L << 30))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    await().atMost(LIMIT).until(() -> service.children().findAny().isPresent());
    List<ProcessHandle> orphans = service.children().toList();
    // When
    service.destroyForcibly();
    // Then
    await().atMost(LIMIT).until(() -> orphans.stream().noneMatch(ProcessHandle::isAlive));
  }

  private String word(String image) {
    List<Block> blocks = workers.read(FaultyWorker.page(image), SPANISH, LIMIT);
    return blocks.getFirst().lines().getFirst().words().getFirst().text();
  }

  private WorkerRecogniser workers(int size, long residentBytes) {
    return new WorkerRecogniser(
        new FaultyWorker.Engine(),
        size,
        FaultyWorker.command(),
        limits(residentBytes),
        endings::add);
  }

  private static List<ProcessHandle> children() {
    return ProcessHandle.current()
        .children()
        .filter(child -> child.info().commandLine().orElse("").contains("FaultyWorker"))
        .toList();
  }

  static WorkerLimits limits(long residentBytes) {
    return new WorkerLimits(
        64L << 20,
        residentBytes,
        10_000_000,
        Duration.ofMinutes(1),
        Duration.ofMillis(500),
        Duration.ofMillis(50));
  }
}
