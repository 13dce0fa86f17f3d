package org.cotejo.translation.exchange.page;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML as a stream: elements open and close, nothing is held. */
final class XmlOut {
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

  static XmlOut to(OutputStream out) throws IOException {
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
  XmlOut root(String name, String namespace) throws IOException {
    return step(
        () -> {
          writer.writeStartElement(name);
          writer.writeDefaultNamespace(namespace);
        });
  }

  /** Says where the schema of a namespace is found. */
  XmlOut schema(String namespace, String location) throws IOException {
    return step(
        () -> {
          writer.writeNamespace("xsi", XSI);
          writer.writeAttribute("xsi", XSI, "schemaLocation", namespace + " " + location);
        });
  }

  XmlOut doctype(String declaration) throws IOException {
    return step(() -> writer.writeDTD(declaration)).line();
  }

  XmlOut start(String name) throws IOException {
    return step(() -> writer.writeStartElement(name));
  }

  XmlOut empty(String name) throws IOException {
    return step(() -> writer.writeEmptyElement(name));
  }

  XmlOut with(String attribute, String value) throws IOException {
    return step(() -> writer.writeAttribute(attribute, clean(value)));
  }

  XmlOut with(String attribute, int value) throws IOException {
    return with(attribute, Integer.toString(value));
  }

  XmlOut text(String text) throws IOException {
    return step(() -> writer.writeCharacters(clean(text)));
  }

  XmlOut end() throws IOException {
    return step(writer::writeEndElement);
  }

  XmlOut line() throws IOException {
    return step(() -> writer.writeCharacters("\n"));
  }

  /** An element that holds text alone, on a line of its own. */
  XmlOut element(String name, String text) throws IOException {
    return start(name).text(text).end().line();
  }

  void finish() throws IOException {
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
  static String clean(String text) {
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
