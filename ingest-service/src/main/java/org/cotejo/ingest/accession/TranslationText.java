package org.cotejo.ingest.accession;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Recognises plain text. Contents are stored as they came; this only looks whether they are text.
 */
public final class TranslationText {
  private TranslationText() {}

  /**
   * The text of a file, or nothing when it is none.
   *
   * <p>Tried in this order: a byte order mark of UTF-8 or UTF-16, UTF-8, Windows-1252. Control
   * characters other than tab, line ends and form feed show that the file is something else.
   */
  public static Optional<String> decode(byte[] content) {
    if (startsWith(content, 0xFE, 0xFF) || startsWith(content, 0xFF, 0xFE)) {
      return strict(content, StandardCharsets.UTF_16).filter(TranslationText::isText);
    }
    return strict(content, StandardCharsets.UTF_8)
        .or(() -> strict(content, Charset.forName("windows-1252")))
        .filter(TranslationText::isText)
        .map(text -> text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  private static Optional<String> strict(byte[] content, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(content))
              .toString());
    } catch (CharacterCodingException other) {
      return Optional.empty();
    }
  }

  private static boolean isText(String text) {
    return text.chars().noneMatch(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f');
  }

  private static boolean startsWith(byte[] content, int first, int second) {
    return content.length >= 2 && (content[0] & 0xFF) == first && (content[1] & 0xFF) == second;
  }
}
