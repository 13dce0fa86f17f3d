package org.cotejo.translation.transcription.markup;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotejo.translation.exchange.xml.XmlIn;
import org.jspecify.annotations.Nullable;

/**
 * The words of PAGE, of any version: the first text of each word, else of the line, else of the
 * region; regions in the reading order that the file gives, the others after them.
 */
final class PageText implements XmlIn.Handler {
  private final Map<String, List<List<Piece>>> linesOfRegions = new LinkedHashMap<>();
  private final List<String> order = new ArrayList<>();
  private final Deque<Level> levels = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();
  private boolean inText;

  /**
   * A word, or a line that is not divided into words.
   *
   * @param place of the word, if the file has it
   */
  private record Piece(String text, Optional<Rectangle> place) {}

  /**
   * A region, line or word that is open.
   *
   * @param name of its element
   * @param id of it
   * @param parts lines of a region; of a line one for each word
   * @param own its own text, if it has one; the first counts
   * @param places its own, if it has one; the first counts
   */
  private record Level(
      String name,
      String id,
      List<List<Piece>> parts,
      List<String> own,
      List<Optional<Rectangle>> places) {
    List<List<Piece>> lines() {
      if (!parts.isEmpty() || own.isEmpty()) {
        return parts;
      }
      Optional<Rectangle> place =
          name.equals("Word") && !places.isEmpty() ? places.getFirst() : Optional.empty();
      return own.getFirst().lines().map(line -> List.of(new Piece(line, place))).toList();
    }
  }

  @Override
  public void start(XmlIn element) {
    switch (element.name()) {
      case "RegionRefIndexed", "RegionRef" -> order.add(element.attribute("regionRef"));
      case "TextRegion", "TextLine", "Word" ->
          levels.push(
              new Level(
                  element.name(),
                  element.attribute("id"),
                  new ArrayList<>(),
                  new ArrayList<>(),
                  new ArrayList<>()));
      case "Coords" -> {
        if (!levels.isEmpty()) {
          levels.peek().places().add(Rectangle.ofPoints(element.attribute("points")));
        }
      }
      case "Unicode" -> {
        inText = true;
        text.setLength(0);
      }
      default -> {
        // The rest is about shapes of other things.
      }
    }
  }

  @Override
  public void end(String name) {
    if (name.equals("Unicode")) {
      inText = false;
      if (!levels.isEmpty()) {
        levels.peek().own().add(text.toString());
      }
    } else if (!levels.isEmpty() && levels.peek().name().equals(name)) {
      close(levels.pop());
    }
  }

  private void close(Level level) {
    if (level.name().equals("TextRegion")) {
      linesOfRegions.put(level.id(), level.lines());
    } else if (!levels.isEmpty()) {
      List<Piece> line =
          level.lines().stream()
              .flatMap(List::stream)
              .filter(piece -> !piece.text().isBlank())
              .toList();
      if (!line.isEmpty()) {
        levels.peek().parts().add(line);
      }
    }
  }

  @Override
  public void text(String characters) {
    if (inText) {
      text.append(characters);
    }
  }

  /** Writes what was found. */
  void to(WordsInMaking words) {
    for (String region : order) {
      write(linesOfRegions.remove(region), words);
    }
    linesOfRegions.values().forEach(lines -> write(lines, words));
  }

  private static void write(@Nullable List<List<Piece>> lines, WordsInMaking words) {
    if (lines != null) {
      for (List<Piece> line : lines) {
        words.line();
        for (Piece piece : line) {
          words.space();
          words.box(piece.place());
          words.text(piece.text());
        }
      }
    }
  }
}
