package org.cotejo.ocr.surrogates.leptonica;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes PNG (ISO/IEC 15948) with one filter for all rows. Leptonica's own writer tries all five
 * filters on each row and took two to five times as long, for files no smaller.
 *
 * <p>In the grain of noisy paper zlib looks for repetitions in vain, so that there the filter is
 * the mean of the neighbours and bytes are only packed by their frequency: a third of the time, and
 * smaller too. Which is smaller is seen from a sample of the rows.
 */
final class PngWriter {
  private static final long SIGNATURE = 0x89504E470D0A1A0AL;
  private static final int HEADER_BYTES = 13;
  private static final int RESOLUTION_BYTES = 9;
  private static final int CHUNK_BYTES = 1 << 18;

  /** Of this many rows so many are a sample. */
  private static final int SAMPLE_EVERY_ROWS = 256;

  private static final int SAMPLE_ROWS = 8;

  private static final double INCHES_PER_METRE = 1 / 0.0254;

  private final Rows rows;
  private final int compressionLevel;

  /** What is written row by row: grey or colours of 8 bits, as PNG has them. */
  interface Rows {
    int width();

    int height();

    /** Bytes a pixel: 1 or 3. */
    int pixelBytes();

    int resolutionDpi();

    /** Puts the samples of row {@code y} into {@code target}. */
    void read(int y, byte[] target);
  }

  /** How rows are made small. */
  private enum Packing {
    REPETITIONS(2, Deflater.DEFAULT_STRATEGY) {
      @Override
      void filter(byte[] above, byte[] row, int pixelBytes, byte[] target) {
        for (int at = 0; at < row.length; at++) {
          target[at + 1] = (byte) (row[at] - above[at]);
        }
      }
    },
    FREQUENCIES(3, Deflater.HUFFMAN_ONLY) {
      @Override
      void filter(byte[] above, byte[] row, int pixelBytes, byte[] target) {
        for (int at = 0; at < pixelBytes; at++) {
          target[at + 1] = (byte) (row[at] - ((above[at] & 0xFF) >> 1));
        }
        for (int at = pixelBytes; at < row.length; at++) {
          int mean = ((row[at - pixelBytes] & 0xFF) + (above[at] & 0xFF)) >> 1;
          target[at + 1] = (byte) (row[at] - mean);
        }
      }
    };

    /** Number of the filter: Up or Average. */
    private final byte filter;

    private final int strategy;

    Packing(int filter, int strategy) {
      this.filter = (byte) filter;
      this.strategy = strategy;
    }

    abstract void filter(byte[] above, byte[] row, int pixelBytes, byte[] target);
  }

  /** What takes the compressed bytes. */
  private interface Sink {
    void take(byte[] bytes, int count);
  }

  PngWriter(Rows rows, int compressionLevel) {
    this.rows = rows;
    this.compressionLevel = compressionLevel;
  }

  /** The whole file. */
  byte[] file() {
    Packing packing =
        sampleBytes(Packing.FREQUENCIES) <= sampleBytes(Packing.REPETITIONS)
            ? Packing.FREQUENCIES
            : Packing.REPETITIONS;
    // The parts wait outside the heap, which has no room for them and the whole.
    try (Arena arena = Arena.ofConfined()) {
      List<MemorySegment> chunks = new ArrayList<>();
      chunks.add(arena.allocateFrom(ValueLayout.JAVA_BYTE, head()));
      pack(
          packing,
          1,
          1,
          (bytes, count) ->
              chunks.add(arena.allocateFrom(ValueLayout.JAVA_BYTE, chunk("IDAT", bytes, count))));
      chunks.add(arena.allocateFrom(ValueLayout.JAVA_BYTE, chunk("IEND", new byte[0], 0)));
      byte[] file =
          new byte[Math.toIntExact(chunks.stream().mapToLong(MemorySegment::byteSize).sum())];
      int at = 0;
      for (MemorySegment part : chunks) {
        MemorySegment.copy(part, ValueLayout.JAVA_BYTE, 0, file, at, (int) part.byteSize());
        at += (int) part.byteSize();
      }
      return file;
    }
  }

  private long sampleBytes(Packing packing) {
    long[] sum = new long[1];
    pack(packing, SAMPLE_EVERY_ROWS, SAMPLE_ROWS, (_, count) -> sum[0] += count);
    return sum[0];
  }

  /** Packs the first {@code rowsOf} of every {@code every} rows. */
  private void pack(Packing packing, int every, int rowsOf, Sink sink) {
    int rowBytes = rows.width() * rows.pixelBytes();
    byte[] above = new byte[rowBytes];
    byte[] row = new byte[rowBytes];
    byte[] filtered = new byte[rowBytes + 1];
    filtered[0] = packing.filter;
    byte[] packed = new byte[CHUNK_BYTES];
    try (Deflater deflater = new Deflater(compressionLevel)) {
      deflater.setStrategy(packing.strategy);
      int filled = 0;
      for (int y = 0; y < rows.height(); y++) {
        if (y % every >= rowsOf) {
          continue;
        }
        rows.read(y, row);
        packing.filter(above, row, rows.pixelBytes(), filtered);
        deflater.setInput(filtered);
        while (!deflater.needsInput()) {
          filled = drained(deflater, packed, filled, sink);
        }
        byte[] read = row;
        row = above;
        above = read;
      }
      deflater.finish();
      while (!deflater.finished()) {
        filled = drained(deflater, packed, filled, sink);
      }
      if (filled > 0) {
        sink.take(packed, filled);
      }
    }
  }

  private static int drained(Deflater deflater, byte[] packed, int filled, Sink sink) {
    int now = filled + deflater.deflate(packed, filled, packed.length - filled);
    if (now < packed.length) {
      return now;
    }
    sink.take(packed, now);
    return 0;
  }

  private byte[] head() {
    ByteBuffer header =
        ByteBuffer.allocate(HEADER_BYTES).putInt(rows.width()).putInt(rows.height());
    int colourType = rows.pixelBytes() == 1 ? 0 : 2;
    // 8 bits; the only compression and kind of filters that there are; not interlaced.
    header.put(new byte[] {8, (byte) colourType, 0, 0, 0});
    int perMetre = (int) Math.round(rows.resolutionDpi() * INCHES_PER_METRE);
    ByteBuffer resolution =
        ByteBuffer.allocate(RESOLUTION_BYTES).putInt(perMetre).putInt(perMetre).put((byte) 1);
    byte[] headerChunk = chunk("IHDR", header.array(), HEADER_BYTES);
    byte[] resolutionChunk = chunk("pHYs", resolution.array(), RESOLUTION_BYTES);
    return ByteBuffer.allocate(Long.BYTES + headerChunk.length + resolutionChunk.length)
        .putLong(SIGNATURE)
        .put(headerChunk)
        .put(resolutionChunk)
        .array();
  }

  private static byte[] chunk(String type, byte[] content, int count) {
    ByteBuffer chunk =
        ByteBuffer.allocate(3 * Integer.BYTES + count)
            .putInt(count)
            .put(type.getBytes(StandardCharsets.US_ASCII))
            .put(content, 0, count);
    CRC32 check = new CRC32();
    check.update(chunk.array(), Integer.BYTES, Integer.BYTES + count);
    return chunk.putInt((int) check.getValue()).array();
  }
}
