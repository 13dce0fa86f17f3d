package org.cotejo.samples;

import java.util.ArrayList;
import java.util.List;

/**
 * A paper as its author wrote it: pages of typed lines and furniture.
 *
 * <p>A line is typed as it stands, so a hyphen at its end is a hyphen on the paper. A number in
 * braces before a sentence names the group of the sentence; sentences of original and translation
 * in one group belong together. A directive starts with an at sign; the README of this module lists
 * them.
 */
record PaperSource(List<Page> pages) {

  PaperSource {
    pages = List.copyOf(pages);
  }

  record Page(List<Item> items) {
    Page {
      items = List.copyOf(items);
    }
  }

  sealed interface Item {}

  record Letterhead(String text) implements Item {}

  record PageNumber(String text) implements Item {}

  record Line(Alignment alignment, String markedText) implements Item {}

  record Space(double lines) implements Item {}

  record Stamp(
      Shape shape, String first, String second, int x, int y, double degrees, float opacity)
      implements Item {}

  record Signature(int x) implements Item {}

  enum Alignment {
    LEFT,
    CENTER,
    RIGHT
  }

  enum Shape {
    BOX,
    CIRCLE,
    OVAL
  }

  static PaperSource parse(List<String> lines) {
    List<Page> pages = new ArrayList<>();
    List<Item> items = new ArrayList<>();
    boolean started = false;
    for (String line : lines) {
      if (line.equals("@page")) {
        if (started) {
          pages.add(new Page(items));
        }
        items = new ArrayList<>();
        started = true;
      } else {
        items.add(item(line));
      }
    }
    pages.add(new Page(items));
    return new PaperSource(pages);
  }

  private static Item item(String line) {
    if (line.isBlank()) {
      return new Space(0.55);
    }
    if (!line.startsWith("@")) {
      return new Line(Alignment.LEFT, line);
    }
    int blank = line.indexOf(' ');
    String argument = line.substring(blank + 1);
    return switch (line.substring(1, blank)) {
      case "letterhead" -> new Letterhead(argument);
      case "pagenumber" -> new PageNumber(argument);
      case "left" -> new Line(Alignment.LEFT, argument);
      case "center" -> new Line(Alignment.CENTER, argument);
      case "right" -> new Line(Alignment.RIGHT, argument);
      case "space" -> new Space(Double.parseDouble(argument));
      case "stamp" -> stamp(argument.split("\\|", -1), line);
      case "signature" -> new Signature(Integer.parseInt(argument));
      default -> throw new IllegalArgumentException("unknown directive: " + line);
    };
  }

  private static Stamp stamp(String[] fields, String line) {
    if (fields.length != 6) {
      throw new IllegalArgumentException("a stamp has six fields: " + line);
    }
    String[] place = fields[3].split(",", -1);
    return new Stamp(
        Shape.valueOf(fields[0].toUpperCase(java.util.Locale.ROOT)),
        fields[1],
        fields[2],
        Integer.parseInt(place[0]),
        Integer.parseInt(place[1]),
        Double.parseDouble(fields[4]),
        Float.parseFloat(fields[5]));
  }
}
