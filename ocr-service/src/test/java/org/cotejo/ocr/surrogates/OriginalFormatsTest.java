package org.cotejo.ocr.surrogates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.cotejo.ocr.Pages;
import org.cotejo.ocr.surrogates.cdi.SurrogateBeans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginalFormatsTest {
  private static final SurrogateLimits LIMITS = new SurrogateLimits(20_000_000, 1L << 30, 300);

  private final PageSource source = SurrogateBeans.pageSource(LIMITS);
  private final BufferedImage typed = Pages.image(Pages.ENGLISH);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"CCITT T.6", "LZW", "Deflate"})
  void readsEachPageOfBilevelTiff(String compression) throws IOException {
    // Given
    byte[] tiff = Pages.tiff(compression, List.of(typed, Pages.image(Pages.SPANISH)));
    // When
    try (PageSource.OpenOriginal opened = source.open(file("scan.tif", tiff))) {
      // Then
      assertEquals(2, opened.pageCount());
      sameDarkness(typed, opened.page(1).pixels());
      sameDarkness(Pages.image(Pages.SPANISH), opened.page(2).pixels());
    }
  }

  @Test
  void readsJpegInTiff() throws IOException {
    // Given
    byte[] tiff = Pages.tiff("JPEG", List.of(Pages.grey(typed)));
    // When and then
    try (PageSource.OpenOriginal opened = source.open(file("scan.tif", tiff))) {
      sameDarkness(typed, opened.page(1).pixels());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg"})
  void readsImageWhateverItIsCalled(String format) throws IOException {
    // Given
    byte[] image = Pages.encoded(Pages.grey(typed), format);
    // When and then
    try (PageSource.OpenOriginal opened = source.open(file("scan.pdf", image))) {
      assertEquals(1, opened.pageCount());
      sameDarkness(typed, opened.page(1).pixels());
    }
  }

  @Test
  void honoursExifOrientation() throws IOException {
    // Given: stored lying on its side, to be turned clockwise (6)
    byte[] jpeg = Pages.encoded(Pages.rotated(typed, -90), "jpg");
    // When
    try (PageSource.OpenOriginal opened = source.open(file("scan.jpg", withOrientation(jpeg, 6)))) {
      // Then
      BufferedImage upright = opened.page(1).pixels();
      assertEquals(typed.getWidth(), upright.getWidth());
      assertEquals(typed.getHeight(), upright.getHeight());
      sameDarkness(typed, upright);
    }
  }

  @Test
  void drawsPdfAtRenderingResolution() throws IOException {
    // Given
    byte[] pdf = pdf(PDRectangle.A4, 2, "");
    // When
    try (PageSource.OpenOriginal opened = source.open(file("paper.pdf", pdf))) {
      // Then
      assertEquals(2, opened.pageCount());
      PageImage page = opened.page(2);
      assertEquals(300, page.resolutionDpi());
      assertEquals(2480, page.pixels().getWidth(), 1);
      assertEquals(3508, page.pixels().getHeight(), 1);
      assertTrue(darkness(page.pixels()) > 0);
    }
  }

  @Test
  void drawsLargeSheetAtLowerResolution() throws IOException {
    // Given
    byte[] pdf = pdf(PDRectangle.A0, 1, "");
    // When
    try (PageSource.OpenOriginal opened = source.open(file("plan.pdf", pdf))) {
      // Then
      PageImage page = opened.page(1);
      assertTrue(page.resolutionDpi() < 300);
      assertTrue((long) page.pixels().getWidth() * page.pixels().getHeight() <= 20_000_000);
    }
  }

  @Test
  void saysThatPdfIsLocked() throws IOException {
    // Given
    Path file = file("locked.pdf", pdf(PDRectangle.A6, 1, "secret"));
    // When and then
    assertEquals("surrogates.original-encrypted", failureOf(file));
  }

  @Test
  void refusesTextThatIsCalledPdf() throws IOException {
    // Given
    Path file = file("paper.pdf", "just some words".getBytes(StandardCharsets.UTF_8));
    // When and then
    assertEquals("surrogates.format-unknown", failureOf(file));
  }

  @Test
  void refusesTextThatBeginsLikePdf() throws IOException {
    // Given
    Path file = file("paper.pdf", "%PDF-1.7 and nothing else".getBytes(StandardCharsets.UTF_8));
    // When and then
    assertEquals("surrogates.original-unreadable", failureOf(file));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.02, 0.5, 0.9, 0.999})
  void refusesTruncatedTiff(double part) throws IOException {
    // Given: directories of this writer stand behind the pixels, so a cut loses one
    byte[] tiff = Pages.tiff("LZW", List.of(typed));
    Path file = file("cut.tif", Arrays.copyOf(tiff, (int) (tiff.length * part)));
    // When and then
    assertTrue(failureOf(file).startsWith("surrogates."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpg"})
  void refusesImageWithoutPixels(String format) throws IOException {
    // Given
    byte[] image = Pages.encoded(Pages.grey(typed), format);
    Path file = file("cut." + format, Arrays.copyOf(image, 40));
    // When and then
    assertTrue(failureOf(file).startsWith("surrogates."));
  }

  @Test
  void refusesHugePageBeforeDecoding() throws IOException {
    // Given: a small file whose header claims 40,000 x 40,000 pixels
    byte[] png = Pages.encoded(Pages.grey(typed), "png");
    ByteBuffer.wrap(png).putInt(16, 40_000).putInt(20, 40_000);
    // When and then
    assertEquals("surrogates.page-too-large", failureOf(file("huge.png", png)));
  }

  private String failureOf(Path file) {
    PageFailure failure =
        assertThrows(
            PageFailure.class,
            () -> {
              try (PageSource.OpenOriginal opened = source.open(file)) {
                opened.page(1);
              }
            });
    return failure.code();
  }

  private Path file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private static byte[] pdf(PDRectangle sheet, int pages, String password) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      for (int i = 0; i < pages; i++) {
        PDPage page = new PDPage(sheet);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          content.drawImage(
              LosslessFactory.createFromImage(document, Pages.image(Pages.ENGLISH)),
              10,
              100,
              sheet.getWidth() - 20,
              60);
        }
      }
      if (!password.isEmpty()) {
        document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
      }
      document.save(bytes);
    }
    return bytes.toByteArray();
  }

  /** The JPEG with an Exif segment of one entry, Orientation. */
  private static byte[] withOrientation(byte[] jpeg, int orientation) {
    ByteBuffer exif = ByteBuffer.allocate(36);
    exif.putShort((short) 0xFFE1).putShort((short) 34);
    exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    exif.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) 1);
    exif.putShort((short) 274).putShort((short) 3).putInt(1);
    exif.putShort((short) orientation).putShort((short) 0).putInt(0);
    ByteBuffer whole = ByteBuffer.allocate(jpeg.length + exif.capacity());
    whole.put(jpeg, 0, 2).put(exif.array()).put(jpeg, 2, jpeg.length - 2);
    return whole.array();
  }

  private static void sameDarkness(BufferedImage expected, BufferedImage actual) {
    for (int half = 0; half < 2; half++) {
      double wanted = darkness(half(expected, half));
      assertEquals(wanted, darkness(half(actual, half)), wanted * 0.1);
    }
  }

  private static BufferedImage half(BufferedImage image, int half) {
    int height = image.getHeight() / 2;
    return image.getSubimage(0, half * height, image.getWidth(), height);
  }

  private static double darkness(BufferedImage image) {
    long dark = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        dark += new Color(image.getRGB(x, y)).getGreen() < 128 ? 1 : 0;
      }
    }
    return dark;
  }
}
