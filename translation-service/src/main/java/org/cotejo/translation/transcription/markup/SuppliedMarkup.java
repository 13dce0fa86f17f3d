package org.cotejo.translation.transcription.markup;

import java.nio.charset.StandardCharsets;
import org.cotejo.translation.exchange.xml.BrokenXml;
import org.cotejo.translation.exchange.xml.XmlIn;
import org.cotejo.translation.transcription.BrokenTranscription;
import org.cotejo.translation.transcription.SuppliedText;

/** Reads ALTO, hOCR, PAGE and TEI, told apart by their root element. */
public final class SuppliedMarkup {
  private static final int PEEKED_BYTES = 64;

  private SuppliedMarkup() {}

  /** Whether a file is markup rather than plain text: its first character opens a tag. */
  public static boolean is(byte[] content) {
    String start =
        new String(content, 0, Math.min(PEEKED_BYTES, content.length), StandardCharsets.ISO_8859_1)
            .replace("\u00ef\u00bb\u00bf", "")
            .replace("\u0000", "")
            .replace("\u00fe\u00ff", "")
            .replace("\u00ff\u00fe", "")
            .stripLeading();
    return start.matches("(?s)<[?!A-Za-z].*");
  }

  /**
   * The words of a file.
   *
   * @throws BrokenTranscription when it is of no known format, broken, or larger than the limits
   */
  public static SuppliedText read(byte[] content, MarkupLimits limits) {
    WordsInMaking words = new WordsInMaking(limits);
    try {
      read(XmlIn.open(content, limits.depth()), words);
    } catch (BrokenXml broken) {
      throw broken(broken);
    }
    SuppliedText text = words.finished();
    if (text.words().isEmpty()) {
      throw new BrokenTranscription("transcription.empty", "The transcription has no words.");
    }
    return text;
  }

  private static void read(XmlIn in, WordsInMaking words) {
    String root = in.root();
    switch (root) {
      case "alto" -> in.each(new AltoText(words));
      case "html" -> in.each(new HocrText(words));
      case "TEI" -> in.each(new TeiText(words));
      case "PcGts" -> {
        PageText page = new PageText();
        in.each(page);
        page.to(words);
      }
      default ->
          throw in.invalid(
              "its root element is " + root + "; known are alto, html (hOCR), PcGts (PAGE), TEI");
    }
  }

  private static BrokenTranscription broken(BrokenXml broken) {
    String code =
        switch (broken.kind()) {
          case BROKEN -> "transcription.broken";
          case TOO_DEEP -> "transcription.too-deep";
          case INVALID -> "transcription.format-unknown";
        };
    return new BrokenTranscription(
        code, "The transcription cannot be read" + broken.place() + ": " + broken.fault() + ".");
  }
}
