package org.cotejo.translation.exchange.page.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The font of text that is found but not seen (ISO 32000-1, 9.7.4).
 *
 * <p>Characters get numbers in the order in which they come; all have the one empty glyph, and the
 * ToUnicode map says which character a number is.
 */
final class UnseenFont {
  private static final int GREATEST_NUMBER = 0xFFFF;
  private static final int REPLACEMENT = 0xFFFD;
  private static final int BYTE_ORDER_MARK = 0xFEFF;
  private static final int MAPPINGS_A_BLOCK = 100;
  private static final int SYMBOLIC = 4;
  private static final COSName BASE_NAME = COSName.getPDFName("COTEJO+Unseen");

  private final COSDictionary dictionary = new COSDictionary();
  private final Map<Integer, Integer> numbers = new HashMap<>();
  private final List<Integer> characters = new ArrayList<>();

  COSDictionary dictionary() {
    return dictionary;
  }

  /** The text as hexadecimal digits for a text-showing operator. */
  String encoded(String text) {
    StringBuilder digits = new StringBuilder(text.length() * 4);
    text.codePoints()
        .map(UnseenFont::allowed)
        .forEach(character -> digits.append(HexFormat.of().toHexDigits((short) number(character))));
    return digits.toString();
  }

  /** Numbers begin with 1, for 0 is the missing character. */
  private int number(int character) {
    Integer known = numbers.get(character);
    if (known != null) {
      return known;
    }
    if (characters.size() + 1 > GREATEST_NUMBER) {
      throw new IllegalStateException("a document has at most 65,535 different characters");
    }
    characters.add(character);
    numbers.put(character, characters.size());
    return characters.size();
  }

  private static int allowed(int character) {
    boolean nothing =
        character < ' '
            || character == BYTE_ORDER_MARK
            || (character & 0xFFFE) == 0xFFFE
            || (character >= 0xD800 && character <= 0xDFFF);
    return nothing ? REPLACEMENT : character;
  }

  /** Writes the font once its characters are known. */
  void finish(PDDocument document) throws IOException {
    COSDictionary descendant = descendant(document);
    dictionary.setItem(COSName.TYPE, COSName.FONT);
    dictionary.setItem(COSName.SUBTYPE, COSName.TYPE0);
    dictionary.setItem(COSName.BASE_FONT, BASE_NAME);
    dictionary.setItem(COSName.ENCODING, COSName.IDENTITY_H);
    COSArray descendants = new COSArray();
    descendants.add(descendant);
    dictionary.setItem(COSName.DESCENDANT_FONTS, descendants);
    dictionary.setItem(
        COSName.TO_UNICODE,
        stream(document, toUnicode().getBytes(StandardCharsets.US_ASCII), false));
  }

  private COSDictionary descendant(PDDocument document) throws IOException {
    COSDictionary system = new COSDictionary();
    system.setItem(COSName.REGISTRY, new COSString("Adobe"));
    system.setItem(COSName.ORDERING, new COSString("Identity"));
    system.setInt(COSName.SUPPLEMENT, 0);
    COSDictionary descendant = new COSDictionary();
    descendant.setItem(COSName.TYPE, COSName.FONT);
    descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
    descendant.setItem(COSName.BASE_FONT, BASE_NAME);
    descendant.setItem(COSName.CIDSYSTEMINFO, system);
    descendant.setInt(COSName.DW, UnseenGlyphs.ADVANCE);
    descendant.setItem(COSName.FONT_DESC, descriptor(document));
    byte[] glyphs = new byte[2 * (characters.size() + 1)];
    for (int number = 1; number <= characters.size(); number++) {
      glyphs[2 * number + 1] = UnseenGlyphs.GLYPH;
    }
    descendant.setItem(COSName.CID_TO_GID_MAP, stream(document, glyphs, false));
    return descendant;
  }

  private static COSDictionary descriptor(PDDocument document) throws IOException {
    COSDictionary descriptor = new COSDictionary();
    descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
    descriptor.setItem(COSName.FONT_NAME, BASE_NAME);
    descriptor.setInt(COSName.FLAGS, SYMBOLIC);
    COSArray box = new COSArray();
    for (int edge :
        new int[] {0, UnseenGlyphs.DESCENT, UnseenGlyphs.ADVANCE, UnseenGlyphs.ASCENT}) {
      box.add(COSInteger.get(edge));
    }
    descriptor.setItem(COSName.FONT_BBOX, box);
    descriptor.setInt(COSName.ITALIC_ANGLE, 0);
    descriptor.setInt(COSName.ASCENT, UnseenGlyphs.ASCENT);
    descriptor.setInt(COSName.DESCENT, UnseenGlyphs.DESCENT);
    descriptor.setInt(COSName.CAP_HEIGHT, UnseenGlyphs.ASCENT);
    descriptor.setInt(COSName.STEM_V, 1);
    descriptor.setItem(COSName.FONT_FILE2, stream(document, UnseenGlyphs.program(), true));
    return descriptor;
  }

  private String toUnicode() {
    StringBuilder map =
        new StringBuilder(
            """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange
            """);
    for (int from = 0; from < characters.size(); from += MAPPINGS_A_BLOCK) {
      int to = Math.min(characters.size(), from + MAPPINGS_A_BLOCK);
      map.append(to - from).append(" beginbfchar\n");
      for (int k = from; k < to; k++) {
        byte[] unicode = Character.toString(characters.get(k)).getBytes(StandardCharsets.UTF_16BE);
        map.append('<').append(HexFormat.of().toHexDigits((short) (k + 1))).append("> <");
        map.append(HexFormat.of().formatHex(unicode)).append(">\n");
      }
      map.append("endbfchar\n");
    }
    return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
        .toString();
  }

  private static COSStream stream(PDDocument document, byte[] content, boolean isFont)
      throws IOException {
    COSStream stream = document.getDocument().createCOSStream();
    if (isFont) {
      stream.setInt(COSName.LENGTH1, content.length);
    }
    try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(content);
    }
    return stream;
  }
}
