package org.cotejo.translation.exchange.xml;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import javax.xml.XMLConstants;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Goes through XML that strangers have made: no document type is loaded and no entity resolved,
 * elements are only so deep, and every failure is a {@link BrokenXml} with its line and column.
 *
 * <p>Nothing is held but the open elements. How much is read is bounded by the stream that is
 * given.
 */
public final class XmlIn {
  private static final XMLInputFactory FACTORY = hardened();

  private final XMLStreamReader reader;
  private final int greatestDepth;
  private int depth;

  private XmlIn(XMLStreamReader reader, int greatestDepth) {
    this.reader = reader;
    this.greatestDepth = greatestDepth;
  }

  /** What somebody does with the parts of a document. */
  public interface Handler {
    /** An element begins. */
    void start(XmlIn element);

    /** An element ends. */
    void end(String name);

    /** Characters between elements; one text may come in pieces. */
    void text(String characters);
  }

  /** Opens a document; its encoding is taken from its first bytes. */
  public static XmlIn open(byte[] content, int greatestDepth) {
    return open(new ByteArrayInputStream(content), greatestDepth);
  }

  /** The same from a stream, which stays open. */
  public static XmlIn open(InputStream content, int greatestDepth) {
    try {
      return new XmlIn(FACTORY.createXMLStreamReader(content), greatestDepth);
    } catch (XMLStreamException broken) {
      throw broken(broken);
    }
  }

  /** Goes to the root element; its name without prefix. */
  public String root() {
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
  public void each(Handler handler) {
    try {
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamReader.START_ELEMENT -> {
            depth++;
            if (depth > greatestDepth) {
              throw fault(
                  BrokenXml.Kind.TOO_DEEP, "elements are more than " + greatestDepth + " deep");
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
              throw fault(
                  BrokenXml.Kind.BROKEN,
                  "the entity " + reader.getLocalName() + " is not taken in");
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
  public String name() {
    return reader.getLocalName();
  }

  /** Namespace of the element that begins; empty without one. */
  public String namespace() {
    String namespace = reader.getNamespaceURI();
    return namespace == null ? "" : namespace;
  }

  /** An attribute of the element that begins, by its name without prefix; empty without it. */
  public String attribute(String name) {
    for (int k = 0; k < reader.getAttributeCount(); k++) {
      if (name.equals(reader.getAttributeLocalName(k))) {
        return reader.getAttributeValue(k);
      }
    }
    return "";
  }

  /** How many elements are open, the one that begins among them. */
  public int depth() {
    return depth;
  }

  /** A failure of a document that is not what it should be, at the place that was reached. */
  public BrokenXml invalid(String fault) {
    return fault(BrokenXml.Kind.INVALID, fault);
  }

  private BrokenXml fault(BrokenXml.Kind kind, String fault) {
    return new BrokenXml(kind, place(reader.getLocation()), fault);
  }

  private static BrokenXml broken(XMLStreamException broken) {
    // The parser's message begins with the place in its own words.
    String message =
        String.valueOf(broken.getMessage())
            .replaceFirst("(?s)^ParseError at .*?\\nMessage: ", "")
            .replaceFirst("\\.$", "");
    return new BrokenXml(BrokenXml.Kind.BROKEN, place(broken.getLocation()), message);
  }

  private static String place(@Nullable Location location) {
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
