package org.cotejo.translation.segmentation;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * Reads plain text of unknown encoding: a byte order mark decides, then UTF-8 if it is valid, then
 * Windows-1252.
 */
public final class PlainTextDecoder {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  private PlainTextDecoder() {}

  /**
   * Decodes a text into normalisation form C with line feeds alone.
   *
   * @throws BrokenTranslation for bytes that are no text in any of these encodings
   */
  public static String decode(byte[] content) {
    String text = decoded(content);
    for (int at = 0; at < text.length(); at++) {
      char letter = text.charAt(at);
      if (Character.isISOControl(letter) && "\t\n\r\f\u000b\u0085\u001a".indexOf(letter) < 0) {
        throw new BrokenTranslation(
            "translation.binary",
            "The translation is no plain text: a control character stands at character "
                + (at + 1)
                + ".");
      }
    }
    return Normalizer.normalize(
        text.replace("\r\n", "\n")
            .replace('\r', '\n')
            .replace('\u0085', '\n')
            .replace("\u001a", ""),
        Normalizer.Form.NFC);
  }

  private static String decoded(byte[] content) {
    if (startsWith(content, 0xEF, 0xBB, 0xBF)) {
      return strict(content, 3, StandardCharsets.UTF_8);
    }
    if (startsWith(content, 0xFE, 0xFF)) {
      return strict(content, 2, StandardCharsets.UTF_16BE);
    }
    if (startsWith(content, 0xFF, 0xFE)) {
      return strict(content, 2, StandardCharsets.UTF_16LE);
    }
    try {
      return attempt(content, 0, StandardCharsets.UTF_8);
    } catch (CharacterCodingException noUtf8) {
      return strict(content, 0, WINDOWS_1252);
    }
  }

  private static String strict(byte[] content, int from, Charset charset) {
    try {
      return attempt(content, from, charset);
    } catch (CharacterCodingException broken) {
      throw new BrokenTranslation(
          "translation.undecodable",
          "The translation is no valid "
              + charset.name()
              + " text, although it begins or reads like it.");
    }
  }

  private static String attempt(byte[] content, int from, Charset charset)
      throws CharacterCodingException {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(content, from, content.length - from))
        .toString();
  }

  private static boolean startsWith(byte[] content, int... mark) {
    if (content.length < mark.length) {
      return false;
    }
    for (int k = 0; k < mark.length; k++) {
      if ((content[k] & 0xFF) != mark[k]) {
        return false;
      }
    }
    return true;
  }
}
