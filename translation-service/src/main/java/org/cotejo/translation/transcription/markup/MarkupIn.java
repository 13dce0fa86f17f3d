package org.cotejo.translation.transcription.markup;

import java.io.ByteArrayInputStream;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.cotejo.translation.transcription.BrokenTranscription;

/**
 * Goes through XML that strangers have made: no document type is loaded and no entity resolved,
 * elements are only so deep, and every failure says its line and column.
 */
final class MarkupIn {
  private static final XMLInputFactory FACTORY = hardened();

  private final XMLStreamReader reader;
  private final MarkupLimits limits;
  private int depth;

  private MarkupIn(XMLStreamReader reader, MarkupLimits limits) {
    this.reader = reader;
    this.limits = limits;
  }

  /** What somebody does with the parts of a document. */
  interface Handler {
    /** An element begins. */
    void start(MarkupIn element);

    /** An element ends. */
    void end(String name);

    /** Characters between elements; one text may come in pieces. */
    void text(String characters);
  }

  static MarkupIn open(byte[] content, MarkupLimits limits) {
    try {
      return new MarkupIn(FACTORY.createXMLStreamReader(new ByteArrayInputStream(content)), limits);
    } catch (XMLStreamException broken) {
      throw broken(broken);
    }
  }

  /** Goes to the root element; its name without prefix. */
  String root() {
    try {
      while (reader.next() != XMLStreamReader.START_ELEMENT) {
        // What stands before the root says nothing of the text.
      }
      depth = 1;
      return reader.getLocalName();
    } catch (XMLStreamException broken) {
      throw broken(broken);
    }
  }

  /** Hands the parts of the document after the start of its root to a handler. */
  void each(Handler handler) {
    try {
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamReader.START_ELEMENT -> {
            depth++;
            if (depth > limits.depth()) {
              throw fault("too-deep", "elements are more than " + limits.depth() + " deep");
            }
            handler.start(this);
          }
          case XMLStreamReader.END_ELEMENT -> {
            depth--;
            handler.end(reader.getLocalName());
          }
          case XMLStreamReader.CHARACTERS, XMLStreamReader.CDATA, XMLStreamReader.SPACE ->
              handler.text(reader.getText());
          case XMLStreamReader.ENTITY_REFERENCE ->
              throw fault("broken", "the entity " + reader.getLocalName() + " is not taken in");
          default -> {
            // Comments and instructions say nothing of the text.
          }
        }
      }
    } catch (XMLStreamException broken) {
      throw broken(broken);
    }
  }

  /** Name of the element that begins, without prefix. */
  String name() {
    return reader.getLocalName();
  }

  /** An attribute of the element that begins; empty without it. */
  String attribute(String name) {
    for (int k = 0; k < reader.getAttributeCount(); k++) {
      if (name.equals(reader.getAttributeLocalName(k))) {
        return reader.getAttributeValue(k);
      }
    }
    return "";
  }

  /** How many elements are open, the one that begins among them. */
  int depth() {
    return depth;
  }

  BrokenTranscription fault(String code, String what) {
    return new BrokenTranscription(
        "transcription." + code,
        "The transcription cannot be read" + place(reader.getLocation()) + ": " + what + ".");
  }

  private static BrokenTranscription broken(XMLStreamException broken) {
    // The parser's message begins with the place in its own words.
    String message =
        String.valueOf(broken.getMessage()).replaceFirst("(?s)^ParseError at .*?\\nMessage: ", "");
    return new BrokenTranscription(
        "transcription.broken",
        "The transcription is no well-formed XML" + place(broken.getLocation()) + ": " + message);
  }

  private static String place(@org.jspecify.annotations.Nullable Location location) {
    return location == null
        ? ""
        : " at line " + location.getLineNumber() + ", column " + location.getColumnNumber();
  }

  private static XMLInputFactory hardened() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
    return factory;
  }
}
