package org.cotejo.translation.exchange.xml;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML as a stream: elements open and close, nothing is held. */
public final class XmlOut {
  private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";
  private static final int REPLACEMENT = 0xFFFD;

  private final XMLStreamWriter writer;

  private XmlOut(XMLStreamWriter writer) {
    this.writer = writer;
  }

  /** One call of the writer beneath. */
  private interface Step {
    void run() throws XMLStreamException;
  }

  /**
   * Begins a document in UTF-8.
   *
   * @param out is flushed at the end and left open
   */
  public static XmlOut to(OutputStream out) throws IOException {
    try {
      XmlOut xml =
          new XmlOut(
              XMLOutputFactory.newDefaultFactory()
                  .createXMLStreamWriter(out, StandardCharsets.UTF_8.name()));
      xml.writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      return xml.line();
    } catch (XMLStreamException failure) {
      throw new IOException(failure);
    }
  }

  /** Opens the root element of a namespace. */
  public XmlOut root(String name, String namespace) throws IOException {
    return step(
        () -> {
          writer.writeStartElement(name);
          writer.writeDefaultNamespace(namespace);
        });
  }

  /** Says where the schema of a namespace is found. */
  public XmlOut schema(String namespace, String location) throws IOException {
    return step(
        () -> {
          writer.writeNamespace("xsi", XSI);
          writer.writeAttribute("xsi", XSI, "schemaLocation", namespace + " " + location);
        });
  }

  /** A namespace with a prefix, declared on the root element that was opened last. */
  public XmlOut namespace(String prefix, String namespace) throws IOException {
    return step(
        () -> {
          writer.writeNamespace(prefix, namespace);
          writer.setPrefix(prefix, namespace);
        });
  }

  /** A document type as it is to stand there. */
  public XmlOut doctype(String declaration) throws IOException {
    return step(() -> writer.writeDTD(declaration)).line();
  }

  /** Opens an element of the default namespace. */
  public XmlOut start(String name) throws IOException {
    return step(() -> writer.writeStartElement(name));
  }

  /** Opens an element of a namespace with a prefix. */
  public XmlOut start(String prefix, String name, String namespace) throws IOException {
    return step(() -> writer.writeStartElement(prefix, name, namespace));
  }

  /** An element without content. */
  public XmlOut empty(String name) throws IOException {
    return step(() -> writer.writeEmptyElement(name));
  }

  /** An attribute of the element that was opened last. */
  public XmlOut with(String attribute, String value) throws IOException {
    return step(() -> writer.writeAttribute(attribute, clean(value)));
  }

  /** An attribute of the element that was opened last. */
  public XmlOut with(String attribute, int value) throws IOException {
    return with(attribute, Integer.toString(value));
  }

  /** An attribute that XML itself defines: {@code xml:id}, {@code xml:lang}. */
  public XmlOut xml(String attribute, String value) throws IOException {
    return step(
        () -> writer.writeAttribute("xml", XMLConstants.XML_NS_URI, attribute, clean(value)));
  }

  /** Characters, escaped where they must be. */
  public XmlOut text(String text) throws IOException {
    return step(() -> writer.writeCharacters(clean(text)));
  }

  /** Closes the element that was opened last. */
  public XmlOut end() throws IOException {
    return step(writer::writeEndElement);
  }

  /** A line feed, for people who read the file. */
  public XmlOut line() throws IOException {
    return step(() -> writer.writeCharacters("\n"));
  }

  /** An element that holds text alone, on a line of its own. */
  public XmlOut element(String name, String text) throws IOException {
    return start(name).text(text).end().line();
  }

  /** Closes what is open, and flushes. */
  public void finish() throws IOException {
    step(
        () -> {
          writer.writeEndDocument();
          writer.writeCharacters("\n");
          writer.flush();
        });
  }

  private XmlOut step(Step step) throws IOException {
    try {
      step.run();
      return this;
    } catch (XMLStreamException failure) {
      throw new IOException(failure);
    }
  }

  /** Characters that XML 1.0 (production 2) has no room for become U+FFFD. */
  public static String clean(String text) {
    if (text.codePoints().allMatch(XmlOut::allowed)) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .map(character -> allowed(character) ? character : REPLACEMENT)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean allowed(int character) {
    return character == '\t'
        || character == '\n'
        || character == '\r'
        || (character >= 0x20 && character <= 0xD7FF)
        || (character >= 0xE000 && character <= 0xFFFD)
        || character >= 0x10000;
  }
}
