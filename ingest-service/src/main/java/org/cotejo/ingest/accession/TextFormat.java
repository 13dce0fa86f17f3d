package org.cotejo.ingest.accession;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * What a translation or transcription may come as, seen from what it holds and not from its name.
 *
 * <p>This looks at beginnings alone; whether a file is whole shows when translation-service reads
 * it.
 */
public enum TextFormat {
  PLAIN("text/plain"),
  HTML("text/html"),
  TEI("application/tei+xml"),
  TMX("application/x-tmx+xml"),
  XLIFF("application/xliff+xml"),
  ALTO("application/alto+xml"),
  PAGE("application/vnd.prima.page+xml"),
  PDF("application/pdf"),
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
  ODT("application/vnd.oasis.opendocument.text");

  private static final int PEEKED_BYTES = 4096;

  /** What may stand before a root element, and its name without prefix. */
  private static final Pattern ROOT =
      Pattern.compile(
          "^(?:\\s++|<\\?[^>]*+>|<!--(?s:.*?)-->|<!DOCTYPE[^>\\[]*+(?:\\[[^\\]]*+\\]\\s*+)?+>)*+"
              + "<(?:[\\w-]+:)?([\\w-]+)");

  /** Elements with which a page in HTML begins that lacks its root. */
  private static final Pattern OF_PAGE =
      Pattern.compile("(?i)html|head|body|meta|title|h[1-6]|p|div|table");

  private final String mediaType;

  TextFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** The media type under which a file is kept. */
  public String mediaType() {
    return mediaType;
  }

  /** Whether it can be a transcription of the original, beside plain text. */
  boolean isTranscription() {
    return switch (this) {
      case PLAIN, HTML, TEI, ALTO, PAGE -> true;
      case TMX, XLIFF, PDF, DOCX, ODT -> false;
    };
  }

  /** Whether it can be a translation. */
  boolean isTranslation() {
    return switch (this) {
      case PLAIN, HTML, TEI, TMX, XLIFF, PDF, DOCX, ODT -> true;
      case ALTO, PAGE -> false;
    };
  }

  /**
   * What a file is; empty when it is something else that is no plain text either. That a plain text
   * is one, {@link TranslationText} sees.
   */
  public static Optional<TextFormat> of(Path file) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(PEEKED_BYTES);
    }
    String latin = new String(start, StandardCharsets.ISO_8859_1);
    if (latin.startsWith("PK")) {
      return ofPackage(file);
    }
    String text = decoded(start).stripLeading();
    if (text.startsWith("%PDF-")) {
      return Optional.of(PDF);
    }
    if (text.startsWith("{\\rtf") || latin.startsWith("\u00d0\u00cf\u0011\u00e0")) {
      return Optional.empty();
    }
    return text.startsWith("<") ? ofMarkup(text) : Optional.of(PLAIN);
  }

  private static Optional<TextFormat> ofMarkup(String text) {
    Matcher root = ROOT.matcher(text);
    String name = root.find() ? root.group(1) : "";
    return switch (name) {
      case "TEI", "teiCorpus" -> Optional.of(TEI);
      case "tmx" -> Optional.of(TMX);
      case "xliff" -> Optional.of(XLIFF);
      case "alto" -> Optional.of(ALTO);
      case "PcGts" -> Optional.of(PAGE);
      default -> {
        if (OF_PAGE.matcher(name).matches()
            || text.regionMatches(true, 0, "<!doctype html", 0, 14)) {
          yield Optional.of(HTML);
        }
        // A text may begin with a lone <.
        yield text.startsWith("<?xml") ? Optional.empty() : Optional.of(PLAIN);
      }
    };
  }

  private static Optional<TextFormat> ofPackage(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.getEntry("mimetype") != null && zip.getEntry("content.xml") != null) {
        return Optional.of(ODT);
      }
      boolean word =
          zip.getEntry("[Content_Types].xml") != null
              && zip.stream().anyMatch(entry -> entry.getName().startsWith("word/"));
      return word ? Optional.of(DOCX) : Optional.empty();
    } catch (ZipException broken) {
      return Optional.empty();
    }
  }

  private static String decoded(byte[] start) {
    Charset charset = StandardCharsets.UTF_8;
    if (start.length > 1 && (start[0] & 0xFF) == 0xFF && (start[1] & 0xFF) == 0xFE) {
      charset = StandardCharsets.UTF_16LE;
    } else if (start.length > 1 && (start[0] & 0xFF) == 0xFE && (start[1] & 0xFF) == 0xFF) {
      charset = StandardCharsets.UTF_16BE;
    }
    String text = charset.decode(ByteBuffer.wrap(start)).toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
