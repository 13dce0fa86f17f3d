package org.cotejo.search.iiif.imaging;

import java.util.Arrays;
import java.util.List;

/**
 * Puts restart markers into a baseline JPEG, without loss: behind each, decoding starts afresh, so
 * that parts of the file can be taken out by {@link JpegCut}. They cost one percent of its length.
 *
 * <p>Between two markers stand {@link #WIDTH} pixels of one row of units, or less. Codes are copied
 * bit by bit; only the first DC differences behind a marker are others (ITU-T T.81, F.1.1.5.1).
 */
final class RestartMarkers {
  /** Pixels between two markers, at most: an eighth of a large tile's side and more. */
  static final int WIDTH = 128;

  private static final int LAST_COEFFICIENT = 63;
  private static final int SIXTEEN_ZEROS = 0xF0;

  private final JpegHeader header;
  private final List<Codes> codes;
  private final Bits from;
  private final Written to;

  private RestartMarkers(JpegHeader header) {
    this.header = header;
    this.codes = header.components().stream().map(one -> Codes.of(header, one)).toList();
    this.from = new Bits(header.file(), header.scan());
    this.to = new Written(header.file().length + header.file().length / 32);
  }

  /** The tables of one component. */
  private record Codes(JpegCodes dc, JpegCodes ac) {
    static Codes of(JpegHeader header, JpegHeader.Component component) {
      return new Codes(
          JpegCodes.of(header.tables().get(component.dc())),
          JpegCodes.of(header.tables().get(component.ac())));
    }
  }

  /** The file with markers, or as it is when it has some or is of another kind. */
  static byte[] into(byte[] file) {
    return JpegHeader.parse(file)
        .filter(header -> header.interval() == 0)
        .map(header -> new RestartMarkers(header).written())
        .orElse(file);
  }

  /** Units between two markers: as many as fit, and rows shall be multiples of it. */
  private int interval() {
    int columns = header.unitColumns();
    int most = Math.min(columns, WIDTH / header.unitWidth());
    for (int units = most; 2 * units > most; units--) {
      if (columns % units == 0) {
        return units;
      }
    }
    return columns;
  }

  private byte[] written() {
    int interval = interval();
    to.bytes(header.file(), 0, header.scanHeader());
    to.marker(JpegHeader.DRI);
    to.bytes(new byte[] {0, 4, (byte) (interval >> 8), (byte) interval}, 0, 4);
    to.bytes(header.file(), header.scanHeader(), header.scan());
    List<JpegHeader.Component> components = header.components();
    int[] read = new int[components.size()];
    int[] told = new int[components.size()];
    int units = header.unitColumns() * header.unitRows();
    for (int unit = 0; unit < units; unit++) {
      if (unit > 0 && unit % interval == 0) {
        to.fill();
        to.marker(JpegHeader.RST0 + (unit / interval - 1) % 8);
        Arrays.fill(told, 0);
      }
      for (int index = 0; index < told.length; index++) {
        Codes tables = codes.get(index);
        for (int block = components.get(index).blocks(); block > 0; block--) {
          read[index] += difference(tables.dc());
          tell(read[index] - told[index], tables.dc());
          told[index] = read[index];
          copy(tables.ac());
        }
      }
    }
    to.fill();
    to.marker(JpegHeader.EOI);
    return to.toByteArray();
  }

  private int difference(JpegCodes codes) {
    int size = from.symbol(codes);
    int bits = from.read(size);
    return size == 0 || bits >> (size - 1) == 1 ? bits : bits - (1 << size) + 1;
  }

  private void tell(int difference, JpegCodes codes) {
    int size = Integer.SIZE - Integer.numberOfLeadingZeros(Math.abs(difference));
    to.write(codes.code()[size], codes.length()[size]);
    to.write((difference < 0 ? difference - 1 : difference) & ((1 << size) - 1), size);
  }

  /** The other coefficients of a block. */
  private void copy(JpegCodes codes) {
    for (int coefficient = 1; coefficient <= LAST_COEFFICIENT; coefficient++) {
      int found = from.code(codes);
      int symbol = found & 0xFF;
      int size = symbol & 15;
      int length = (found >> Byte.SIZE) + size;
      to.write(from.read(length), length);
      if (size == 0 && symbol != SIXTEEN_ZEROS) {
        return;
      }
      coefficient += symbol >> 4;
    }
  }

  /** Bits of coded data, in which a zero byte stands behind each of 255. */
  private static final class Bits {
    private final byte[] file;
    private int at;
    private long held;
    private int count;

    Bits(byte[] file, int at) {
      this.file = file;
      this.at = at;
    }

    /** Reads a code. */
    int symbol(JpegCodes codes) {
      int found = code(codes);
      count -= found >> Byte.SIZE;
      return found & 0xFF;
    }

    /** The code that comes next, as {@link JpegCodes} tells it; it is not read. */
    int code(JpegCodes codes) {
      need(2 * JpegCodes.LONGEST - 1); // With the bits behind it.
      return codes.find((int) (held >>> (count - JpegCodes.LONGEST)) & 0xFFFF);
    }

    /** Reads bits that stand behind a code, or both. */
    int read(int bits) {
      count -= bits;
      return (int) ((held >>> count) & ((1L << bits) - 1));
    }

    private void need(int bits) {
      while (count < bits) {
        int next = at < file.length ? file[at] & 0xFF : 0;
        boolean marker = next == 0xFF && (at + 1 >= file.length || file[at + 1] != 0);
        if (marker) { // The end: what is looked at beyond it is never used.
          next = 0;
        } else {
          at += next == 0xFF ? 2 : 1;
        }
        held = held << 8 | next;
        count += 8;
      }
    }
  }

  /** Coded data as it is written; no stream of the library, which locks for every byte. */
  private static final class Written {
    private byte[] bytes;
    private int length;
    private long held;
    private int count;

    Written(int size) {
      bytes = new byte[size];
    }

    void bytes(byte[] file, int start, int end) {
      for (int at = start; at < end; at++) {
        put(file[at]);
      }
    }

    void marker(int marker) {
      put(0xFF);
      put(marker);
    }

    void write(int bits, int size) {
      held = held << size | bits;
      count += size;
      while (count >= 8) {
        count -= 8;
        int next = (int) (held >>> count) & 0xFF;
        put(next);
        if (next == 0xFF) {
          put(0);
        }
      }
    }

    /** Fills the last byte with ones. */
    void fill() {
      if (count > 0) {
        write((1 << (8 - count)) - 1, 8 - count);
      }
    }

    byte[] toByteArray() {
      return Arrays.copyOf(bytes, length);
    }

    private void put(int value) {
      if (length == bytes.length) {
        bytes = Arrays.copyOf(bytes, 2 * length + 1);
      }
      bytes[length++] = (byte) value;
    }
  }
}
