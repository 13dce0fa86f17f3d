package org.cotejo.translation.exchange.translation;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What a submitted translation is, seen from its first bytes. */
enum TranslationFormat {
  PACKAGE,
  OLD_OFFICE,
  RTF,
  PDF,
  HTML,
  XML,
  PLAIN;

  private static final int PEEKED_BYTES = 2048;

  /** A page in HTML, whole or without its root element. */
  private static final Pattern PAGE =
      Pattern.compile(
          "(?is)^(?:<\\?xml[^>]*>\\s*|<!--.*?-->\\s*)*+"
              + "<(?:!doctype\\s+html|(?:html|head|body|meta|title|h[1-6]|p|div|table)[\\s>])");

  /** A text may begin with a lone {@code <}; one of these is no text. */
  private static final Pattern MARKUP =
      Pattern.compile(
          "(?s)^<(?:\\?xml\\s|!--|!DOCTYPE\\s|(?:[\\w-]+:)?(?:TEI|teiCorpus|tmx|xliff)[\\s/>])");

  static TranslationFormat of(byte[] content) {
    if (startsWith(content, 'P', 'K', 3, 4) || startsWith(content, 'P', 'K', 5, 6)) {
      return PACKAGE;
    }
    if (startsWith(content, 0xD0, 0xCF, 0x11, 0xE0)) {
      return OLD_OFFICE;
    }
    String start = start(content);
    if (start.startsWith("{\\rtf")) {
      return RTF;
    }
    if (start.startsWith("%PDF-")) {
      return PDF;
    }
    if (PAGE.matcher(start).find()) {
      return HTML;
    }
    return MARKUP.matcher(start).find() ? XML : PLAIN;
  }

  private static String start(byte[] content) {
    int length = Math.min(PEEKED_BYTES, content.length);
    Charset charset = StandardCharsets.ISO_8859_1;
    if (startsWith(content, 0xFF, 0xFE)) {
      charset = StandardCharsets.UTF_16LE;
    } else if (startsWith(content, 0xFE, 0xFF)) {
      charset = StandardCharsets.UTF_16BE;
    }
    return charset
        .decode(ByteBuffer.wrap(content, 0, length))
        .toString()
        .replaceFirst("^(\u00ef\u00bb\u00bf|\ufeff)", "")
        .stripLeading();
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
