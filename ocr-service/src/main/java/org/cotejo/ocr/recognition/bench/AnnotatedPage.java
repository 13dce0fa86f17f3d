package org.cotejo.ocr.recognition.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cotejo.ocr.recognition.RegionType;

/**
 * The regions of a page as a person saw them.
 *
 * @param width of the page, in pixels
 * @param height of the page, in pixels
 * @param regions in reading order; they may overlap
 */
record AnnotatedPage(double width, double height, List<Area> regions) {
  private static final int FIELDS = 5;

  AnnotatedPage {
    regions = List.copyOf(regions);
  }

  /** A rectangle of one type, in pixels of the page. */
  record Area(RegionType type, double left, double top, double right, double bottom) {
    boolean holds(double x, double y) {
      return x >= left && x < right && y >= top && y < bottom;
    }

    double size() {
      return (right - left) * (bottom - top);
    }
  }

  /**
   * Reads a file: {@code page <width> <height>} in pixels of the image file, then a region a line,
   * {@code <type> <left> <top> <right> <bottom>}, with the types of transcription files.
   *
   * @throws IllegalArgumentException that names file and line when it is not so
   */
  static AnnotatedPage of(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<Area> regions = new ArrayList<>();
    String name = file.getFileName().toString();
    String[] head = lines.isEmpty() ? new String[0] : lines.getFirst().split(" ", -1);
    if (head.length != 3 || !head[0].equals("page")) {
      throw new IllegalArgumentException(name + ": begins with page, width and height");
    }
    for (int at = 1; at < lines.size(); at++) {
      regions.add(area(lines.get(at).split(" ", -1), name + ":" + (at + 1)));
    }
    return new AnnotatedPage(Integer.parseInt(head[1]), Integer.parseInt(head[2]), regions);
  }

  private static Area area(String[] fields, String place) {
    RegionType type =
        Arrays.stream(RegionType.values())
            .filter(each -> each.label().equals(fields[0]))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(place + ": no type " + fields[0]));
    if (fields.length != FIELDS) {
      throw new IllegalArgumentException(place + ": type, left, top, right, bottom");
    }
    int[] edges = Arrays.stream(fields).skip(1).mapToInt(Integer::parseInt).toArray();
    if (edges[0] >= edges[2] || edges[1] >= edges[3]) {
      throw new IllegalArgumentException(place + ": an empty region");
    }
    return new Area(type, edges[0], edges[1], edges[2], edges[3]);
  }

  /**
   * The page turned and made level as its surrogate was. Regions keep their size about their
   * middle.
   *
   * @param quarterTurns clockwise
   * @param degrees clockwise, after the turns
   * @param newWidth of the surrogate
   * @param newHeight of the surrogate
   */
  AnnotatedPage finished(int quarterTurns, double degrees, int newWidth, int newHeight) {
    AnnotatedPage turned = this;
    for (int turn = 0; turn < quarterTurns; turn++) {
      turned = turned.turned();
    }
    double sine = Math.sin(Math.toRadians(degrees));
    double cosine = Math.cos(Math.toRadians(degrees));
    List<Area> level = new ArrayList<>();
    for (Area area : turned.regions) {
      double x = (area.left + area.right - turned.width) / 2;
      double y = (area.top + area.bottom - turned.height) / 2;
      double middleX = newWidth / 2.0 + x * cosine - y * sine;
      double middleY = newHeight / 2.0 + x * sine + y * cosine;
      double halfWidth = (area.right - area.left) / 2;
      double halfHeight = (area.bottom - area.top) / 2;
      level.add(
          new Area(
              area.type,
              middleX - halfWidth,
              middleY - halfHeight,
              middleX + halfWidth,
              middleY + halfHeight));
    }
    return new AnnotatedPage(newWidth, newHeight, level);
  }

  private AnnotatedPage turned() {
    List<Area> turned =
        regions.stream()
            .map(
                area ->
                    new Area(
                        area.type, height - area.bottom, area.left, height - area.top, area.right))
            .toList();
    return new AnnotatedPage(/* width= */ height, /* height= */ width, turned);
  }

  /** The smallest region around a point. */
  Optional<Area> at(double x, double y) {
    return regions.stream()
        .filter(area -> area.holds(x, y))
        .min(Comparator.comparingDouble(Area::size));
  }
}
