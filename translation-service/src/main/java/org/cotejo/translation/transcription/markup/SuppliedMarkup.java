package org.cotejo.translation.transcription.markup;

import java.nio.charset.StandardCharsets;
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
    MarkupIn in = MarkupIn.open(content, limits);
    WordsInMaking words = new WordsInMaking(limits);
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
          throw in.fault(
              "format-unknown",
              "its root element is " + root + "; known are alto, html (hOCR), PcGts (PAGE), TEI");
    }
    SuppliedText text = words.finished();
    if (text.words().isEmpty()) {
      throw new BrokenTranscription("transcription.empty", "The transcription has no words.");
    }
    return text;
  }
}
