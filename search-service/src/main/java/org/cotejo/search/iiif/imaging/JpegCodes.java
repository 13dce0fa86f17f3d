package org.cotejo.search.iiif.imaging;

import java.util.Arrays;

/**
 * One table of Huffman codes (ITU-T T.81, annex C), to read and to write by.
 *
 * @param read for each {@link #USUAL} bits that may come, the length of the code they begin with in
 *     the upper byte and its symbol in the lower; 0 where a longer code or none begins
 * @param code of each symbol
 * @param length of that code in bits, 0 for a symbol without
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record JpegCodes(char[] read, int[] code, int[] length) {
  /** Bits of the longest code. */
  static final int LONGEST = 16;

  /** Bits of nearly all codes that occur: a table of these stays in the fastest cache. */
  private static final int USUAL = 10;

  /**
   * Builds it.
   *
   * @param segment how many codes there are of each length, 16 bytes, and their symbols
   */
  static JpegCodes of(byte[] segment) {
    char[] read = new char[1 << USUAL];
    int[] code = new int[256];
    int[] length = new int[256];
    int next = 0;
    int at = LONGEST;
    for (int bits = 1; bits <= LONGEST; bits++, next <<= 1) {
      for (int count = segment[bits - 1] & 0xFF; count > 0; count--, next++) {
        int symbol = segment[at++] & 0xFF;
        code[symbol] = next;
        length[symbol] = bits;
        if (bits <= USUAL) {
          int from = next << (USUAL - bits);
          Arrays.fill(read, from, from + (1 << (USUAL - bits)), (char) (bits << 8 | symbol));
        }
      }
    }
    return new JpegCodes(read, code, length);
  }

  /** The code with which 16 bits begin: its length in the upper byte, its symbol in the lower. */
  int find(int sixteenBits) {
    int found = read[sixteenBits >> (LONGEST - USUAL)];
    return found == 0 ? search(sixteenBits) : found;
  }

  private int search(int sixteenBits) {
    for (int symbol = 0; symbol < code.length; symbol++) {
      int bits = length[symbol];
      if (bits > USUAL && sixteenBits >> (LONGEST - bits) == code[symbol]) {
        return bits << 8 | symbol;
      }
    }
    throw new IllegalArgumentException("an image file is damaged");
  }
}
