package org.cotejo.search.iiif.imaging;

import java.util.Arrays;

/**
 * One table of Huffman codes (ITU-T T.81, annex C), to read and to write by.
 *
 * @param read for each 16 bits that may come, the length of the code they begin with in the upper
 *     byte and its symbol in the lower; 0 where none begins
 * @param code of each symbol
 * @param length of that code in bits, 0 for a symbol without
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record JpegCodes(char[] read, int[] code, int[] length) {
  /** Bits of the longest code. */
  static final int LONGEST = 16;

  /**
   * Builds it.
   *
   * @param segment how many codes there are of each length, 16 bytes, and their symbols
   */
  static JpegCodes of(byte[] segment) {
    char[] read = new char[1 << LONGEST];
    int[] code = new int[256];
    int[] length = new int[256];
    int next = 0;
    int at = LONGEST;
    for (int bits = 1; bits <= LONGEST; bits++, next <<= 1) {
      for (int count = segment[bits - 1] & 0xFF; count > 0; count--, next++) {
        int symbol = segment[at++] & 0xFF;
        code[symbol] = next;
        length[symbol] = bits;
        int from = next << (LONGEST - bits);
        Arrays.fill(read, from, from + (1 << (LONGEST - bits)), (char) (bits << 8 | symbol));
      }
    }
    return new JpegCodes(read, code, length);
  }
}
