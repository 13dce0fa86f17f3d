package org.cotejo.translation.exchange.page.pdf;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A TrueType font of two glyphs without an outline (OpenType 1.9, the tables that an embedded font
 * needs): the one for missing characters, which is never used, and the one for every character.
 */
final class UnseenGlyphs {
  /** The advance of the glyph in thousandths of the font size. */
  static final int ADVANCE = 500;

  static final int ASCENT = 800;
  static final int DESCENT = -200;
  static final int GLYPH = 1;

  private static final int UNITS_PER_EM = 1000;
  private static final int GLYPHS = 2;
  private static final int TABLE_RECORD_BYTES = 16;
  private static final int HEADER_BYTES = 12;
  private static final int CHECKSUM_ADJUSTMENT = 0xB1B0AFBA;
  private static final int ADJUSTMENT_OFFSET = 8;

  private UnseenGlyphs() {}

  /** Writes the fields of a table. */
  private interface Fields {
    void write(DataOutputStream table) throws IOException;
  }

  /** The font program. */
  static byte[] program() {
    SortedMap<String, byte[]> tables = new TreeMap<>();
    tables.put("cmap", table(UnseenGlyphs::cmap));
    tables.put("glyf", new byte[4]);
    tables.put("head", table(UnseenGlyphs::head));
    tables.put("hhea", table(UnseenGlyphs::hhea));
    tables.put("hmtx", table(UnseenGlyphs::hmtx));
    tables.put("loca", new byte[2 * (GLYPHS + 1)]);
    tables.put("maxp", table(UnseenGlyphs::maxp));
    tables.put("post", table(UnseenGlyphs::post));
    return assembled(tables);
  }

  private static byte[] assembled(SortedMap<String, byte[]> tables) {
    int size = HEADER_BYTES + TABLE_RECORD_BYTES * tables.size();
    for (byte[] table : tables.values()) {
      size += padded(table.length);
    }
    ByteBuffer font = ByteBuffer.allocate(size);
    int power = Integer.highestOneBit(tables.size());
    font.putInt(0x00010000).putShort((short) tables.size());
    font.putShort((short) (power * TABLE_RECORD_BYTES));
    font.putShort((short) Integer.numberOfTrailingZeros(power));
    font.putShort((short) ((tables.size() - power) * TABLE_RECORD_BYTES));
    int offset = HEADER_BYTES + TABLE_RECORD_BYTES * tables.size();
    int head = 0;
    for (Map.Entry<String, byte[]> table : tables.entrySet()) {
      byte[] content = table.getValue();
      font.put(table.getKey().getBytes(StandardCharsets.US_ASCII));
      font.putInt(sum(content)).putInt(offset).putInt(content.length);
      font.put(offset, content);
      head = table.getKey().equals("head") ? offset : head;
      offset += padded(content.length);
    }
    font.putInt(head + ADJUSTMENT_OFFSET, CHECKSUM_ADJUSTMENT - sum(font.array()));
    return font.array();
  }

  private static void cmap(DataOutputStream table) throws IOException {
    // One subtable of format 4 (Windows, Unicode) with the closing segment alone.
    shorts(table, 0, 1, 3, 1);
    table.writeInt(12);
    shorts(table, 4, 24, 0, 2, 2, 0, 0, 0xFFFF, 0, 0xFFFF, 1, 0);
  }

  private static void head(DataOutputStream table) throws IOException {
    table.writeInt(0x00010000);
    table.writeInt(0x00010000);
    table.writeInt(0);
    table.writeInt(0x5F0F3CF5);
    shorts(table, 0, UNITS_PER_EM);
    table.writeLong(0);
    table.writeLong(0);
    shorts(table, 0, DESCENT, ADVANCE, ASCENT, 0, 3, 2, 0, 0);
  }

  private static void hhea(DataOutputStream table) throws IOException {
    table.writeInt(0x00010000);
    shorts(table, ASCENT, DESCENT, 0, ADVANCE, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, GLYPHS);
  }

  private static void hmtx(DataOutputStream table) throws IOException {
    shorts(table, ADVANCE, 0, ADVANCE, 0);
  }

  private static void maxp(DataOutputStream table) throws IOException {
    table.writeInt(0x00010000);
    shorts(table, GLYPHS, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  private static void post(DataOutputStream table) throws IOException {
    table.writeInt(0x00030000);
    table.writeInt(0);
    shorts(table, -100, 50);
    table.writeInt(1);
    for (int k = 0; k < 4; k++) {
      table.writeInt(0);
    }
  }

  private static void shorts(DataOutputStream table, int... values) throws IOException {
    for (int value : values) {
      table.writeShort(value);
    }
  }

  private static byte[] table(Fields fields) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      fields.write(new DataOutputStream(bytes));
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static int padded(int length) {
    return (length + 3) / 4 * 4;
  }

  private static int sum(byte[] content) {
    ByteBuffer words = ByteBuffer.wrap(java.util.Arrays.copyOf(content, padded(content.length)));
    int sum = 0;
    while (words.hasRemaining()) {
      sum += words.getInt();
    }
    return sum;
  }
}
