package org.cotejo.ocr.recognition.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.cotejo.ocr.Pages;
import org.cotejo.ocr.recognition.Block;
import org.cotejo.ocr.recognition.LanguageMissing;
import org.cotejo.ocr.recognition.LanguageTag;
import org.cotejo.ocr.recognition.PageScan;
import org.cotejo.ocr.recognition.engine.LanguageModels;
import org.cotejo.ocr.recognition.engine.TesseractRecogniser;
import org.cotejo.ocr.surrogates.PageFailure;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Processes with the real engine, started as the service starts them. */
class WorkerReadingTest {
  private static final List<LanguageTag> SPANISH = List.of(new LanguageTag("es"));
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private static final AtomicInteger STEPS = new AtomicInteger();

  private static TesseractRecogniser engine;
  private static WorkerRecogniser workers;

  @BeforeAll
  static void start() {
    engine = new TesseractRecogniser(LanguageModels.in(Pages.models()), 1);
    WorkerLimits limits =
        new WorkerLimits(256L << 20, 1L << 30, 50_000_000, LIMIT, LIMIT, Duration.ofMillis(100));
    workers =
        new WorkerRecogniser(
            engine,
            1,
            WorkerCommand.tesseract(Pages.models()),
            limits,
            new WorkerReports() {
              @Override
              public void ended(WorkerEnding ending) {}

              @Override
              public void advanced() {
                STEPS.incrementAndGet();
              }
            });
  }

  @AfterAll
  static void stop() {
    workers.close();
    engine.close();
  }

  @Test
  void readsWhatTheEngineReadsInThisProcess() {
    // Given
    PageScan page = page();
    List<Block> expected = engine.read(page, SPANISH, LIMIT);
    // When
    List<Block> read = workers.read(page, SPANISH, LIMIT);
    // Then
    assertFalse(expected.isEmpty());
    assertEquals(expected, read);
    assertTrue(STEPS.get() > read.stream().mapToInt(block -> block.lines().size()).sum());
    assertEquals(engine.describe(SPANISH), workers.describe(SPANISH));
  }

  @Test
  void passesOnTheEnginesOwnTimeLimit() {
    PageFailure failure =
        assertThrows(PageFailure.class, () -> workers.read(page(), SPANISH, Duration.ofMillis(1)));
    assertEquals("recognition.time-limit", failure.code());
    assertEquals(1, workers.running());
  }

  @Test
  void namesLanguageThatIsMissing() {
    assertThrows(
        LanguageMissing.class, () -> workers.read(page(), List.of(new LanguageTag("tlh")), LIMIT));
  }

  private static PageScan page() {
    BufferedImage image = Pages.grey(Pages.image(Pages.SPANISH));
    return new PageScan(Pages.encoded(image, "png"), image.getWidth(), image.getHeight(), 200);
  }
}
