package org.cotejo.ingest.accession;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Walks the chunks of a PNG (ISO/IEC 15948, clause 5) from IHDR to IEND. */
final class PngHeader {
  private static final int HEADER = 0x49484452;
  private static final int END = 0x49454E44;
  private static final int MAXIMUM_CHUNKS = 1_000_000;

  private PngHeader() {}

  /** Returns 1, the number of pages. */
  static int check(Path path, ScanLimits limits) throws BrokenScan, IOException {
    try (SeekableByteChannel file = Files.newByteChannel(path)) {
      ByteBuffer first = read(file, 8, 16);
      first.getInt();
      if (first.getInt() != HEADER) {
        throw new BrokenScan("scan.damaged", "The PNG does not begin with its header.");
      }
      ScanInspection.checkSize(
          first.getInt() & 0xFFFFFFFFL, first.getInt() & 0xFFFFFFFFL, 1, limits);
      walk(file);
      return 1;
    }
  }

  private static void walk(SeekableByteChannel file) throws BrokenScan, IOException {
    long position = 8;
    for (int chunk = 0; chunk < MAXIMUM_CHUNKS; chunk++) {
      ByteBuffer head = read(file, position, 8);
      long length = head.getInt() & 0xFFFFFFFFL;
      if (head.getInt() == END) {
        return;
      }
      position += length + 12;
    }
    throw new BrokenScan("scan.damaged", "The PNG has no end.");
  }

  private static ByteBuffer read(SeekableByteChannel file, long offset, int length)
      throws BrokenScan, IOException {
    if (offset + length > file.size()) {
      throw new BrokenScan("scan.truncated", "The PNG ends before its image is complete.");
    }
    ByteBuffer buffer = ByteBuffer.allocate(length);
    file.position(offset);
    while (buffer.hasRemaining() && file.read(buffer) >= 0) {
      // Reads on until the buffer is full.
    }
    return buffer.flip();
  }
}
