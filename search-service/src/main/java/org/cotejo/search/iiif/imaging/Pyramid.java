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
 * end of each tile behind the table, in bytes; then the tiles in the order of {@link Step}, those
 * of the {@link TileGrid} first. One object a page instead of some fifty keeps the store small in
 * objects. The tiles have restart markers, so that of a tile at the edge of a region no more is
 * decoded than the region has of it.
 */
public final class Pyramid {
  static final int MAGIC = 0x43545032;

  /** Part of the key of stored pyramids; changes with anything that changes their bytes. */
  public static final String VERSION = "3";

  private static final int HEADER_INTS = 5;

  private final TileGrid grid;
  private final List<Step> steps;
  private final int[] ends;
  private final byte[] packed;
  private final int first;

  private Pyramid(TileGrid grid, int[] ends, byte[] packed, int first) {
    this.grid = grid;
    this.steps = Step.of(grid);
    this.ends = ends;
    this.packed = packed;
    this.first = first;
  }

  /** Loads the native codec, which else the first image would do; takes a second or less. */
  public static void load() {
    JpegFiles.load();
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
    try (Picture image = ImageFiles.decode(file, maximumPixels)) {
      return new Making(image, tileSize, new ImageFiles(jpegQuality)).pyramid();
    }
  }

  /** Cuts one image, which stays where it was decoded to; the heap holds its half and less. */
  private static final class Making {
    private final Picture image;
    private final TileGrid grid;
    private final ImageFiles files;
    private final List<byte[]> tiles = new ArrayList<>();
    private final List<byte[]> between = new ArrayList<>();

    Making(Picture image, int tileSize, ImageFiles files) {
      this.image = image;
      this.grid = new TileGrid(image.width(), image.height(), tileSize);
      this.files = files;
    }

    Pyramid pyramid() {
      List<Step> steps = Step.of(grid);
      cut(steps.getFirst(), (x, y, width, height) -> Mosaic.cut(image, x, y, width, height), tiles);
      if (grid.levels() > 1) {
        Pixels level = Mosaic.halved(image);
        for (int number = 1; number < grid.levels(); number++) {
          level = number > 1 ? level.halved() : level;
          cut(steps.get(number), level::cut, tiles);
          if (number < grid.levels() - 1) {
            Step step = steps.get(grid.levels() + number - 1);
            cut(step, level.scaled(step.width(), step.height())::cut, between);
          }
        }
      }
      tiles.addAll(between);
      return pack(grid, tiles);
    }

    /** Gives a rectangle of a step. */
    private interface Cutting {
      Pixels cut(int x, int y, int width, int height);
    }

    private void cut(Step step, Cutting cutting, List<byte[]> to) {
      int size = step.tileSize();
      for (int y = 0; y < step.height(); y += size) {
        for (int x = 0; x < step.width(); x += size) {
          Pixels tile =
              cutting.cut(
                  x, y, Math.min(size, step.width() - x), Math.min(size, step.height() - y));
          to.add(RestartMarkers.into(files.write(tile, ImageCut.Format.JPG)));
        }
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
      if (count != Step.tileCount(Step.of(grid))) {
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
   * Draws what is asked for, from the smallest step that has its pixels; decodes only the tiles
   * under the region.
   *
   * @return a file in the format asked for
   */
  public byte[] draw(ImageCut cut, float jpegQuality) {
    boolean gray =
        switch (cut.quality()) {
          case DEFAULT, COLOR -> false;
          case GRAY, BITONAL -> true;
        };
    Pixels picture = scaled(cut, gray);
    if (cut.mirrored()) {
      picture = picture.mirrored();
    }
    picture = picture.turned(cut.quarterTurns());
    if (cut.quality() == ImageCut.Quality.BITONAL) {
      picture = picture.gray().bitonal();
    }
    return new ImageFiles(jpegQuality).write(picture, cut.format());
  }

  private Pixels scaled(ImageCut cut, boolean gray) {
    Step step = Step.of(steps, cut);
    Region.Box box =
        new Region.Box(step.left(cut), step.top(cut), step.right(cut), step.bottom(cut));
    try (Region region = new Region(this::tile, step, box, gray)) {
      return region.scaled(cut.width(), cut.height());
    }
  }
}
