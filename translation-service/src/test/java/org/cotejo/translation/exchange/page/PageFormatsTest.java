package org.cotejo.translation.exchange.page;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipInputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.cotejo.translation.exchange.page.ExportFixture.PlacedWord;
import org.cotejo.translation.reading.Box;
import org.cotejo.translation.reading.RegionType;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What is written is read back by a parser that knows nothing of the writers. */
class PageFormatsTest {
  private final ExportedText paper = ExportFixture.paper();

  @Test
  void altoHoldsEveryWordInItsPlaceAndOrder() throws Exception {
    // When
    Document alto = xml(written(new AltoWriter()));
    // Then
    List<PlacedWord> words = new ArrayList<>();
    for (Element string : elements(alto, "String")) {
      words.add(
          new PlacedWord(
              string.getAttribute("CONTENT"),
              new Box(
                  number(string, "HPOS"),
                  number(string, "VPOS"),
                  number(string, "WIDTH"),
                  number(string, "HEIGHT"))));
    }
    assertEquals(clean(ExportFixture.words(paper)), words);
    referencesHold(alto, "ID", "TAGREFS", "PROCESSINGREFS", "REF");
    assertEquals("4.4", alto.getDocumentElement().getAttribute("SCHEMAVERSION"));
    assertEquals(2, elements(alto, "Page").size());
    assertEquals("0.9123", elements(alto, "Page").getFirst().getAttribute("PC"));
    assertEquals(
        elements(alto, "TextBlock").stream().map(block -> block.getAttribute("ID")).toList(),
        elements(alto, "ElementRef").stream().map(ref -> ref.getAttribute("REF")).toList());
    assertEquals(
        RegionType.values().length, elements(alto, "LayoutTag").size(), "a tag for each type");
    assertEquals(List.of("tesseract", "supplied"), texts(alto, "softwareName"));
  }

  @Test
  void hocrHoldsEveryWordInItsPlaceAndOrder() throws Exception {
    // When
    Document hocr = xml(written(new HocrWriter()));
    // Then
    List<PlacedWord> words = new ArrayList<>();
    Set<String> types = new HashSet<>();
    for (Element span : elements(hocr, "span")) {
      if (span.getAttribute("class").equals("ocrx_word")) {
        words.add(new PlacedWord(span.getTextContent(), bbox(span)));
        assertTrue(span.getAttribute("title").matches("bbox [0-9 ]+; x_wconf \\d{1,3}(; .*)?"));
      }
    }
    for (Element area : elements(hocr, "div")) {
      if (area.getAttribute("title").contains("x_region")) {
        types.add(area.getAttribute("title").replaceAll(".*x_region ", ""));
      }
    }
    assertEquals(clean(ExportFixture.words(paper)), words);
    assertEquals(RegionType.values().length, types.size());
    referencesHold(hocr, "id");
    assertEquals("Carta & \"respuesta\"", texts(hocr, "title").getFirst());
  }

  @Test
  void pageHoldsEveryWordInItsPlaceAndOrder() throws Exception {
    // When
    List<Document> files = pageFiles();
    // Then
    List<PlacedWord> words = new ArrayList<>();
    for (Document file : files) {
      referencesHold(file, "id", "regionRef");
      for (Element word : elements(file, "Word")) {
        Element coordinates = (Element) word.getElementsByTagNameNS("*", "Coords").item(0);
        words.add(new PlacedWord(word.getTextContent().strip(), polygon(coordinates)));
      }
    }
    assertEquals(clean(ExportFixture.words(paper)), words);
    assertEquals(2, files.size());
    assertEquals(
        "Spanish", elements(files.getFirst(), "Page").getFirst().getAttribute("primaryLanguage"));
    assertEquals(List.of("2026-11-25T08:00:01Z"), texts(files.getFirst(), "Created"));
  }

  @Test
  void plainTextHasALineALineAndAFormFeedBetweenPages() throws IOException {
    // When
    String text = new String(written(new PlainTextWriter()), StandardCharsets.UTF_8);
    // Then
    assertTrue(text.startsWith("El señor <Ruiz> & \"hijos\" nin-\nguna Хрущёв 😀 body\n\nEl "));
    assertTrue(text.endsWith("unknown\n\fentregó 45 car\u0001tas\n"));
  }

  @Test
  void sameTextGivesSameBytes() throws IOException {
    for (PageWriter writer :
        List.of(new AltoWriter(), new HocrWriter(), new PageXmlArchive(), new PlainTextWriter())) {
      assertArrayEquals(written(writer), written(writer), writer.getClass().getSimpleName());
    }
  }

  /**
   * Against the published schemas, which are not part of this project: {@code
   * -Dcotejo.page-schemas=DIR} names a folder with {@code alto-4-4.xsd}, {@code pagecontent.xsd}
   * and {@code xlink.xsd}.
   */
  @Test
  void publishedSchemasHold() throws Exception {
    String folder = System.getProperty("cotejo.page-schemas", "");
    assumeTrue(!folder.isEmpty(), "no folder with the published schemas was named");
    // When and then
    Document alto = xml(written(new AltoWriter()));
    assertDoesNotThrow(() -> validate(alto, Path.of(folder, "alto-4-4.xsd")));
    for (Document file : pageFiles()) {
      assertDoesNotThrow(() -> validate(file, Path.of(folder, "pagecontent.xsd")));
    }
  }

  private static void validate(Document document, Path schema) throws Exception {
    SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    factory.setResourceResolver(new LocalSchemas(schema.getParent()));
    factory
        .newSchema(new StreamSource(new File(schema.toString())))
        .newValidator()
        .validate(new DOMSource(document));
  }

  private List<Document> pageFiles() throws Exception {
    List<Document> files = new ArrayList<>();
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(written(new PageXmlArchive())))) {
      while (zip.getNextEntry() != null) {
        files.add(xml(zip.readAllBytes()));
      }
    }
    return files;
  }

  private byte[] written(PageWriter writer) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    writer.write(paper, bytes);
    return bytes.toByteArray();
  }

  private static Document xml(byte[] content) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(content));
  }

  /** Every name is given once, and every reference has its name. */
  private static void referencesHold(Document document, String name, String... references) {
    Set<String> names = new HashSet<>();
    List<String> wanted = new ArrayList<>();
    for (Element element : elements(document, "*")) {
      String id = element.getAttribute(name);
      if (!id.isEmpty()) {
        assertTrue(id.matches("[A-Za-z_][A-Za-z0-9_.-]*"), id);
        assertTrue(names.add(id), () -> id + " is given twice");
      }
      for (String reference : references) {
        if (element.hasAttribute(reference)) {
          wanted.addAll(List.of(element.getAttribute(reference).split(" ", -1)));
        }
      }
    }
    assertTrue(names.containsAll(wanted), () -> wanted + " are not all among " + names);
  }

  private static List<Element> elements(Document document, String name) {
    NodeList nodes = document.getElementsByTagNameNS("*", name);
    List<Element> elements = new ArrayList<>();
    for (int k = 0; k < nodes.getLength(); k++) {
      elements.add((Element) nodes.item(k));
    }
    return elements;
  }

  private static List<String> texts(Document document, String name) {
    return elements(document, name).stream().map(Element::getTextContent).toList();
  }

  /** XML has no room for control characters. */
  private static List<PlacedWord> clean(List<PlacedWord> words) {
    return words.stream()
        .map(word -> new PlacedWord(word.text().replace('\u0001', '\ufffd'), word.box()))
        .toList();
  }

  private static int number(Element element, String attribute) {
    return Integer.parseInt(element.getAttribute(attribute));
  }

  private static Box bbox(Element element) {
    String[] edges = element.getAttribute("title").replaceAll(";.*", "").split(" ", -1);
    return box(edges[1], edges[2], edges[3], edges[4]);
  }

  private static Box polygon(Element coordinates) {
    String[] points = coordinates.getAttribute("points").split("[ ,]", -1);
    assertEquals(8, points.length);
    return box(points[0], points[1], points[4], points[5]);
  }

  private static Box box(String left, String top, String right, String bottom) {
    int x = Integer.parseInt(left);
    int y = Integer.parseInt(top);
    return new Box(x, y, Integer.parseInt(right) - x, Integer.parseInt(bottom) - y);
  }
}
