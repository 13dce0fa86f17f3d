package org.cotejo.ocr.surrogates.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.cotejo.ocr.Pages;
import org.cotejo.ocr.PdfPapers;
import org.cotejo.ocr.PdfPapers.Setting;
import org.cotejo.ocr.recognition.Box;
import org.cotejo.ocr.recognition.LanguageTag;
import org.cotejo.ocr.recognition.PageScan;
import org.cotejo.ocr.recognition.Word;
import org.cotejo.ocr.recognition.engine.LanguageModels;
import org.cotejo.ocr.recognition.engine.OrientationOpinion;
import org.cotejo.ocr.recognition.engine.TesseractRecogniser;
import org.cotejo.ocr.surrogates.FinishedPage;
import org.cotejo.ocr.surrogates.Finishing;
import org.cotejo.ocr.surrogates.PageImage;
import org.cotejo.ocr.surrogates.PageSource;
import org.cotejo.ocr.surrogates.SurrogateLimits;
import org.cotejo.ocr.surrogates.TextLayer;
import org.cotejo.ocr.surrogates.leptonica.FinishingChoices;
import org.cotejo.ocr.surrogates.leptonica.LeptonicaFinisher;
import org.cotejo.ocr.surrogates.leptonica.Uprightness;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The words of a PDF stand on the surrogate where they are seen, however the sheet is turned. */
class TextLayerPlaceTest {
  private static final SurrogateLimits LIMITS = new SurrogateLimits(40_000_000, 1 << 24, 200);

  private static OrientationOpinion orientation;
  private static LeptonicaFinisher finisher;
  private static TesseractRecogniser reader;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    orientation = new OrientationOpinion(Pages.models());
    finisher =
        new LeptonicaFinisher(new FinishingChoices(1, 82, 420, 80), new Uprightness(orientation));
    reader = new TesseractRecogniser(LanguageModels.in(Pages.models()), 1);
  }

  @AfterAll
  static void stop() {
    reader.close();
    orientation.close();
  }

  static Stream<Setting> settings() {
    return Stream.of(
        new Setting(0, 0, 0, false),
        new Setting(0, 0, 0, true),
        new Setting(90, 3, 0, true),
        new Setting(180, 2, 0, true),
        new Setting(270, 1, 0, true),
        // Shown sideways: turned by us. Upside down is in FinishingTest: few lines are not turned
        // then.
        new Setting(90, 0, 0, true),
        new Setting(0, 1, 0, false),
        new Setting(270, 0, 0, false),
        // Crooked: made level by us.
        new Setting(0, 0, 2.5, false),
        new Setting(0, 0, -1.2, true),
        new Setting(90, 0, 1.7, true));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void wordsStandWhereTheyAreSeen(Setting setting) throws Exception {
    // Given
    Path file = folder.resolve("paper.pdf");
    Files.write(file, PdfPapers.page(PdfPapers.REPORT, setting));
    // When
    PageImage page;
    try (PageSource.OpenOriginal opened = new PdfPages(LIMITS).open(file)) {
      page = opened.page(1);
    }
    FinishedPage finished = finisher.finish(page);
    Finishing finishing =
        Finishing.of(page.pixels().getWidth(), page.pixels().getHeight(), finished);
    TextLayer layer = page.text().moved(finishing::place);
    // Then: all words, in order
    List<TextLayer.Word> words = words(layer);
    assertEquals(
        String.join(" ", PdfPapers.REPORT),
        String.join(" ", words.stream().map(TextLayer.Word::text).toList()));
    assertFalse(layer.scanned());
    // Then: their boxes hold the ink, all of it
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(finished.image().content()));
    InkCoverage coverage =
        InkCoverage.of(image, words.stream().map(TextLayer.Word::place).toList());
    assertEquals(1, coverage.wordsOnInk(), 0.001);
    assertTrue(coverage.inkOutside() < 0.02, coverage.toString());
    // Then: each where a reader sees that very word
    standsWhereItIsRead(words, finished);
  }

  private static void standsWhereItIsRead(List<TextLayer.Word> words, FinishedPage finished) {
    Map<String, Box> read = new HashMap<>();
    Set<String> several = new HashSet<>();
    PageScan scan =
        new PageScan(
            finished.image().content(),
            finished.image().widthPixels(),
            finished.image().heightPixels(),
            finished.resolutionDpi());
    reader.read(scan, List.of(new LanguageTag("es")), Duration.ofMinutes(2)).stream()
        .flatMap(block -> block.lines().stream())
        .flatMap(line -> line.words().stream())
        .forEach(word -> note(word, read, several));
    read.keySet().removeAll(several);
    int compared = 0;
    for (TextLayer.Word word : words) {
      Box box = read.get(word.text());
      if (box != null) {
        compared++;
        Rectangle2D seen = new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height());
        assertTrue(
            word.place().contains(seen.getCenterX(), seen.getCenterY()),
            word + " was read at " + seen);
        assertEquals(seen.getX(), word.place().getX(), 12, word.toString());
        assertEquals(seen.getMaxX(), word.place().getMaxX(), 12, word.toString());
        assertTrue(word.place().getHeight() < 3.2 * seen.getHeight() + 8, word.toString());
      }
    }
    assertTrue(compared > words.size() / 2, compared + " of " + words.size());
  }

  private static void note(Word word, Map<String, Box> read, Set<String> several) {
    if (read.put(word.text(), word.box()) != null) {
      several.add(word.text());
    }
  }

  private static List<TextLayer.Word> words(TextLayer layer) {
    return layer.paragraphs().stream()
        .flatMap(paragraph -> paragraph.lines().stream())
        .flatMap(line -> line.words().stream())
        .toList();
  }
}
