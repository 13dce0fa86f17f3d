package org.cotejo.translation.exchange.page;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.cotejo.translation.reading.Box;
import org.cotejo.translation.reading.Placement;
import org.cotejo.translation.reading.RegionType;
import org.cotejo.translation.reading.TranscribedLine;
import org.cotejo.translation.reading.TranscribedPage;
import org.cotejo.translation.reading.TranscribedRegion;
import org.cotejo.translation.reading.TranscribedWord;
import org.cotejo.translation.reading.TypedPage;
import org.cotejo.translation.transcription.Engine;
import org.cotejo.translation.transcription.PageTranscription;

/** A paper of two pages with everything that an export has to bear. */
public final class ExportFixture {
  private static final int IMAGE_SCALE = 4;

  private ExportFixture() {}

  /** One region of every type, awkward characters, words written by a person. */
  public static ExportedText paper() {
    List<TranscribedRegion> regions = new ArrayList<>();
    for (RegionType type : RegionType.values()) {
      int order = regions.size() + 1;
      regions.add(
          TypedPage.region(
              "region " + order,
              type,
              order,
              4 * order,
              "El señor <Ruiz> & \"hijos\" nin-",
              "guna Хрущёв 😀 " + type.wireName()));
    }
    PageTranscription first =
        new PageTranscription(
            TypedPage.ofRegions(1, regions.reversed()),
            "sha256:" + "ab".repeat(32),
            new Engine("tesseract", "5.5.1", "tesseract-5.5.1-0f", parameters(), List.of("spa")),
            List.of("es", "ru"),
            .91234,
            false);
    return new ExportedText(
        "0192a0b0-0000-7000-8000-000000000001",
        "Carta & \"respuesta\"",
        List.of("es", "ru"),
        Instant.parse("2026-11-25T08:00:01.5Z"),
        List.of(page(first), page(second())));
  }

  private static TreeMap<String, String> parameters() {
    TreeMap<String, String> parameters = new TreeMap<>();
    parameters.put("psm", "3");
    return parameters;
  }

  private static PageTranscription second() {
    List<TranscribedWord> words =
        List.of(
            new TranscribedWord("entregó", new Box(300, 200, 180, 40), 1, Placement.MATCHED),
            new TranscribedWord("45", new Box(500, 200, 50, 40), 1, Placement.SUBSTITUTED),
            new TranscribedWord(
                "car\u0001tas", new Box(570, 200, 150, 40), 1, Placement.INTERPOLATED));
    TranscribedRegion region =
        new TranscribedRegion(
            "r1",
            RegionType.BODY,
            1,
            List.of(new TranscribedLine("l1", new Box(300, 200, 420, 40), words)));
    return new PageTranscription(
        new TranscribedPage(2, TypedPage.WIDTH, TypedPage.HEIGHT, List.of(region)),
        "sha256:" + "cd".repeat(32),
        new Engine("supplied", "1", "supplied-1-0f", new TreeMap<>(), List.of()),
        List.of("es"),
        1,
        false);
  }

  private static ExportedPage page(PageTranscription transcription) {
    int number = transcription.page().page();
    return new ExportedPage(
        transcription, "surrogates/a/" + number + ".jpg", () -> jpeg(number == 1));
  }

  /** The words of a text with their boxes, in reading order. */
  public static List<PlacedWord> words(ExportedText text) {
    List<PlacedWord> words = new ArrayList<>();
    for (ExportedPage page : text.pages()) {
      for (TranscribedRegion region : page.transcription().regions()) {
        for (TranscribedLine line : region.lines()) {
          line.words().forEach(word -> words.add(new PlacedWord(word.text(), word.box())));
        }
      }
    }
    return words;
  }

  /**
   * A word in its place.
   *
   * @param text of the word
   * @param box of the word
   */
  public record PlacedWord(String text, Box box) {}

  /** A blank sheet in the proportions of {@link TypedPage}. */
  public static byte[] jpeg(boolean colour) {
    BufferedImage image =
        new BufferedImage(
            TypedPage.WIDTH / IMAGE_SCALE,
            TypedPage.HEIGHT / IMAGE_SCALE,
            colour ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, image.getWidth(), image.getHeight());
    pen.dispose();
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(image, "jpg", bytes);
      return bytes.toByteArray();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
