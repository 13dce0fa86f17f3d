package org.cotejo.search.iiif.imaging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Where things stand in a baseline JPEG file of one scan (ITU-T T.81, annex B).
 *
 * @param file all of it
 * @param frame position of the frame's height, two bytes before its width
 * @param width in pixels
 * @param height in pixels
 * @param components in the order of the scan
 * @param tables how many codes there are of each length, and their symbols, as {@link JpegCodes}
 *     takes them: DC as 0 to 3, AC as 4 to 7; empty where the file has none
 * @param interval units between two restart markers, 0 for none
 * @param scanHeader position of the marker that begins the scan
 * @param scan position of the first byte of coded data
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record JpegHeader(
    byte[] file,
    int frame,
    int width,
    int height,
    List<Component> components,
    List<byte[]> tables,
    int interval,
    int scanHeader,
    int scan) {
  static final int SOI = 0xD8;
  static final int EOI = 0xD9;
  static final int SOS = 0xDA;
  static final int DRI = 0xDD;
  static final int RST0 = 0xD0;

  private static final int SOF0 = 0xC0;
  private static final int DHT = 0xC4;
  private static final int BLOCK = 8;
  private static final int TABLES = 4;

  /**
   * One component of the picture.
   *
   * @param across blocks in a unit, from left to right
   * @param down blocks in a unit, from top to bottom
   * @param dc number of its table
   * @param ac number of its table
   */
  record Component(int id, int across, int down, int dc, int ac) {
    int blocks() {
      return across * down;
    }
  }

  /** Reads the segments before the scan; empty when the file is another kind of JPEG. */
  static Optional<JpegHeader> parse(byte[] file) {
    try {
      return new Reader(file).read();
    } catch (IndexOutOfBoundsException cutOff) {
      return Optional.empty();
    }
  }

  /** Width of what is coded together, in pixels; a lone component stands for itself. */
  int unitWidth() {
    return components.size() == 1
        ? BLOCK
        : BLOCK * components.stream().mapToInt(Component::across).max().orElse(1);
  }

  int unitHeight() {
    return components.size() == 1
        ? BLOCK
        : BLOCK * components.stream().mapToInt(Component::down).max().orElse(1);
  }

  int unitColumns() {
    return (width + unitWidth() - 1) / unitWidth();
  }

  int unitRows() {
    return (height + unitHeight() - 1) / unitHeight();
  }

  /** Reads one file. */
  private static final class Reader {
    private final byte[] file;
    private int frame;
    private int interval;
    private final List<byte[]> tables = new ArrayList<>();
    private List<Component> components = List.of();

    Reader(byte[] file) {
      this.file = file;
      tables.addAll(Collections.nCopies(2 * TABLES, new byte[0]));
    }

    Optional<JpegHeader> read() {
      int at = 2;
      while (at < file.length && unsigned(at) == 0xFF) {
        int marker = unsigned(at + 1);
        int body = at + 4;
        int end = at + 2 + two(at + 2);
        switch (marker) {
          case SOF0 -> frame(body);
          case DHT -> codes(body, end);
          case DRI -> interval = two(body);
          case SOS -> {
            return scan(body) ? Optional.of(header(at, end)) : Optional.empty();
          }
          default -> {
            boolean otherFrame = marker > SOF0 && marker <= 0xCF && marker != 0xCC;
            if (otherFrame) {
              return Optional.empty();
            }
          }
        }
        at = end;
      }
      return Optional.empty();
    }

    private JpegHeader header(int scanHeader, int scan) {
      return new JpegHeader(
          file, frame, two(frame + 2), two(frame), components, tables, interval, scanHeader, scan);
    }

    private void frame(int body) {
      frame = body + 1;
      List<Component> found = new ArrayList<>();
      for (int at = body + 6; found.size() < unsigned(body + 5); at += 3) {
        int sampling = unsigned(at + 1);
        found.add(new Component(unsigned(at), sampling >> 4, sampling & 15, 0, 0));
      }
      components = found;
    }

    private void codes(int body, int end) {
      for (int at = body; at < end; ) {
        int number = (unsigned(at) >> 4) * TABLES + (unsigned(at) & TABLES - 1);
        int count = 0;
        for (int length = 1; length <= JpegCodes.LONGEST; length++) {
          count += unsigned(at + length);
        }
        int next = at + 1 + JpegCodes.LONGEST + count;
        tables.set(number, Arrays.copyOfRange(file, at + 1, next));
        at = next;
      }
    }

    /** Whether the scan holds all components, in their order, from the first to the last bit. */
    private boolean scan(int body) {
      if (frame == 0 || unsigned(body) != components.size()) {
        return false;
      }
      List<Component> coded = new ArrayList<>();
      int at = body + 1;
      for (Component component : components) {
        int dc = unsigned(at + 1) >> 4;
        int ac = TABLES + (unsigned(at + 1) & 15);
        boolean alone = components.size() == 1;
        if (unsigned(at) != component.id()
            || dc >= TABLES
            || ac >= 2 * TABLES
            || tables.get(dc).length == 0
            || tables.get(ac).length == 0) {
          return false;
        }
        coded.add(
            new Component(
                component.id(),
                alone ? 1 : component.across(),
                alone ? 1 : component.down(),
                dc,
                ac));
        at += 2;
      }
      components = List.copyOf(coded);
      return !components.isEmpty() && two(frame) > 0 && two(frame + 2) > 0;
    }

    private int unsigned(int at) {
      return file[at] & 0xFF;
    }

    private int two(int at) {
      return unsigned(at) << 8 | unsigned(at + 1);
    }
  }
}
