package org.cotejo.translation.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The continuous text of a document with the way back to the pages.
 *
 * @param text paragraphs separated by line feeds, words by single spaces
 * @param pages that were read, in order
 * @param words in order of the text; together they are its characters less the separators
 * @param paragraphs in order; they cover all words
 * @param furniture what was set aside, in order of the pages
 */
public record ReadingText(
    String text,
    List<PageSize> pages,
    List<PlacedWord> words,
    List<Paragraph> paragraphs,
    List<Furniture> furniture) {

  public ReadingText {
    pages = List.copyOf(pages);
    words = List.copyOf(words);
    paragraphs = List.copyOf(paragraphs);
    furniture = List.copyOf(furniture);
    int before = 0;
    for (PlacedWord word : words) {
      if (word.start() < before || word.end() > text.length()) {
        throw new IllegalArgumentException("words overlap or leave the text at " + word.start());
      }
      before = word.end();
    }
  }

  /** The characters of a word. */
  public String textOf(PlacedWord word) {
    return text.substring(word.start(), word.end());
  }

  /** The word at an offset; empty between words. */
  public Optional<PlacedWord> wordAt(int offset) {
    int index = firstEndingAfter(offset);
    return index < words.size() && words.get(index).start() <= offset
        ? Optional.of(words.get(index))
        : Optional.empty();
  }

  /** The words that have a character in a range. */
  public List<PlacedWord> wordsIn(int start, int end) {
    List<PlacedWord> found = new ArrayList<>();
    for (int k = firstEndingAfter(start); k < words.size() && words.get(k).start() < end; k++) {
      found.add(words.get(k));
    }
    return List.copyOf(found);
  }

  /** The words with a box that holds a point of a page. */
  public List<PlacedWord> wordsUnder(int page, int x, int y) {
    return words.stream()
        .filter(
            word ->
                word.boxes().stream()
                    .anyMatch(place -> place.page() == page && place.box().contains(x, y)))
        .toList();
  }

  /** The boxes of a range: one for each line that it touches, in reading order. */
  public List<PageBox> boxesOf(int start, int end) {
    return LineBoxes.merged(wordsIn(start, end));
  }

  private int firstEndingAfter(int offset) {
    int low = 0;
    int high = words.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (words.get(middle).end() > offset) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
