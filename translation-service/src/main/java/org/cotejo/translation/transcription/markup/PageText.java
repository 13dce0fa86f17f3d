package org.cotejo.translation.transcription.markup;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cotejo.translation.exchange.xml.XmlIn;

/**
 * The words of PAGE, of any version: the first text of each word, else of the line, else of the
 * region; regions in the reading order that the file gives, the others after them.
 */
final class PageText implements XmlIn.Handler {
  private final Map<String, List<String>> linesOfRegions = new LinkedHashMap<>();
  private final List<String> order = new ArrayList<>();
  private final Deque<Level> levels = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();
  private boolean inText;

  /**
   * A region, line or word that is open.
   *
   * @param name of its element
   * @param id of it
   * @param parts texts of what is in it
   * @param own its own text, if it has one; the first counts
   */
  private record Level(String name, String id, List<String> parts, List<String> own) {
    List<String> lines() {
      return !parts.isEmpty() || own.isEmpty() ? parts : own.getFirst().lines().toList();
    }
  }

  @Override
  public void start(XmlIn element) {
    switch (element.name()) {
      case "RegionRefIndexed", "RegionRef" -> order.add(element.attribute("regionRef"));
      case "TextRegion", "TextLine", "Word" ->
          levels.push(
              new Level(
                  element.name(), element.attribute("id"), new ArrayList<>(), new ArrayList<>()));
      case "Unicode" -> {
        inText = true;
        text.setLength(0);
      }
      default -> {
        // The rest is about shapes.
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
      String line = String.join(" ", level.lines());
      if (!line.isBlank()) {
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

  private static void write(
      @org.jspecify.annotations.Nullable List<String> lines, WordsInMaking words) {
    if (lines != null) {
      for (String line : lines) {
        words.line();
        words.text(line);
      }
    }
  }
}
