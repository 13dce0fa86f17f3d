package org.cotejo.search.iiif.imaging;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntFunction;
import org.cotejo.search.iiif.ColourPixels;
import org.cotejo.search.iiif.GrayPixels;
import org.cotejo.search.iiif.Lines;
import org.cotejo.search.iiif.Pixels;

/**
 * A rectangle of one step, read line by line. Tiles are decoded when their first line is asked for,
 * only as far as the rectangle has them, and two rows of them are held at once. To be closed.
 */
final class Region implements AutoCloseable {
  private static final int ROWS_HELD = 2;

  private final IntFunction<byte[]> tiles;
  private final Step step;
  private final Box box;
  private final boolean gray;
  private final Deque<Row> rows = new ArrayDeque<>();

  /** A rectangle in pixels of the step; right and bottom are those behind the last. */
  record Box(int left, int top, int right, int bottom) {}

  /**
   * A part of a tile.
   *
   * @param left of what it gives, in the step
   * @param right behind that
   * @param atX where the picture's left edge stands in the step
   * @param atY where its top edge does
   */
  private record Part(Picture picture, int left, int right, int atX, int atY) {}

  /** The parts of one row of tiles. */
  private record Row(int number, List<Part> parts) {
    void close() {
      parts.forEach(part -> part.picture.close());
    }
  }

  /**
   * Opens it.
   *
   * @param tiles JPEG files by their number
   * @param gray whether the luma is enough
   */
  Region(IntFunction<byte[]> tiles, Step step, Box box, boolean gray) {
    this.tiles = tiles;
    this.step = step;
    this.box = box;
    this.gray = gray;
  }

  /** All of it in another size. */
  Pixels scaled(int width, int height) {
    return row(box.top).parts.getFirst().picture.gray()
        ? GrayPixels.scaled(lines(Picture::copy), width, height)
        : ColourPixels.scaled(lines(Picture::copy), width, height);
  }

  /** Copies a part of a line. */
  private interface Copy<T> {
    void copy(Picture picture, int x, int y, int count, T target, int at);
  }

  private <T> Lines<T> lines(Copy<T> copy) {
    return new Lines<>() {
      @Override
      public int width() {
        return box.right - box.left;
      }

      @Override
      public int height() {
        return box.bottom - box.top;
      }

      @Override
      public void read(int y, T target, int at) {
        for (Part part : row(box.top + y).parts) {
          copy.copy(
              part.picture,
              part.left - part.atX,
              box.top + y - part.atY,
              part.right - part.left,
              target,
              at + part.left - box.left);
        }
      }
    };
  }

  /** The row of tiles that has a line of the step. */
  private Row row(int line) {
    int number = line / step.tileSize();
    for (Row row : rows) {
      if (row.number == number) {
        return row;
      }
    }
    if (rows.size() == ROWS_HELD) {
      rows.removeFirst().close();
    }
    Row opened = opened(number);
    rows.addLast(opened);
    return opened;
  }

  private Row opened(int number) {
    int size = step.tileSize();
    int top = Math.max(box.top, number * size);
    int height = Math.min(box.bottom, (number + 1) * size) - top;
    List<Part> parts = new ArrayList<>();
    try {
      for (int column = box.left / size; column * size < box.right; column++) {
        int left = Math.max(box.left, column * size);
        int right = Math.min(box.right, (column + 1) * size);
        byte[] tile = tiles.apply(step.index(column, number));
        JpegCut cut =
            JpegCut.of(tile, left - column * size, top - number * size, right - left, height);
        Picture picture = JpegFiles.decode(cut.file(), (long) size * size, gray);
        parts.add(new Part(picture, left, right, column * size + cut.x(), number * size + cut.y()));
      }
      return new Row(number, List.copyOf(parts));
    } catch (RuntimeException failure) {
      parts.forEach(part -> part.picture.close());
      throw failure;
    }
  }

  @Override
  public void close() {
    rows.forEach(Row::close);
    rows.clear();
  }
}
