package org.cotejo.ocr.recognition.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.cotejo.ocr.Pages;
import org.cotejo.ocr.recognition.Block;
import org.cotejo.ocr.recognition.LanguageMissing;
import org.cotejo.ocr.recognition.LanguageTag;
import org.cotejo.ocr.recognition.Line;
import org.cotejo.ocr.recognition.PageScan;
import org.cotejo.ocr.recognition.Region;
import org.cotejo.ocr.recognition.RegionTyping;
import org.cotejo.ocr.recognition.Word;
import org.cotejo.ocr.surrogates.FinishedPage;
import org.cotejo.ocr.surrogates.PageFailure;
import org.cotejo.ocr.surrogates.PageImage;
import org.cotejo.ocr.surrogates.leptonica.FinishingChoices;
import org.cotejo.ocr.surrogates.leptonica.LeptonicaFinisher;
import org.cotejo.ocr.surrogates.leptonica.Uprightness;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages finished and read by the real libraries with the real models. */
class ReadingTest {
  private static final List<LanguageTag> SPANISH = List.of(new LanguageTag("es"));
  private static final List<LanguageTag> ENGLISH = List.of(new LanguageTag("en"));
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final int DPI = 200;

  /** Of which the reading without treatment misses most of the page. */
  private static final double NOISE = 22;

  private static OrientationOpinion orientation;
  private static LeptonicaFinisher finisher;
  private static TesseractRecogniser recogniser;

  @BeforeAll
  static void start() {
    Path models = Pages.models();
    orientation = new OrientationOpinion(models);
    finisher =
        new LeptonicaFinisher(new FinishingChoices(1, 82, 420, 80), new Uprightness(orientation));
    recogniser = new TesseractRecogniser(LanguageModels.in(models), 2);
  }

  @AfterAll
  static void stop() {
    recogniser.close();
    orientation.close();
  }

  @Test
  void readsTypescriptWithItsParts() {
    // Given
    BufferedImage page = Pages.grey(Pages.image(Pages.SPANISH));
    // When
    List<Region> regions =
        new RegionTyping().regions(read(page, SPANISH), page.getWidth(), page.getHeight());
    // Then
    String text = text(regions.stream().flatMap(region -> region.lines().stream()).toList());
    assertTrue(text.contains("tan espesa que el práctico no pudo subir a bordo hasta"), text);
    assertTrue(text.contains("desde enero. Se ruega que la oficina central responda con"), text);
    List<String> types = regions.stream().map(region -> region.type().label()).toList();
    assertTrue(
        types.containsAll(List.of("letterhead", "date-line", "body", "signature")),
        types.toString());
  }

  @Test
  void wordStandsWhereItsBoxSays() {
    // Given
    BufferedImage page = Pages.grey(Pages.image(Pages.ENGLISH));
    // When
    Word lamps = word(read(page, ENGLISH), "lamps");
    // Then: the fixture has 19.8 pixels a character from x = 200, the fourth line at y = 350
    assertEquals(200 + 31 * 19.8, lamps.box().x(), 12);
    assertEquals(5 * 19.8, lamps.box().width(), 14);
    assertTrue(lamps.box().y() > 315 && lamps.box().bottom() < 365, lamps.box().toString());
    assertTrue(lamps.confidence() > 0.8);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-3, 1.4, 4})
  void straightensLines(double degrees) {
    // When
    FinishedPage finished =
        finished(Pages.rotated(Pages.grey(Pages.image(Pages.SPANISH)), degrees));
    // Then
    assertEquals(-degrees, finished.skewDegrees(), 0.3);
    assertTrue(text(lines(finished, SPANISH)).contains("tan espesa que el práctico"));
  }

  @Test
  void readsNoisyPageOnShadedPaper() {
    // Given
    BufferedImage page = Pages.noisy(Pages.shaded(Pages.faded(Pages.image(Pages.SPANISH))), NOISE);
    // When
    String quietened = text(lines(finished(page), SPANISH));
    // Then
    assertTrue(quietened.contains("tan espesa que el práctico no pudo subir a bordo"), quietened);
  }

  @Test
  void readsLinesThatLieInAShadow() {
    // Given
    BufferedImage page = Pages.inShadow(Pages.image(Pages.SPANISH));
    String shaded = "tan espesa que el práctico no pudo subir a bordo";
    // When
    String twice = text(lines(finished(page), SPANISH));
    String once;
    try (TesseractRecogniser single =
        new TesseractRecogniser(LanguageModels.in(Pages.models()), 1, PreparationSteps.CORRECTED)) {
      once =
          text(
              single.read(scan(finished(page)), SPANISH, LIMIT).stream()
                  .flatMap(block -> block.lines().stream())
                  .toList());
    }
    // Then
    assertFalse(once.contains(shaded), once);
    assertTrue(twice.contains(shaded), twice);
  }

  @Test
  void straightensPageOnDarkPaper() {
    // Given: all of it darker than the middle grey
    BufferedImage dark = Pages.darkened(Pages.image(Pages.SPANISH));
    // When
    FinishedPage finished = finished(Pages.rotated(dark, 1.4));
    // Then
    assertEquals(-1.4, finished.skewDegrees(), 0.3);
  }

  @ParameterizedTest
  @ValueSource(ints = {90, 180, -90})
  void turnsPageUpright(int degrees) {
    // When
    FinishedPage finished =
        finished(Pages.rotated(Pages.grey(Pages.image(Pages.SPANISH)), degrees));
    // Then
    assertEquals(Math.floorMod(-degrees / 90, 4), finished.quarterTurns());
    assertTrue(text(lines(finished, SPANISH)).contains("tan espesa que el práctico"));
  }

  @Test
  void leavesUprightPageAlone() {
    FinishedPage finished = finished(Pages.grey(Pages.image(Pages.SPANISH)));
    assertEquals(0, finished.quarterTurns());
    assertEquals(0, finished.skewDegrees());
    assertEquals(1654, finished.image().widthPixels());
  }

  @Test
  void keepsColours() {
    FinishedPage finished = finished(Pages.stamped(Pages.image(Pages.SPANISH)));
    assertTrue(text(lines(finished, SPANISH)).contains("tan espesa que el práctico"));
  }

  @Test
  void enlargesSmallPageAndGivesBoxesOfTheSmallOne() {
    // Given
    BufferedImage page = Pages.grey(Pages.image(Pages.ENGLISH));
    BufferedImage small =
        new BufferedImage(page.getWidth() / 2, page.getHeight() / 2, BufferedImage.TYPE_BYTE_GRAY);
    small
        .createGraphics()
        .drawImage(
            page.getScaledInstance(small.getWidth(), -1, java.awt.Image.SCALE_AREA_AVERAGING),
            0,
            0,
            null);
    // When
    Word large = word(read(page, ENGLISH), "lamps");
    Word same = word(read(small, ENGLISH), "lamps");
    // Then
    assertEquals(large.box().x() / 2.0, same.box().x(), 4);
    assertEquals(large.box().y() / 2.0, same.box().y(), 4);
    assertEquals(large.box().width() / 2.0, same.box().width(), 5);
  }

  @Test
  void samePageGivesSameResultWhateverWasReadBefore() throws Exception {
    // Given
    BufferedImage page = Pages.grey(Pages.image(Pages.SPANISH));
    List<Block> first = read(page, SPANISH);
    // When
    List<Future<List<Block>>> again = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      for (int i = 0; i < 3; i++) {
        threads.submit(() -> read(Pages.grey(Pages.image(Pages.ENGLISH)), ENGLISH));
        again.add(threads.submit(() -> read(page, SPANISH)));
      }
    }
    // Then
    for (Future<List<Block>> result : again) {
      assertEquals(first, result.get());
    }
  }

  @Test
  void samePageGivesSameFiles() {
    BufferedImage page = Pages.rotated(Pages.grey(Pages.image(Pages.SPANISH)), 1.4);
    assertArrayEquals(finished(page).image().content(), finished(page).image().content());
    assertArrayEquals(finished(page).display().content(), finished(page).display().content());
  }

  @Test
  void readsNothingOnEmptyPage() {
    BufferedImage empty = new BufferedImage(1700, 2200, BufferedImage.TYPE_BYTE_GRAY);
    empty.createGraphics().fillRect(0, 0, 1700, 2200);
    assertEquals(List.of(), read(empty, SPANISH));
  }

  @Test
  void givesUpPageThatTakesTooLong() {
    PageScan scan = scan(finished(Pages.grey(Pages.image(Pages.SPANISH))));
    PageFailure failure =
        assertThrows(PageFailure.class, () -> recogniser.read(scan, SPANISH, Duration.ofMillis(1)));
    assertEquals("recognition.time-limit", failure.code());
    assertTrue(text(recogniser.read(scan, SPANISH, LIMIT).getFirst().lines()).length() > 3);
  }

  @Test
  void failsPageWhoseImageIsDamaged() {
    PageScan damaged = new PageScan(new byte[] {1, 2, 3}, 10, 10, 300);
    PageFailure failure =
        assertThrows(PageFailure.class, () -> recogniser.read(damaged, SPANISH, LIMIT));
    assertEquals("recognition.page-unreadable", failure.code());
  }

  @Test
  void namesLanguageThatIsMissingAndThoseThatAreThere() {
    LanguageMissing missing =
        assertThrows(
            LanguageMissing.class, () -> recogniser.describe(List.of(new LanguageTag("tlh"))));
    assertTrue(missing.safeMessage().contains("tlh"), missing.safeMessage());
    assertTrue(missing.safeMessage().contains("eng"), missing.safeMessage());
    assertTrue(missing.safeMessage().contains("spa"), missing.safeMessage());
  }

  @Test
  void joinsSeveralLanguages() {
    List<LanguageTag> both = List.of(new LanguageTag("es"), new LanguageTag("en"));
    assertEquals(List.of("spa", "eng"), recogniser.describe(both).models());
    assertTrue(
        text(lines(finished(Pages.grey(Pages.image(Pages.ENGLISH))), both))
            .contains("the long pier"));
  }

  private static FinishedPage finished(BufferedImage page) {
    return finisher.finish(new PageImage(page, DPI));
  }

  private static List<Block> read(BufferedImage page, List<LanguageTag> languages) {
    return recogniser.read(scan(finished(page)), languages, LIMIT);
  }

  private static List<Line> lines(FinishedPage page, List<LanguageTag> languages) {
    return recogniser.read(scan(page), languages, LIMIT).stream()
        .flatMap(block -> block.lines().stream())
        .toList();
  }

  private static PageScan scan(FinishedPage page) {
    return new PageScan(
        page.image().content(),
        page.image().widthPixels(),
        page.image().heightPixels(),
        page.resolutionDpi());
  }

  private static String text(List<Line> lines) {
    return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
  }

  private static Word word(List<Block> blocks, String text) {
    return blocks.stream()
        .flatMap(block -> block.lines().stream())
        .flatMap(line -> line.words().stream())
        .filter(word -> word.text().equals(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError("not read: " + text + " in " + blocks));
  }
}
