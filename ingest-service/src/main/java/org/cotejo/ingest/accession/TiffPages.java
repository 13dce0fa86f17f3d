package org.cotejo.ingest.accession;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Walks the directories of a TIFF file (TIFF 6.0, section 2) and checks that all strips or tiles
 * lie inside the file. BigTIFF is refused by name, since no reader of ours takes it.
 */
final class TiffPages {
  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int STRIP_OFFSETS = 273;
  private static final int STRIP_BYTES = 279;
  private static final int TILE_OFFSETS = 324;
  private static final int TILE_BYTES = 325;

  /** Strips and tiles of the whole file; directories that share one long list count it each. */
  private static final int MAXIMUM_VALUES = 4_000_000;

  private static final int ENTRY_BYTES = 12;

  private final SeekableByteChannel file;
  private final ByteOrder order;
  private long valuesLeft = MAXIMUM_VALUES;

  private TiffPages(SeekableByteChannel file, ByteOrder order) {
    this.file = file;
    this.order = order;
  }

  static int count(Path path, ScanLimits limits) throws BrokenScan, IOException {
    try (SeekableByteChannel file = Files.newByteChannel(path)) {
      ByteBuffer header = read(file, 0, 8, ByteOrder.BIG_ENDIAN);
      ByteOrder order = header.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
      header.order(order);
      if (header.getShort(2) == 43) {
        throw new BrokenScan("scan.bigtiff", "BigTIFF is not taken; save it as plain TIFF.");
      }
      return new TiffPages(file, order).walk(header.getInt(4) & 0xFFFFFFFFL, limits);
    }
  }

  private int walk(long first, ScanLimits limits) throws BrokenScan, IOException {
    Set<Long> seen = new HashSet<>();
    long directory = first;
    int pages = 0;
    while (directory != 0) {
      if (!seen.add(directory)) {
        throw new BrokenScan("scan.damaged", "The TIFF's pages run in a circle.");
      }
      pages++;
      if (pages > limits.pages()) {
        throw new BrokenScan(
            "scan.too-many-pages", "The file has more than " + limits.pages() + " pages.");
      }
      directory = page(directory, pages, limits);
    }
    if (pages == 0) {
      throw new BrokenScan("scan.no-pages", "The TIFF has no page.");
    }
    return pages;
  }

  /** Checks one directory and returns where the next one is. */
  private long page(long offset, int page, ScanLimits limits) throws BrokenScan, IOException {
    int entries = read(file, offset, 2, order).getShort() & 0xFFFF;
    ByteBuffer directory = read(file, offset + 2, entries * ENTRY_BYTES + 4, order);
    long width = 0;
    long height = 0;
    long[] offsets = {};
    long[] lengths = {};
    for (int entry = 0; entry < entries; entry++) {
      int at = entry * ENTRY_BYTES;
      switch (directory.getShort(at) & 0xFFFF) {
        case WIDTH -> width = values(directory, at)[0];
        case HEIGHT -> height = values(directory, at)[0];
        case STRIP_OFFSETS, TILE_OFFSETS -> offsets = values(directory, at);
        case STRIP_BYTES, TILE_BYTES -> lengths = values(directory, at);
        default -> {
          // Other tags do not matter for being whole.
        }
      }
    }
    ScanInspection.checkSize(width, height, page, limits);
    checkStrips(offsets, lengths, page);
    return directory.getInt(entries * ENTRY_BYTES) & 0xFFFFFFFFL;
  }

  private void checkStrips(long[] offsets, long[] lengths, int page)
      throws BrokenScan, IOException {
    if (offsets.length == 0 || offsets.length != lengths.length) {
      throw new BrokenScan("scan.damaged", "Page " + page + " of the TIFF has no image.");
    }
    for (int strip = 0; strip < offsets.length; strip++) {
      if (offsets[strip] + lengths[strip] > file.size()) {
        throw truncated();
      }
    }
  }

  private long[] values(ByteBuffer directory, int at) throws BrokenScan, IOException {
    int type = directory.getShort(at + 2) & 0xFFFF;
    long count = directory.getInt(at + 4) & 0xFFFFFFFFL;
    int size = type == 3 ? 2 : type == 4 ? 4 : 0;
    if (size == 0 || count < 1 || count > valuesLeft) {
      throw new BrokenScan("scan.damaged", "The TIFF has a tag that makes no sense.");
    }
    valuesLeft -= count;
    ByteBuffer source =
        count * size <= 4
            ? directory.slice(at + 8, 4).order(order)
            : read(file, directory.getInt(at + 8) & 0xFFFFFFFFL, (int) count * size, order);
    long[] values = new long[(int) count];
    for (int index = 0; index < values.length; index++) {
      values[index] =
          size == 2 ? source.getShort(index * 2) & 0xFFFF : source.getInt(index * 4) & 0xFFFFFFFFL;
    }
    return values;
  }

  private static ByteBuffer read(SeekableByteChannel file, long offset, int length, ByteOrder order)
      throws BrokenScan, IOException {
    if (offset < 0 || offset + length > file.size()) {
      throw truncated();
    }
    ByteBuffer buffer = ByteBuffer.allocate(length).order(order);
    file.position(offset);
    while (buffer.hasRemaining()) {
      if (file.read(buffer) < 0) {
        throw truncated();
      }
    }
    return buffer.flip().order(order);
  }

  private static BrokenScan truncated() {
    return new BrokenScan("scan.truncated", "The TIFF ends before its last page is complete.");
  }
}
