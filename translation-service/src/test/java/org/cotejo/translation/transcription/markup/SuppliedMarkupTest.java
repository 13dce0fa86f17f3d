package org.cotejo.translation.transcription.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.cotejo.translation.exchange.page.AltoWriter;
import org.cotejo.translation.exchange.page.ExportFixture;
import org.cotejo.translation.exchange.page.ExportFixture.PlacedWord;
import org.cotejo.translation.exchange.page.ExportedText;
import org.cotejo.translation.exchange.page.HocrWriter;
import org.cotejo.translation.exchange.page.PageWriter;
import org.cotejo.translation.exchange.page.PageXmlWriter;
import org.cotejo.translation.reading.Box;
import org.cotejo.translation.transcription.BrokenTranscription;
import org.cotejo.translation.transcription.SuppliedBox;
import org.cotejo.translation.transcription.SuppliedText;
import org.cotejo.translation.transcription.SuppliedWord;
import org.junit.jupiter.api.Test;

class SuppliedMarkupTest {
  private static final MarkupLimits LIMITS = new MarkupLimits(20, 1000);

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    ExportedText paper = ExportFixture.paper();
    List<String> words =
        ExportFixture.words(paper).stream()
            .map(PlacedWord::text)
            .map(word -> word.replace('\u0001', '\ufffd'))
            .toList();
    for (PageWriter writer : List.of(new AltoWriter(), new HocrWriter())) {
      // When
      SuppliedText text = SuppliedMarkup.read(written(writer, paper), LIMITS);
      // Then
      assertEquals(words, texts(text));
      assertEquals(List.of(1, 2), List.copyOf(text.pageStarts().keySet()));
      assertEquals(words.size() - 3, text.pageStarts().get(2));
      assertEquals(
          2 * 11 + 1, text.words().stream().mapToInt(SuppliedWord::line).distinct().count());
    }
    SuppliedText first = SuppliedMarkup.read(written(new PageXmlWriter(), paper), LIMITS);
    assertEquals(words.subList(0, words.size() - 3), texts(first));
  }

  @Test
  void wordsHaveTheBoxesThatWereWritten() throws IOException {
    ExportedText paper = ExportFixture.paper();
    List<PlacedWord> words = ExportFixture.words(paper);
    for (PageWriter writer : List.of(new AltoWriter(), new HocrWriter(), new PageXmlWriter())) {
      // When
      SuppliedText text = SuppliedMarkup.read(written(writer, paper), LIMITS);
      // Then: PAGE has a page a file
      for (int at = 0; at < text.words().size(); at++) {
        Box box = words.get(at).box();
        SuppliedBox given = text.words().get(at).box().orElseThrow();
        assertEquals(at < words.size() - 3 ? 1 : 2, given.page());
        assertEquals(
            new SuppliedBox(given.page(), box.x(), box.y(), box.width(), box.height()), given);
      }
    }
  }

  @Test
  void brokenPlacesArePassedOver() {
    // When
    SuppliedText text =
        read(
            """
            <alto><Layout><Page><PrintSpace><TextBlock><TextLine>
            <String CONTENT="uno" HPOS="10" VPOS="20" WIDTH="30.5" HEIGHT="12"/>
            <String CONTENT="dos" HPOS="x" VPOS="20" WIDTH="30" HEIGHT="12"/>
            <String CONTENT="tres" HPOS="10" VPOS="20" WIDTH="0" HEIGHT="12"/>
            <String CONTENT="cuatro" HPOS="NaN" VPOS="20" WIDTH="30" HEIGHT="12"/>
            <String CONTENT="cinco" HPOS="1e300" VPOS="20" WIDTH="30" HEIGHT="12"/>
            <String CONTENT="seis"/>
            </TextLine></TextBlock></PrintSpace></Page></Layout></alto>
            """);
    // Then
    assertEquals(List.of("uno", "dos", "tres", "cuatro", "cinco", "seis"), texts(text));
    assertEquals(
        List.of(new SuppliedBox(1, 10, 20, 30.5, 12)),
        text.words().stream().flatMap(word -> word.box().stream()).toList());
  }

  @Test
  void wordsOutsideAnHocrWordHaveNoPlace() {
    // When
    SuppliedText text =
        read(
            """
            <html><body><div class="ocr_page"><span class="ocr_line" title="bbox 5 5 200 40">
            <span class="ocrx_word" title="x_wconf 91; bbox 10 12 60 30">barco</span> hundido
            </span></div></body></html>
            """);
    // Then
    assertEquals(List.of("barco", "hundido"), texts(text));
    assertEquals(Optional.of(new SuppliedBox(1, 10, 12, 50, 18)), text.words().getFirst().box());
    assertEquals(Optional.empty(), text.words().getLast().box());
  }

  @Test
  void altoHyphenBelongsToItsString() {
    // When
    SuppliedText text =
        read(
            """
            <alto xmlns="http://www.loc.gov/standards/alto/ns-v2#"><Layout><Page ID="a"><PrintSpace>
            <TextBlock ID="b"><TextLine><String CONTENT="de"/><SP/><String CONTENT="nin"
              SUBS_TYPE="HypPart1" SUBS_CONTENT="ninguna"/><HYP CONTENT="-"/></TextLine>
            <TextLine><String CONTENT="guna"/></TextLine></TextBlock>
            </PrintSpace></Page></Layout></alto>
            """);
    // Then
    assertEquals(List.of("de", "nin-", "guna"), texts(text));
  }

  @Test
  void pageRegionsComeInTheirReadingOrder() {
    // When
    SuppliedText text =
        read(
            """
            <PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2013-07-15"><Page>
            <ReadingOrder><OrderedGroup id="g"><RegionRefIndexed index="0" regionRef="b"/>
            <RegionRefIndexed index="1" regionRef="a"/></OrderedGroup></ReadingOrder>
            <TextRegion id="a"><TextLine id="l"><TextEquiv><Unicode>barco  hundido</Unicode></TextEquiv>
            <TextEquiv index="1"><Unicode>otra lectura</Unicode></TextEquiv></TextLine></TextRegion>
            <TextRegion id="b"><TextEquiv><Unicode>El
            primer</Unicode></TextEquiv></TextRegion>
            </Page></PcGts>
            """);
    // Then
    assertEquals(List.of("El", "primer", "barco", "hundido"), texts(text));
    assertEquals(3, text.words().stream().mapToInt(SuppliedWord::line).distinct().count());
  }

  @Test
  void teiSaysWhatStandsOnThePage() {
    // When
    SuppliedText text =
        read(
            """
            <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>
            <title>Carta</title></titleStmt></fileDesc></teiHeader><text><body>
            <pb n="1r"/><p>El <choice><sic>consul</sic><corr>cónsul</corr></choice> no tenía no<lb
            break="no"/>ticias<note>se equivoca</note> de <hi rend="underline">Val</hi>dora.</p>
            <note place="margin">visto</note>
            <pb n="1v"/><p>Adiós<lb/>amigo</p></body></text></TEI>
            """);
    // Then
    assertEquals(
        List.of(
            "El", "consul", "no", "tenía", "noticias", "de", "Valdora.", "visto", "Adiós", "amigo"),
        texts(text));
    assertEquals(8, text.pageStarts().get(2));
  }

  @Test
  void brokenFilesSayWhereTheyAreBroken() {
    refused("transcription.broken", "<alto>\n<Layout>\n</alto>", "line 3");
    refused("transcription.broken", "<alto>&nbsp;</alto>", "line 1");
    refused("transcription.format-unknown", "<mets></mets>", "mets");
    refused("transcription.empty", "<alto/>", "no words");
    refused("transcription.too-deep", "<alto>" + "<a>".repeat(30), "more than 20 deep");
    refused(
        "transcription.too-long",
        "<alto>" + "<String CONTENT=\"a\"/>".repeat(1001) + "</alto>",
        "more than 1000 words");
  }

  @Test
  void entitiesAreNotTakenIn() {
    refused(
        "transcription.broken",
        "<!DOCTYPE alto [<!ENTITY x SYSTEM"
            + " \"file:///etc/hostname\">]><html><body>&x;</body></html>",
        "line 1");
  }

  @Test
  void plainTextIsNoMarkup() {
    assertFalse(SuppliedMarkup.is(bytes("Señor Ministro:\n<sic>")));
    assertFalse(SuppliedMarkup.is(bytes("< 3 cajas")));
    assertFalse(SuppliedMarkup.is(new byte[0]));
    assertTrue(SuppliedMarkup.is(bytes("\ufeff \n<?xml version=\"1.0\"?>")));
    assertTrue(SuppliedMarkup.is("<TEI>".getBytes(StandardCharsets.UTF_16)));
  }

  private static void refused(String code, String content, String said) {
    BrokenTranscription broken =
        assertThrows(BrokenTranscription.class, () -> read(content), content);
    assertEquals(code, broken.code());
    assertTrue(String.valueOf(broken.getMessage()).contains(said), broken.getMessage());
  }

  private static SuppliedText read(String content) {
    return SuppliedMarkup.read(bytes(content), LIMITS);
  }

  private static byte[] bytes(String content) {
    return content.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] written(PageWriter writer, ExportedText text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    writer.write(text, bytes);
    return bytes.toByteArray();
  }

  private static List<String> texts(SuppliedText text) {
    return text.words().stream().map(SuppliedWord::text).toList();
  }
}
