package org.cotejo.ingest.accession;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFormatTest {
  @TempDir Path folder;

  @Test
  void markupIsKnownByItsRoot() throws IOException {
    Map<String, TextFormat> known =
        Map.ofEntries(
            Map.entry("Dear Sir, <now> & then", TextFormat.PLAIN),
            Map.entry("<Now> then", TextFormat.PLAIN),
            Map.entry("\uFEFF<?xml version='1.0'?>\n<!-- x > y --><TEI xmlns='a'>", TextFormat.TEI),
            Map.entry("<tei:TEI xmlns:tei='a'>", TextFormat.TEI),
            Map.entry("<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n<tmx version='1.4'>", TextFormat.TMX),
            Map.entry("<!DOCTYPE tmx [<!ENTITY a 'b'>]><tmx>", TextFormat.TMX),
            Map.entry("<xliff version='2.1'>", TextFormat.XLIFF),
            Map.entry("<?xml version='1.0'?><alto>", TextFormat.ALTO),
            Map.entry("<PcGts>", TextFormat.PAGE),
            Map.entry("<!doctype HTML><title>x</title>", TextFormat.HTML),
            Map.entry("  <html lang='en'>", TextFormat.HTML),
            Map.entry("<p>Dear Sir", TextFormat.HTML),
            Map.entry("%PDF-1.7", TextFormat.PDF));
    for (Map.Entry<String, TextFormat> entry : known.entrySet()) {
      assertEquals(Optional.of(entry.getValue()), of(utf8(entry.getKey())), entry.getKey());
    }
    assertEquals(
        Optional.of(TextFormat.TMX), of("\uFEFF<tmx>".getBytes(StandardCharsets.UTF_16LE)));
  }

  @Test
  void packageIsKnownByItsParts() throws IOException {
    assertEquals(Optional.of(TextFormat.DOCX), of(zip("[Content_Types].xml", "word/document.xml")));
    assertEquals(Optional.of(TextFormat.ODT), of(zip("mimetype", "content.xml")));
    assertEquals(Optional.empty(), of(zip("[Content_Types].xml", "xl/workbook.xml")));
    assertEquals(Optional.empty(), of(utf8("PK\u0003\u0004 and nothing more")));
  }

  @Test
  void whatIsNotReadIsNotKnown() throws IOException {
    assertEquals(Optional.empty(), of(utf8("{\\rtf1 Dear Sir}")));
    assertEquals(Optional.empty(), of(utf8("<?xml version='1.0'?><svg/>")));
    assertEquals(Optional.empty(), of(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1}));
    assertFalse(TextFormat.DOCX.isTranscription());
    assertFalse(TextFormat.ALTO.isTranslation());
  }

  @Test
  void beginningMadeToBeLookedAtForLongIsNot() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          for (String piece : new String[] {" ", "<!-->", "<?a>", "<!--", "<!DOCTYPE a [", "<a:"}) {
            of(utf8("<?xml ?>" + piece.repeat(5_000)));
          }
        });
  }

  private Optional<TextFormat> of(byte[] content) throws IOException {
    return TextFormat.of(Files.write(folder.resolve("text"), content));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private byte[] zip(String... names) throws IOException {
    Path file = folder.resolve("zip");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
      }
    }
    return Files.readAllBytes(file);
  }
}
