package org.cotejo.translation.exchange.bitext;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import net.sf.okapi.common.Event;
import net.sf.okapi.common.LocaleId;
import net.sf.okapi.common.resource.ITextUnit;
import net.sf.okapi.common.resource.RawDocument;
import net.sf.okapi.filters.tmx.TmxFilter;
import net.sf.okapi.lib.xliff2.core.Segment;
import net.sf.okapi.lib.xliff2.core.Unit;
import net.sf.okapi.lib.xliff2.reader.XLIFFReader;
import net.sf.okapi.lib.xliff2.reader.XLIFFReaderException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** What is written is read back by programs that know nothing of the writers. */
class BitextFormatsTest {
  private static final String XML = "http://www.w3.org/XML/1998/namespace";

  private final ExportedBitext paper = BitextFixture.paper(2);

  @Test
  void tmxKeepsToItsDtd() throws Exception {
    assertDoesNotThrow(() -> checkedByDtd(written(new TmxWriter())));
    assertDoesNotThrow(
        () -> checkedByDtd(BitextFixture.written(new TmxWriter(), BitextFixture.unread())));
    String broken =
        text(new TmxWriter()).replace("<seg>", "<segment>").replace("/seg>", "/segment>");
    assertThrows(SAXException.class, () -> checkedByDtd(broken.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void tmxIsReadByOkapiWithEveryLinkInItsOrder() throws Exception {
    // When
    Map<String, String> pairs = new LinkedHashMap<>();
    try (TmxFilter filter = new TmxFilter();
        RawDocument raw =
            new RawDocument(
                new ByteArrayInputStream(written(new TmxWriter())),
                StandardCharsets.UTF_8.name(),
                LocaleId.SPANISH,
                LocaleId.ENGLISH)) {
      filter.open(raw);
      while (filter.hasNext()) {
        Event event = filter.next();
        if (event.isTextUnit()) {
          ITextUnit unit = event.getTextUnit();
          pairs.put(
              unit.getSource().getUnSegmentedContentCopy().getText(),
              String.valueOf(unit.getTarget(LocaleId.ENGLISH)));
        }
      }
    }
    // Then
    assertEquals(linkedSources(), pairs.keySet().stream().filter(text -> !text.isEmpty()).toList());
    assertEquals("Puerto Claro, 4 May 1951", pairs.get("Puerto Claro, 4 de mayo de 1951"));
    assertEquals(
        "Consul <Ruiz> & his sons arrived in Puerto Claro on Monday.",
        pairs.get("El cónsul <Ruiz> & sus hijos llegaron el lunes a Puerto Claro."));
  }

  @Test
  void tmxSaysWhatHasNoCounterpart() throws Exception {
    // When
    Document tmx = xml(written(new TmxWriter()));
    // Then
    List<String> alone = new ArrayList<>();
    for (Element unit : elements(tmx, "tu")) {
      if (!property(unit, "x-unlinked").isEmpty()) {
        alone.add(
            property(unit, "x-unlinked")
                + elements(unit, "seg").stream().map(Element::getTextContent).toList());
      }
    }
    assertEquals(List.of("added[, This was added.]", "omitted[Nadie contestó.]"), alone);
    assertEquals("2", property(elements(tmx, "header").getFirst(), "x-corrections"));
  }

  @Test
  void xliffIsValidAndReadByOkapiWithEveryLinkInItsOrder() throws Exception {
    // Given
    byte[] xliff = written(new XliffWriter());
    // When
    assertDoesNotThrow(() -> XLIFFReader.validate(new ByteArrayInputStream(xliff), null));
    List<String> sources = new ArrayList<>();
    List<String> targets = new ArrayList<>();
    List<String> states = new ArrayList<>();
    try (XLIFFReader reader = new XLIFFReader(XLIFFReader.VALIDATION_MAXIMAL)) {
      reader.open(new ByteArrayInputStream(xliff));
      while (reader.hasNext()) {
        net.sf.okapi.lib.xliff2.reader.Event event = reader.next();
        if (event.isUnit()) {
          Unit unit = event.getUnit();
          for (Segment segment : unit.getSegments()) {
            sources.add(segment.getSource().getPlainText());
            targets.add(segment.hasTarget() ? segment.getTarget().getPlainText() : "");
            states.add(segment.getState().toString());
          }
        }
      }
    }
    // Then
    assertEquals(linkedSources(), sources.stream().filter(text -> !text.isEmpty()).toList());
    assertEquals("This was added.", targets.get(sources.indexOf("")));
    assertEquals("", targets.get(sources.indexOf("Nadie contestó.")));
    assertEquals(1, states.stream().filter("reviewed"::equals).count());
    assertEquals(1, states.stream().filter("initial"::equals).count());
    assertTrue(
        targets.contains(
            "He said that the ship (the Estrella) had left Valdora two weeks late [in April (old"
                + " style)]. The passengers had no news of any kind (none whatsoever)."));
  }

  @Test
  void okapiRefusesXliffThatIsBroken() throws Exception {
    String broken =
        text(new XliffWriter())
            .replace("<segment ", "<sentence ")
            .replace("</segment", "</sentence");
    assertThrows(
        XLIFFReaderException.class,
        () ->
            XLIFFReader.validate(
                new ByteArrayInputStream(broken.getBytes(StandardCharsets.UTF_8)), null));
  }

  @Test
  void xliffOfAnEmptyDocumentIsValid() throws Exception {
    byte[] xliff = BitextFixture.written(new XliffWriter(), BitextFixture.unread());
    assertDoesNotThrow(() -> XLIFFReader.validate(new ByteArrayInputStream(xliff), null));
  }

  @Test
  void teiKeepsToItsGrammar() throws Exception {
    assertEquals(List.of(), grammarFaults(written(new TeiWriter())));
    assertEquals(
        List.of(), grammarFaults(BitextFixture.written(new TeiWriter(), BitextFixture.unread())));
    String broken = text(new TeiWriter()).replace("<linkGrp type=\"translation\">", "<linkGrp>");
    assertFalse(grammarFaults(broken.getBytes(StandardCharsets.UTF_8)).isEmpty());
  }

  @Test
  void teiHoldsBothTextsWholeAndEveryReferenceHolds() throws Exception {
    // When
    Document tei = xml(written(new TeiWriter()));
    // Then
    List<String> sources = new ArrayList<>();
    List<String> targets = new ArrayList<>();
    for (Element segment : elements(tei, "s")) {
      boolean original = segment.getAttributeNS(XML, "id").startsWith("s");
      (original ? sources : targets).add(textWithoutFurniture(segment));
    }
    assertEquals(range(paper.reading().segments().size(), paper::sourceText), sources);
    assertEquals(range(paper.bitext().segments().size(), paper::targetText), targets);
    Set<String> ids = new HashSet<>();
    List<String> references = new ArrayList<>();
    for (Element element : elements(tei, "*")) {
      String id = element.getAttributeNS(XML, "id");
      assertTrue(id.isEmpty() || ids.add(id), () -> id + " is there twice");
      for (String attribute : List.of("target", "facs", "resp")) {
        for (String reference : element.getAttribute(attribute).split(" ", -1)) {
          if (!reference.isEmpty()) {
            references.add(reference.substring(1));
          }
        }
      }
    }
    assertTrue(ids.containsAll(references));
    assertEquals(6, elements(tei, "link").size());
    assertEquals("#s4 #t4 #t5", elements(tei, "link").get(3).getAttribute("target"));
    assertEquals("#curators", elements(tei, "link").get(4).getAttribute("resp"));
  }

  @Test
  void teiShowsWhereEverySegmentStandsAndWherePagesBegin() throws Exception {
    // When
    Document tei = xml(written(new TeiWriter()));
    // Then
    assertEquals(
        List.of("1", "2"), elements(tei, "pb").stream().map(pb -> pb.getAttribute("n")).toList());
    Element divided = byId(tei, "s4");
    // The word that the page end divides stands before the break.
    assertTrue(
        String.valueOf(elements(divided, "pb").getFirst().getPreviousSibling().getTextContent())
            .endsWith("ninguna"));
    assertEquals(
        List.of("letterhead", "letterhead", "page-number"),
        elements(tei, "fw").stream()
            .map(fw -> fw.getAttribute("type").replace("running-header", "letterhead"))
            .toList());
    List<String> places = new ArrayList<>();
    for (String reference : divided.getAttribute("facs").split(" ", -1)) {
      Element zone = byId(tei, reference.substring(1));
      places.add(
          ((Element) zone.getParentNode()).getAttribute("n") + ":" + zone.getAttribute("uly"));
    }
    List<String> boxes =
        paper
            .reading()
            .text()
            .boxesOf(
                paper.reading().segments().get(3).start(), paper.reading().segments().get(3).end())
            .stream()
            .map(place -> place.page() + ":" + place.box().y())
            .toList();
    assertEquals(boxes, places);
  }

  @Test
  void annotationsAreTypedInEveryFormat() throws Exception {
    // When
    Document tmx = xml(written(new TmxWriter()));
    Document xliff = xml(written(new XliffWriter()));
    Document tei = xml(written(new TeiWriter()));
    // Then
    List<String> texts =
        List.of(
            "(the Estrella)",
            "[in April (old style)]",
            "(old style)",
            "(none whatsoever)",
            "[i.e., the elder -ed.]");
    List<String> kinds =
        List.of("round-in-source", "square", "round-inserted", "round-inserted", "note");
    assertEquals(texts, elements(tmx, "hi").stream().map(Element::getTextContent).toList());
    assertEquals(
        kinds,
        elements(tmx, "hi").stream().map(hi -> hi.getAttribute("type").substring(2)).toList());
    assertEquals(texts, elements(xliff, "mrk").stream().map(Element::getTextContent).toList());
    assertEquals(
        kinds,
        elements(xliff, "mrk").stream()
            .map(mrk -> mrk.getAttribute("type").replace("cotejo:", ""))
            .toList());
    assertEquals(
        List.of("[in April (old style)]", "(old style)", "(none whatsoever)"),
        elements(tei, "supplied").stream().map(Element::getTextContent).toList());
    assertEquals("(the Estrella)", elements(tei, "seg").getFirst().getTextContent());
    assertEquals(
        "[i.e., the elder -ed.]",
        elements((Element) tei.getElementsByTagNameNS("*", "text").item(0), "note")
            .getFirst()
            .getTextContent());
  }

  @Test
  void everyFormatSaysWhatMadeIt() throws Exception {
    for (BitextWriter writer :
        List.of(new TmxWriter(), new XliffWriter(), new TeiWriter(), new ParallelTextWriter())) {
      String text = text(writer);
      for (String made :
          List.of(
              "lexical", "lexical-3-0123456789ab+en-es.7", "en-es.7", "A. Vega", "corrections")) {
        assertTrue(text.contains(made), () -> made + " is missing in " + text);
      }
    }
  }

  @Test
  void parallelTextHasALineALink() throws IOException {
    // When
    List<String> lines =
        text(new ParallelTextWriter()).lines().filter(line -> !line.startsWith("# ")).toList();
    // Then
    assertEquals(8, lines.size());
    assertEquals("Puerto Claro, 4 de mayo de 1951\tPuerto Claro, 4 May 1951", lines.getFirst());
    assertEquals("\tThis was added.", lines.get(5));
    assertEquals("Nadie contestó.\t", lines.get(7));
  }

  @Test
  void sameBitextGivesSameBytes() throws IOException {
    for (BitextWriter writer :
        List.of(new TmxWriter(), new XliffWriter(), new TeiWriter(), new ParallelTextWriter())) {
      assertArrayEquals(written(writer), BitextFixture.written(writer, BitextFixture.paper(2)));
    }
  }

  private List<String> linkedSources() {
    return range(paper.reading().segments().size(), paper::sourceText);
  }

  private static List<String> range(int count, java.util.function.IntFunction<String> text) {
    return java.util.stream.IntStream.range(0, count).mapToObj(text).toList();
  }

  private byte[] written(BitextWriter writer) throws IOException {
    return BitextFixture.written(writer, paper);
  }

  private String text(BitextWriter writer) throws IOException {
    return new String(written(writer), StandardCharsets.UTF_8);
  }

  /** Checks against the DTD of TMX 1.4 that OmegaT carries. */
  private static void checkedByDtd(byte[] tmx) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setValidating(true);
    DocumentBuilder builder = factory.newDocumentBuilder();
    builder.setErrorHandler(new Throwing());
    builder.setEntityResolver(
        (publicId, systemId) -> {
          InputStream dtd = BitextFormatsTest.class.getResourceAsStream("/schemas/tmx14.dtd");
          return new InputSource(java.util.Objects.requireNonNull(dtd));
        });
    String text = new String(tmx, StandardCharsets.UTF_8);
    int root = text.indexOf("<tmx");
    String typed =
        text.substring(0, root) + "<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">" + text.substring(root);
    builder.parse(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> grammarFaults(byte[] tei) throws Exception {
    List<String> faults = new ArrayList<>();
    PropertyMapBuilder properties = new PropertyMapBuilder();
    properties.put(
        ValidateProperty.ERROR_HANDLER,
        new Throwing() {
          @Override
          public void error(SAXParseException fault) {
            faults.add(fault.getLineNumber() + ": " + fault.getMessage());
          }
        });
    ValidationDriver driver =
        new ValidationDriver(properties.toPropertyMap(), CompactSchemaReader.getInstance());
    try (InputStream grammar =
        BitextFormatsTest.class.getResourceAsStream("/exchange/tei-bitext.rnc")) {
      assertTrue(driver.loadSchema(new InputSource(grammar)));
    }
    driver.validate(new InputSource(new ByteArrayInputStream(tei)));
    return faults;
  }

  /** Every warning and error is one. */
  private static class Throwing implements ErrorHandler {
    @Override
    public void warning(SAXParseException fault) throws SAXException {
      throw fault;
    }

    @Override
    public void error(SAXParseException fault) throws SAXException {
      throw fault;
    }

    @Override
    public void fatalError(SAXParseException fault) throws SAXException {
      throw fault;
    }
  }

  private static Document xml(byte[] content) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(content));
  }

  private static List<Element> elements(Document document, String name) {
    return list(document.getElementsByTagNameNS("*", name));
  }

  private static List<Element> elements(Element element, String name) {
    return list(element.getElementsByTagNameNS("*", name));
  }

  private static List<Element> list(NodeList nodes) {
    List<Element> elements = new ArrayList<>();
    for (int k = 0; k < nodes.getLength(); k++) {
      elements.add((Element) nodes.item(k));
    }
    return elements;
  }

  private static Element byId(Document document, String id) {
    return elements(document, "*").stream()
        .filter(element -> element.getAttributeNS(XML, "id").equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static String property(Element of, String type) {
    return elements(of, "prop").stream()
        .filter(prop -> prop.getAttribute("type").equals(type))
        .map(Element::getTextContent)
        .findFirst()
        .orElse("");
  }

  private static String textWithoutFurniture(Node node) {
    StringBuilder text = new StringBuilder();
    NodeList children = node.getChildNodes();
    for (int k = 0; k < children.getLength(); k++) {
      Node child = children.item(k);
      if (child.getNodeType() == Node.TEXT_NODE) {
        text.append(child.getNodeValue());
      } else if (!"fw".equals(child.getLocalName())) {
        text.append(textWithoutFurniture(child));
      }
    }
    return text.toString();
  }
}
