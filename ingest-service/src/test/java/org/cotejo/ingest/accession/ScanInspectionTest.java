package org.cotejo.ingest.accession;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.cotejo.ingest.accession.pdf.PdfBoxPages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanInspectionTest {
  private static final ScanLimits LIMITS =
      new ScanLimits(10_000_000, 10, 5, 1_000_000, 2000, 1000, 1000);
  private final ScanInspection inspection = new ScanInspection(new PdfBoxPages(), LIMITS);
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg"})
  void knowsAnImageByItsContent(String format) throws Exception {
    // Given
    Path file = folder.resolve("scan.pdf");
    ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_BYTE_GRAY), format, file.toFile());
    // When
    ScanInspection.Inspected inspected = inspection.inspect(file);
    // Then
    assertEquals(format, inspected.format().name().toLowerCase(java.util.Locale.ROOT));
    assertEquals(1, inspected.pageCount());
  }

  @Test
  void countsThePagesOfTiffAndPdf() throws Exception {
    assertEquals(3, inspection.inspect(tiff(3)).pageCount());
    assertEquals(2, inspection.inspect(pdf(2)).pageCount());
  }

  @Test
  void refusesTextThatIsNamedPdf() throws Exception {
    Path file = folder.resolve("paper.pdf");
    Files.writeString(file, "Excelentísimo señor: tengo el honor");
    assertEquals("scan.format-unknown", code(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "jpeg", "tiff"})
  void refusesAFileThatWasCutOff(String format) throws Exception {
    // Given
    Path whole = folder.resolve("whole");
    if ("tiff".equals(format)) {
      Files.copy(tiff(2), whole);
    } else {
      ImageIO.write(
          new BufferedImage(300, 300, BufferedImage.TYPE_BYTE_GRAY), format, whole.toFile());
    }
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = folder.resolve("cut");
    // When
    Files.write(cut, Arrays.copyOf(bytes, bytes.length * 2 / 3));
    // Then
    assertEquals("scan.truncated", code(cut));
  }

  @Test
  void refusesAPdfThatWasCutOff() throws Exception {
    byte[] bytes = Files.readAllBytes(pdf(2));
    Path cut = folder.resolve("cut.pdf");
    Files.write(cut, Arrays.copyOf(bytes, 60));
    assertEquals("scan.damaged", code(cut));
  }

  @Test
  void refusesAHugeImageByItsHeaderAlone() throws Exception {
    // Given
    ByteBuffer png = ByteBuffer.allocate(33);
    png.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    png.putInt(13).put("IHDR".getBytes(StandardCharsets.US_ASCII)).putInt(40_000).putInt(40_000);
    Path file = folder.resolve("huge.png");
    // When
    Files.write(file, png.array());
    // Then
    assertEquals("scan.too-many-pixels", code(file));
  }

  @Test
  void refusesATiffWhosePagesRunInACircle() throws Exception {
    // Given
    byte[] bytes = Files.readAllBytes(tiff(1));
    ByteBuffer tiff =
        ByteBuffer.wrap(bytes)
            .order(bytes[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int first = tiff.getInt(4);
    int entries = tiff.getShort(first) & 0xFFFF;
    Path file = folder.resolve("circle.tif");
    // When
    tiff.putInt(first + 2 + entries * 12, first);
    Files.write(file, bytes);
    // Then
    assertEquals("scan.damaged", code(file));
  }

  @Test
  void refusesEmptyTooLargeAndTooManyPages() throws Exception {
    Path empty = folder.resolve("empty");
    Files.createFile(empty);
    assertEquals("scan.empty", code(empty));
    assertEquals("scan.too-many-pages", code(tiff(6)));
    assertEquals("scan.too-many-pages", code(pdf(6)));
    Path large = folder.resolve("large");
    try (OutputStream out = Files.newOutputStream(large)) {
      out.write(new byte[10_000_001]);
    }
    assertEquals("scan.too-large", code(large));
  }

  private String code(Path file) {
    return assertThrows(BrokenScan.class, () -> inspection.inspect(file)).code();
  }

  private Path tiff(int pages) throws IOException {
    Path file = folder.resolve(pages + ".tif");
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    try (var out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (int page = 0; page < pages; page++) {
        BufferedImage image = new BufferedImage(100, 80, BufferedImage.TYPE_BYTE_GRAY);
        writer.writeToSequence(new IIOImage(image, null, null), null);
      }
      writer.endWriteSequence();
    }
    return file;
  }

  private Path pdf(int pages) throws IOException {
    Path file = folder.resolve(pages + ".pdf");
    try (PDDocument document = new PDDocument()) {
      for (int page = 0; page < pages; page++) {
        document.addPage(new PDPage(new org.apache.pdfbox.pdmodel.common.PDRectangle(100, 100)));
      }
      document.save(file.toFile());
    }
    return file;
  }
}
