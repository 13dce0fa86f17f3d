package org.cotejo.search.iiif;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cotejo.search.projection.Box;
import org.cotejo.search.projection.ReadingText;

/**
 * A line of a page with its words.
 *
 * @param text the words in order, with one space between them; a word that is broken over two lines
 *     stands whole in the first
 * @param box around all of them
 */
public record PlacedLine(String text, Box box) {

  /** The lines of each page, in the order of the text. */
  public static Map<Integer, List<PlacedLine>> byPage(ReadingText text) {
    Map<String, PlacedLine> lines = new LinkedHashMap<>();
    for (ReadingText.Word word : text.words()) {
      String characters = text.text().substring(word.start(), word.end());
      for (ReadingText.LineBox placed : word.boxes()) {
        lines.merge(
            placed.box().page() + "/" + placed.line(),
            new PlacedLine(characters, placed.box()),
            PlacedLine::with);
        characters = "";
      }
    }
    Map<Integer, List<PlacedLine>> pages = new LinkedHashMap<>();
    lines
        .values()
        .forEach(
            line -> pages.computeIfAbsent(line.box().page(), _ -> new ArrayList<>()).add(line));
    return pages;
  }

  private PlacedLine with(PlacedLine next) {
    String joined = (text + " " + next.text).strip();
    return new PlacedLine(joined, box.around(next.box));
  }
}
