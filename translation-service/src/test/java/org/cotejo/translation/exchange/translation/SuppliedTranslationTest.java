package org.cotejo.translation.exchange.translation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cotejo.translation.exchange.translation.pdf.ConfinedPdf;
import org.cotejo.translation.segmentation.BrokenTranslation;
import org.cotejo.translation.segmentation.CutText;
import org.cotejo.translation.segmentation.ParagraphSpan;
import org.cotejo.translation.segmentation.PlainText;
import org.cotejo.translation.segmentation.SegmentKind;
import org.junit.jupiter.api.Test;

class SuppliedTranslationTest {
  private final SuppliedTranslation translations =
      new SuppliedTranslation(
          new TranslationLimits(50, 200_000, 20, 1 << 20, 100_000),
          new ConfinedPdf(64, Duration.ofSeconds(20), Duration.ofMinutes(2), 200_000, 10, 1));

  @Test
  void docxGivesItsParagraphsAndHeadings() {
    // Given
    byte[] docx =
        OfficeFiles.docx(
            """
            <w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>The report of the pilot\
            </w:t></w:r></w:p>
            <w:p/>
            <w:p><w:r><w:t xml:space="preserve">The ship came </w:t></w:r><w:r><w:rPr><w:b/></w:rPr>\
            <w:t>in</w:t></w:r><w:r><w:tab/><w:t>late; nobody had</w:t></w:r>
            <w:del><w:r><w:delText>never </w:delText></w:r></w:del>
            <w:ins><w:r><w:t xml:space="preserve"> seen it before.</w:t></w:r></w:ins>
            <w:r><w:footnoteReference w:id="2"/></w:r></w:p>
            <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Forty cases were counted on the quay that day.</w:t>\
            </w:r></w:p></w:tc></w:tr></w:tbl>
            <w:p><w:r><mc:AlternateContent><mc:Choice><w:t>It rained.</w:t></mc:Choice><mc:Fallback>\
            <w:t>It rained.</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>
            """);
    // When
    PlainText text = plain(docx);
    // Then
    assertEquals(
        List.of(
            "The report of the pilot",
            "The ship came in late; nobody had seen it before.",
            "Forty cases were counted on the quay that day.",
            "It rained."),
        paragraphs(text));
    assertEquals(SegmentKind.HEADING, text.paragraphs().getFirst().known());
  }

  @Test
  void odtGivesItsParagraphsAndHeadings() {
    // Given
    byte[] odt =
        OfficeFiles.odt(
            "<text:tracked-changes><text:p>deleted once</text:p></text:tracked-changes>"
                + "<text:h>The report of the pilot</text:h><text:p/>"
                + "<text:p>The ship came<text:s text:c=\"2\"/>in <text:span>late</text:span>;<text:tab/>"
                + "nobody had seen it before.<text:note><text:note-body><text:p>A note.</text:p>"
                + "</text:note-body></text:note><draw:frame><svg:title>A picture</svg:title></draw:frame>"
                + "</text:p>");
    // When
    PlainText text = plain(odt);
    // Then
    assertEquals(
        List.of("The report of the pilot", "The ship came in late; nobody had seen it before."),
        paragraphs(text));
    assertEquals(SegmentKind.HEADING, text.paragraphs().getFirst().known());
  }

  @Test
  void htmlGivesWhatAReaderSees() {
    // Given
    String html =
        """
        <!DOCTYPE html><html><head><meta charset="windows-1252"><title>No</title>
        <style>p {}</style></head><body><script>alert("no")</script>
        <h2>Señales</h2><p>The ship came in <b>la</b>te;
        nobody had seen it before.<p>Forty cases &amp; one
        barrel were counted on the quay.</p><p hidden>Unseen</p></body></html>
        """;
    // When
    PlainText text = plain(html.getBytes(Charset.forName("windows-1252")));
    // Then
    assertEquals(
        List.of(
            "Señales",
            "The ship came in late; nobody had seen it before.",
            "Forty cases & one barrel were counted on the quay."),
        paragraphs(text));
    assertEquals(SegmentKind.HEADING, text.paragraphs().getFirst().known());
  }

  @Test
  void shortLinesOfAnOfficeFileThatBelongTogetherAreOneParagraph() {
    // Given
    String[] lines = {"John Smith", "Harbour Master", "Punta Lobos"};
    StringBuilder body =
        new StringBuilder("<w:p><w:r><w:t>It rained all day long.</w:t></w:r></w:p><w:p/>");
    for (String line : lines) {
      body.append("<w:p><w:r><w:t>").append(line).append("</w:t></w:r></w:p>");
    }
    // When
    PlainText text = plain(OfficeFiles.docx(body.toString()));
    // Then
    assertEquals(
        List.of("It rained all day long.", "John Smith Harbour Master Punta Lobos"),
        paragraphs(text));
  }

  @Test
  void pdfGivesTheTextOfItsPagesWithoutTheirNumbers() {
    // When
    PlainText text =
        plain(
            OfficeFiles.pdf(
                "",
                new String[] {
                  "The ship came in late; nobody had seen it before, and the pilot",
                  "said that it was the last one of the year that he would bring",
                  "into the harbour, whatever the owners wrote to him about the",
                  "- 1 -"
                },
                new String[] {"weather. Forty cases were counted.", "- 2 -"}));
    // Then
    assertEquals(
        List.of(
            "The ship came in late; nobody had seen it before, and the pilot said that it was the"
                + " last one of the year that he would bring into the harbour, whatever the owners"
                + " wrote to him about the weather. Forty cases were counted."),
        paragraphs(text));
  }

  @Test
  void teiGivesTheTextInTheLanguageOfTheTranslation() {
    // Given
    String tei =
        """
        <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><p>No</p></teiHeader><text><group>
        <text xml:lang="es"><body><p>El barco llegó tarde.</p></body></text>
        <text xml:lang="en"><body><div><head>The report</head><dateline>3 May 1951</dateline>
        <p>The <choice><sic>shipp</sic><corr>ship</corr></choice> came<lb/> in <pb n="2"/><fw>p. 2</fw>late
        <note>i.e., at night</note><note place="foot">A long note.</note> and <supplied>then</supplied>
        left<supplied>[again]</supplied>.</p></div></body></text></group></text></TEI>
        """;
    // When
    PlainText text = plain(tei.getBytes(StandardCharsets.UTF_8));
    // Then
    assertEquals(
        List.of(
            "The report",
            "3 May 1951",
            "The ship came in late [i.e., at night] and [then] left[again]."),
        paragraphs(text));
    assertEquals(
        List.of(SegmentKind.HEADING, SegmentKind.DATE, SegmentKind.SENTENCE),
        text.paragraphs().stream().map(ParagraphSpan::known).toList());
  }

  @Test
  void tmxKeepsItsSegmentsInTheLanguageOfTheTranslation() {
    // Given
    String tmx =
        """
        <?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd">
        <tmx version="1.4"><header/><body>
        <tu><tuv xml:lang="es"><seg>El barco.</seg></tuv><tuv xml:lang="EN-US">
        <seg>The ship. It <bpt i="1">&lt;b&gt;</bpt><hi>was</hi><ept i="1">&lt;/b&gt;</ept> late.</seg></tuv></tu>
        <tu><tuv xml:lang="es"><seg>Omitido.</seg></tuv></tu>
        <tu><tuv xml:lang="en"><seg>It
          rained.</seg></tuv></tu></body></tmx>
        """;
    // When
    CutText text = cut(tmx);
    // Then
    assertEquals(List.of("The ship. It was late.", "It rained."), segments(text));
  }

  @Test
  void xliffKeepsTheSegmentsOfItsTargets() {
    // Given
    String two =
        """
        <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="es" trgLang="en">
        <file id="f"><unit id="1"><notes><note>Not this.</note></notes>
        <segment><source>Uno.</source><target>One <pc id="1">fine</pc> day.<cp hex="0001"/></target></segment>
        <ignorable><source> </source></ignorable>
        <segment><source>Dos.</source><target>Two. And three.</target></segment></unit>
        <unit id="2"><segment><source>Cuatro.</source><target>Four.</target></segment></unit>
        </file></xliff>
        """;
    String one =
        """
        <xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file source-language="es"
        target-language="en"><body><trans-unit id="1"><source>Uno. Dos.</source><target>
        <mrk mtype="seg" mid="0">One <ph id="1">{x}</ph>day.</mrk> <mrk mtype="seg" mid="1">Two. And three.</mrk>
        </target><alt-trans><target>Not this.</target></alt-trans></trans-unit></body></file></xliff>
        """;
    // When
    CutText newer = cut(two);
    CutText older = cut(one);
    // Then
    assertEquals(List.of("One fine day.", "Two. And three.", "Four."), segments(newer));
    assertEquals(List.of(1, 1, 2), newer.segments().stream().map(s -> s.paragraph()).toList());
    assertEquals("One fine day. Two. And three.\nFour.", newer.text());
    assertEquals(List.of("One day.", "Two. And three."), segments(older));
  }

  @Test
  void failureSaysWhatIsBrokenAndWhere() {
    Map<String, byte[]> broken =
        Map.ofEntries(
            Map.entry(
                "translation.broken word/document.xml of the package at line 3",
                OfficeFiles.docx("<w:p><w:r></w:p>")),
            Map.entry(
                "translation.damaged word/document.xml is missing", without("word/document.xml")),
            Map.entry("translation.damaged damaged", cutOff(OfficeFiles.docx("<w:p/>"))),
            Map.entry("translation.empty no text", OfficeFiles.docx("<w:p/>")),
            Map.entry("translation.empty has no text", OfficeFiles.odt("<text:p/>")),
            Map.entry(
                "translation.macros macros",
                OfficeFiles.docx("vnd.ms-word.document.macroEnabled", "<w:p/>")),
            Map.entry("translation.macros without them", with("word/vbaProject.bin")),
            Map.entry(
                "translation.format-unsupported no text of Word",
                OfficeFiles.docx("vnd.openxmlformats-officedocument.spreadsheetml.sheet", "")),
            Map.entry("translation.format-unsupported neither", OfficeFiles.zip(Map.of("a", "b"))),
            Map.entry(
                "translation.encrypted encrypted",
                compound("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE))),
            Map.entry("translation.format-unsupported Word 97", compound(new byte[] {1, 2})),
            Map.entry("translation.format-unsupported RTF", utf8("{\\rtf1 x}")),
            Map.entry("translation.encrypted PDF", OfficeFiles.pdf("secret", new String[] {"x"})),
            Map.entry("translation.no-text page images", OfficeFiles.pdf("", new String[] {})),
            Map.entry("translation.damaged cut off", utf8("%PDF-1.7\nnothing")),
            Map.entry("translation.broken line 2, column", utf8("<tmx>\n<body></tmx>")),
            Map.entry(
                "translation.broken entity b",
                utf8("<!DOCTYPE tmx [<!ENTITY b 'x'>]><tmx><body>&b;</body></tmx>")),
            Map.entry("translation.too-deep 50 deep", utf8("<tmx>" + "<a>".repeat(60))),
            Map.entry(
                "translation.format-unsupported root element",
                utf8("<?xml version='1.0'?><alto/>")),
            Map.entry(
                "translation.language-missing but in es",
                utf8("<tmx><body><tu><tuv xml:lang='es'><seg>x</seg></tuv></tu></body></tmx>")),
            Map.entry(
                "translation.language-missing in de",
                utf8("<xliff trgLang='de'><file><unit/></file></xliff>")),
            Map.entry("translation.binary character 2", new byte[] {'a', 0, 'b'}));
    broken.forEach(
        (expected, content) -> {
          BrokenTranslation failure =
              assertThrows(
                  BrokenTranslation.class, () -> translations.read(content, "en"), expected);
          int space = expected.indexOf(' ');
          assertEquals(expected.substring(0, space), failure.code(), failure::getMessage);
          assertTrue(
              String.valueOf(failure.getMessage()).contains(expected.substring(space + 1)),
              () -> expected + " is not in: " + failure.getMessage());
        });
  }

  @Test
  void textThatBeginsLikeATagIsText() {
    assertEquals("<A letter> of 1951", plain(utf8("<A letter> of 1951")).text());
  }

  @Test
  void encryptedOdtIsRefused() {
    Map<String, String> parts = OfficeFiles.odtParts("<text:p>x</text:p>");
    parts.put(
        "META-INF/manifest.xml",
        "<manifest><file-entry><encryption-data/></file-entry></manifest>");
    assertEquals("translation.encrypted", code(OfficeFiles.zip(parts)));
    parts = OfficeFiles.odtParts("<text:p>x</text:p>");
    parts.put("Basic/Standard/Module1.xml", "<x/>");
    assertEquals("translation.macros", code(OfficeFiles.zip(parts)));
  }

  @Test
  void bombsAreRefusedInTime() {
    // Given: a part that unpacks to 200 MB, many parts, deep and long text
    Map<String, String> bomb = OfficeFiles.docxParts("<w:p/>");
    bomb.put("word/document.xml", "<document>" + " ".repeat(200_000_000));
    byte[] large = OfficeFiles.zip(bomb);
    Map<String, String> many = OfficeFiles.docxParts("<w:p/>");
    for (int k = 0; k < 100; k++) {
      many.put("word/media/" + k, "");
    }
    String long200k = "<w:p><w:r><w:t>" + "word ".repeat(50_000) + "</w:t></w:r></w:p>";
    String lol =
        "<!DOCTYPE tmx [<!ENTITY a 'lol'><!ENTITY b '&a;&a;&a;&a;'>]><tmx><body>&b;</body></tmx>";
    // When and then
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          assertEquals("translation.part-too-large", code(large));
          assertEquals("translation.too-many-parts", code(OfficeFiles.zip(many)));
          assertEquals("translation.too-long", code(OfficeFiles.docx(long200k)));
          assertEquals("translation.too-long", code(utf8("<html>" + "<p>".repeat(50_000))));
          assertEquals("translation.broken", code(utf8(lol)));
        });
  }

  @Test
  void externalEntityIsNotLoaded() {
    String tei =
        "<!DOCTYPE TEI [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><TEI><text><p>a &x;</p></text></TEI>";
    assertEquals("translation.broken", code(utf8(tei)));
  }

  private String code(byte[] content) {
    return assertThrows(BrokenTranslation.class, () -> translations.read(content, "en")).code();
  }

  private PlainText plain(byte[] content) {
    return assertInstanceOf(PlainText.class, translations.read(content, "en"));
  }

  private CutText cut(String content) {
    return assertInstanceOf(CutText.class, translations.read(utf8(content), "en"));
  }

  private static List<String> paragraphs(PlainText text) {
    return text.paragraphs().stream()
        .map(span -> text.text().substring(span.start(), span.end()))
        .toList();
  }

  private static List<String> segments(CutText text) {
    List<String> segments = new ArrayList<>();
    for (int k = 0; k < text.segments().size(); k++) {
      segments.add(text.textOf(k));
    }
    return segments;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] without(String part) {
    Map<String, String> parts = OfficeFiles.docxParts("<w:p/>");
    parts.remove(part);
    return OfficeFiles.zip(parts);
  }

  private static byte[] with(String part) {
    Map<String, String> parts = OfficeFiles.docxParts("<w:p/>");
    parts.put(part, "x");
    return OfficeFiles.zip(parts);
  }

  private static byte[] cutOff(byte[] content) {
    return java.util.Arrays.copyOf(content, content.length / 2);
  }

  private static byte[] compound(byte[] inside) {
    byte[] file = new byte[600 + inside.length];
    byte[] mark = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    System.arraycopy(mark, 0, file, 0, mark.length);
    System.arraycopy(inside, 0, file, 600, inside.length);
    return file;
  }
}
