package org.cotejo.ingest.accession;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.cotejo.ingest.accession.pdf.PdfBoxPages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files made to cost more than they weigh: each is refused with a reason, soon. */
class HostileFilesTest {
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final ScanLimits LIMITS =
      new ScanLimits(536_870_912, 1000, 2000, 100_000_000, 30_000, 4_194_304, 33_554_432);

  private final ScanInspection inspection = new ScanInspection(new PdfBoxPages(), LIMITS);
  @TempDir Path folder;

  @Test
  void refusesTiffDirectoriesThatShareOneLongListOfStrips() throws Exception {
    // Given 2,000 directories that each point at the same million strips
    int strips = 1_000_000;
    int pages = 2000;
    ByteBuffer tiff =
        ByteBuffer.allocate(8 + strips * 4 + pages * (2 + 4 * 12 + 4))
            .order(ByteOrder.LITTLE_ENDIAN);
    tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8 + strips * 4);
    tiff.position(8 + strips * 4);
    for (int page = 0; page < pages; page++) {
      tiff.putShort((short) 4);
      entry(tiff, 256, 1, 100);
      entry(tiff, 257, 1, 100);
      entry(tiff, 273, strips, 8);
      entry(tiff, 279, strips, 8);
      tiff.putInt(page == pages - 1 ? 0 : tiff.position() + 4);
    }
    // When and then
    assertEquals("scan.damaged", refusal(tiff.array()));
  }

  @Test
  void refusesATiffOfEndlessPages() throws Exception {
    ByteBuffer tiff = ByteBuffer.allocate(8 + 3000 * 54 + 100).order(ByteOrder.LITTLE_ENDIAN);
    tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
    for (int page = 0; page < 3000; page++) {
      tiff.putShort((short) 4);
      entry(tiff, 256, 1, 10);
      entry(tiff, 257, 1, 10);
      entry(tiff, 273, 1, 8);
      entry(tiff, 279, 1, 10);
      tiff.putInt(tiff.position() + 4);
    }
    assertEquals("scan.too-many-pages", refusal(tiff.array()));
  }

  @Test
  void refusesAPdfThatSaysItHasOnePageAndHasMany() throws Exception {
    // Given
    StringBuilder kids = new StringBuilder();
    for (int page = 0; page < 100_000; page++) {
      kids.append("3 0 R ");
    }
    byte[] pdf =
        pdf(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Count 1 /Kids [" + kids + "] >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>");
    // When and then
    assertEquals("scan.too-many-pages", refusal(pdf));
  }

  @Test
  void refusesAPdfWhosePageTreeBitesItsTail() throws Exception {
    assertEquals(
        "scan.no-pages",
        refusal(
            pdf(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Count 1 /Kids [2 0 R 2 0 R] >>")));
  }

  @Test
  void refusesAPdfWhosePagesAreALongWayDown() throws Exception {
    // Given
    int depth = 20_000;
    String[] objects = new String[depth + 2];
    objects[0] = "<< /Type /Catalog /Pages 2 0 R >>";
    for (int level = 1; level <= depth; level++) {
      objects[level] = "<< /Type /Pages /Count 1 /Kids [" + (level + 2) + " 0 R] >>";
    }
    objects[depth + 1] = "<< /Type /Page /MediaBox [0 0 100 100] >>";
    // When and then
    assertEquals("scan.damaged", refusal(pdf(objects)));
  }

  @Test
  void refusesAPdfWithAPageAsLargeAsAField() throws Exception {
    assertEquals(
        "scan.too-many-pixels",
        refusal(
            pdf(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
                "<< /Type /Page /Parent 2 0 R /UserUnit 75000 /MediaBox [0 0 14400 14400] >>")));
  }

  @Test
  void refusesAPdfThatUnpacksToGigabytes() throws Exception {
    // Given an object stream of 512 MiB in half of one
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater =
        new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED))) {
      byte[] blanks = new byte[1024 * 1024];
      java.util.Arrays.fill(blanks, (byte) ' ');
      for (int megabyte = 0; megabyte < 512; megabyte++) {
        deflater.write(blanks);
      }
    }
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    pdf.write("%PDF-1.5\n".getBytes(StandardCharsets.ISO_8859_1));
    int stream = pdf.size();
    pdf.write(
        ("1 0 obj\n<< /Type /ObjStm /N 2 /First 10 /Filter /FlateDecode /Length "
                + packed.size()
                + " >>\nstream\n")
            .getBytes(StandardCharsets.ISO_8859_1));
    packed.writeTo(pdf);
    pdf.write("\nendstream\nendobj\n".getBytes(StandardCharsets.ISO_8859_1));
    ByteArrayOutputStream table = new ByteArrayOutputStream();
    int xref = pdf.size();
    xrefRow(table, 0, 0, 255);
    xrefRow(table, 1, stream, 0);
    xrefRow(table, 2, 1, 0);
    xrefRow(table, 2, 1, 1);
    xrefRow(table, 1, xref, 0);
    pdf.write(
        ("4 0 obj\n<< /Type /XRef /Size 5 /W [1 4 1] /Root 2 0 R /Length "
                + table.size()
                + " >>\nstream\n")
            .getBytes(StandardCharsets.ISO_8859_1));
    table.writeTo(pdf);
    pdf.write(
        ("\nendstream\nendobj\nstartxref\n" + xref + "\n%%EOF\n")
            .getBytes(StandardCharsets.ISO_8859_1));
    // When and then
    assertEquals("scan.too-complex", refusal(pdf.toByteArray()));
  }

  @Test
  void refusesAnEncryptedPdf() throws Exception {
    // Given
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage(PDRectangle.A4));
      document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      document.save(bytes);
    }
    // When and then
    assertEquals("scan.encrypted", refusal(bytes.toByteArray()));
  }

  private String refusal(byte[] content) throws IOException {
    Path file = folder.resolve("scan");
    Files.write(file, content);
    return assertTimeout(
        SOON, () -> assertThrows(BrokenScan.class, () -> inspection.inspect(file)).code());
  }

  private static void entry(ByteBuffer tiff, int tag, int count, int value) {
    tiff.putShort((short) tag).putShort((short) 4).putInt(count).putInt(value);
  }

  private static void xrefRow(ByteArrayOutputStream table, int type, int second, int third) {
    table.write(type);
    table.writeBytes(ByteBuffer.allocate(4).putInt(second).array());
    table.write(third);
  }

  /** A PDF of these objects, numbered from 1; the first is the catalogue. */
  private static byte[] pdf(String... objects) {
    StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
    int[] offsets = new int[objects.length];
    for (int index = 0; index < objects.length; index++) {
      offsets[index] = pdf.length();
      pdf.append(index + 1).append(" 0 obj\n").append(objects[index]).append("\nendobj\n");
    }
    int xref = pdf.length();
    pdf.append("xref\n0 ").append(objects.length + 1).append("\n0000000000 65535 f \n");
    for (int offset : offsets) {
      pdf.append("%010d 00000 n \n".formatted(offset));
    }
    pdf.append("trailer\n<< /Size ").append(objects.length + 1).append(" /Root 1 0 R >>\n");
    pdf.append("startxref\n").append(xref).append("\n%%EOF\n");
    return pdf.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
