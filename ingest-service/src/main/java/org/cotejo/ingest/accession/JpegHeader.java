package org.cotejo.ingest.accession;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the frame header of a JPEG (ITU T.81, annex B) and checks that the file has its end. */
final class JpegHeader {
  private static final int END_WINDOW_BYTES = 64 * 1024;
  private static final int MAXIMUM_SEGMENTS = 10_000;

  private JpegHeader() {}

  /** Returns 1, the number of pages. */
  static int check(Path path, ScanLimits limits) throws BrokenScan, IOException {
    try (SeekableByteChannel file = Files.newByteChannel(path)) {
      frame(file, limits);
      end(file);
      return 1;
    }
  }

  private static void frame(SeekableByteChannel file, ScanLimits limits)
      throws BrokenScan, IOException {
    long position = 2;
    for (int segment = 0; segment < MAXIMUM_SEGMENTS; segment++) {
      ByteBuffer head = read(file, position, 4);
      int marker = head.getShort() & 0xFFFF;
      if (marker == 0xFFFF) {
        position++;
        continue;
      }
      if ((marker & 0xFF00) != 0xFF00) {
        throw new BrokenScan("scan.damaged", "The JPEG has something that is no segment.");
      }
      if (isFrame(marker)) {
        ByteBuffer frame = read(file, position + 5, 4);
        int height = frame.getShort() & 0xFFFF;
        int width = frame.getShort() & 0xFFFF;
        ScanInspection.checkSize(width, height, 1, limits);
        return;
      }
      position += 2L + (head.getShort() & 0xFFFF);
    }
    throw new BrokenScan("scan.damaged", "The JPEG has no frame.");
  }

  /** SOF0 to SOF15 without DHT, JPG and DAC. */
  private static boolean isFrame(int marker) {
    return marker >= 0xFFC0
        && marker <= 0xFFCF
        && marker != 0xFFC4
        && marker != 0xFFC8
        && marker != 0xFFCC;
  }

  /** Cameras and scanners append things, so the end marker may stand some way before the end. */
  private static void end(SeekableByteChannel file) throws BrokenScan, IOException {
    int window = (int) Math.min(END_WINDOW_BYTES, file.size());
    ByteBuffer tail = read(file, file.size() - window, window);
    for (int index = window - 2; index >= 0; index--) {
      if ((tail.get(index) & 0xFF) == 0xFF && (tail.get(index + 1) & 0xFF) == 0xD9) {
        return;
      }
    }
    throw new BrokenScan("scan.truncated", "The JPEG ends before its image is complete.");
  }

  private static ByteBuffer read(SeekableByteChannel file, long offset, int length)
      throws BrokenScan, IOException {
    if (offset + length > file.size()) {
      throw new BrokenScan("scan.truncated", "The JPEG ends inside its header.");
    }
    ByteBuffer buffer = ByteBuffer.allocate(length);
    file.position(offset);
    while (buffer.hasRemaining() && file.read(buffer) >= 0) {
      // Reads on until the buffer is full.
    }
    return buffer.flip();
  }
}
