package org.cotejo.search.iiif.imaging;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cotejo.search.iiif.ImageCut;
import org.cotejo.search.iiif.Pixels;
import org.cotejo.search.iiif.TileGrid;

/**
 * All tiles of one image as JPEG files in one packed file.
 *
 * <p>Form, big-endian: the int {@link #MAGIC}; width, height, tile size, number of tiles; then the
 * end of each tile behind the table, in bytes; then the tiles in the order of {@link TileGrid}. One
 * object a page instead of some fifty keeps the store small in objects.
 */
public final class Pyramid {
  static final int MAGIC = 0x43545031;

  /** Part of the key of stored pyramids; changes with anything that changes their bytes. */
  public static final String VERSION = "2";

  private static final int HEADER_INTS = 5;

  private final TileGrid grid;
  private final int[] ends;
  private final byte[] packed;
  private final int first;

  private Pyramid(TileGrid grid, int[] ends, byte[] packed, int first) {
    this.grid = grid;
    this.ends = ends;
    this.packed = packed;
    this.first = first;
  }

  /**
   * Makes the tiles of an image.
   *
   * @param file JPEG or PNG
   * @param tileSize in pixels
   * @param jpegQuality of tiles, 0 to 1
   * @param maximumPixels larger images are refused before they are decoded
   * @throws IllegalArgumentException when it is none or too large
   */
  public static Pyramid of(byte[] file, int tileSize, float jpegQuality, long maximumPixels) {
    Pixels level = ImageFiles.read(file, maximumPixels);
    TileGrid grid = new TileGrid(level.width(), level.height(), tileSize);
    ImageFiles files = new ImageFiles(jpegQuality);
    List<byte[]> tiles = new ArrayList<>();
    for (int number = 0; number < grid.levels(); number++) {
      if (number > 0) {
        level = level.halved();
      }
      cut(level, grid.tileSize(), files, tiles);
    }
    return pack(grid, tiles);
  }

  private static void cut(Pixels level, int size, ImageFiles files, List<byte[]> tiles) {
    for (int y = 0; y < level.height(); y += size) {
      for (int x = 0; x < level.width(); x += size) {
        Pixels tile =
            level.cut(x, y, Math.min(size, level.width() - x), Math.min(size, level.height() - y));
        tiles.add(files.write(tile, ImageCut.Format.JPG));
      }
    }
  }

  private static Pyramid pack(TileGrid grid, List<byte[]> tiles) {
    int first = (HEADER_INTS + tiles.size()) * Integer.BYTES;
    int total = tiles.stream().mapToInt(tile -> tile.length).sum();
    ByteBuffer buffer = ByteBuffer.allocate(first + total);
    buffer.putInt(MAGIC).putInt(grid.width()).putInt(grid.height()).putInt(grid.tileSize());
    buffer.putInt(tiles.size());
    int[] ends = new int[tiles.size()];
    int end = 0;
    for (int index = 0; index < ends.length; index++) {
      end += tiles.get(index).length;
      ends[index] = end;
      buffer.putInt(end);
    }
    tiles.forEach(buffer::put);
    return new Pyramid(grid, ends, buffer.array(), first);
  }

  /**
   * Reads a packed file.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static Pyramid read(byte[] packed) {
    try {
      ByteBuffer buffer = ByteBuffer.wrap(packed);
      if (buffer.getInt() != MAGIC) {
        throw new IllegalArgumentException("not a pyramid");
      }
      TileGrid grid = new TileGrid(buffer.getInt(), buffer.getInt(), buffer.getInt());
      int count = buffer.getInt();
      if (count != grid.tileCount()) {
        throw new IllegalArgumentException("a pyramid lacks tiles");
      }
      int[] ends = new int[count];
      int former = 0;
      for (int index = 0; index < count; index++) {
        ends[index] = buffer.getInt();
        if (ends[index] <= former) {
          throw new IllegalArgumentException("a pyramid has an empty tile");
        }
        former = ends[index];
      }
      if (former != buffer.remaining()) {
        throw new IllegalArgumentException("a pyramid is cut off");
      }
      return new Pyramid(grid, ends, packed, buffer.position());
    } catch (BufferUnderflowException damaged) {
      throw new IllegalArgumentException("a pyramid is cut off", damaged);
    }
  }

  public TileGrid grid() {
    return grid;
  }

  /** The packed file. */
  public byte[] bytes() {
    return packed.clone();
  }

  /** Length of the packed file. */
  public int sizeBytes() {
    return packed.length;
  }

  /** One tile as a JPEG file. */
  public byte[] tile(int index) {
    int start = index == 0 ? 0 : ends[index - 1];
    return Arrays.copyOfRange(packed, first + start, first + ends[index]);
  }

  /**
   * Draws what is asked for, from the smallest level that has its pixels; decodes only the tiles
   * under the region.
   *
   * @return a file in the format asked for
   */
  public byte[] draw(ImageCut cut, float jpegQuality) {
    int level = grid.levelFor(cut);
    int left = cut.x() >> level;
    int top = cut.y() >> level;
    int right = Math.min(grid.width(level), ceil(cut.x() + cut.regionWidth(), level));
    int bottom = Math.min(grid.height(level), ceil(cut.y() + cut.regionHeight(), level));
    Pixels picture =
        region(level, left, top, Math.max(right, left + 1), Math.max(bottom, top + 1))
            .scaled(cut.width(), cut.height());
    if (cut.mirrored()) {
      picture = picture.mirrored();
    }
    picture = picture.turned(cut.quarterTurns());
    picture =
        switch (cut.quality()) {
          case DEFAULT, COLOR -> picture;
          case GRAY -> picture.gray();
          case BITONAL -> picture.bitonal();
        };
    return new ImageFiles(jpegQuality).write(picture, cut.format());
  }

  private Pixels region(int level, int left, int top, int right, int bottom) {
    int size = grid.tileSize();
    int width = right - left;
    byte[] samples = new byte[0];
    int bands = 0;
    for (int row = top / size; row * size < bottom; row++) {
      for (int column = left / size; column * size < right; column++) {
        Pixels tile = ImageFiles.read(tile(grid.index(level, column, row)), (long) size * size);
        if (bands == 0) {
          bands = tile.bands();
          samples = Pixels.room(width, bottom - top, bands);
        }
        int x = Math.max(left, column * size);
        int y = Math.max(top, row * size);
        Pixels part =
            tile.cut(
                x - column * size,
                y - row * size,
                Math.min(right, column * size + tile.width()) - x,
                Math.min(bottom, row * size + tile.height()) - y);
        for (int line = 0; line < part.height(); line++) {
          System.arraycopy(
              part.samples(),
              line * part.width() * bands,
              samples,
              ((y - top + line) * width + x - left) * bands,
              part.width() * bands);
        }
      }
    }
    return new Pixels(width, bottom - top, bands, samples);
  }

  private static int ceil(int length, int level) {
    return (int) ((length + (1L << level) - 1) >> level);
  }
}
