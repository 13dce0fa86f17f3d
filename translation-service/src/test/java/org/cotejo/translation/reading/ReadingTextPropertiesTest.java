package org.cotejo.translation.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws of the position model, over documents of a seeded generator. */
class ReadingTextPropertiesTest {
  private static final int DOCUMENTS = 200;

  static LongStream seeds() {
    return LongStream.range(0, DOCUMENTS);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyWordReadStandsOnceInTextOrFurniture(long seed) {
    // Given
    List<TranscribedPage> pages = new TypedDocument(seed).pages();
    // When
    ReadingText text = new ReadingTextBuilder().build(pages);
    // Then
    Map<String, Integer> read = new HashMap<>();
    allWords(pages).forEach(place -> read.merge(place, 1, Integer::sum));
    Map<String, Integer> kept = new HashMap<>();
    for (PlacedWord word : text.words()) {
      word.boxes().forEach(place -> kept.merge(key(place.page(), place.box()), 1, Integer::sum));
    }
    for (Furniture piece : text.furniture()) {
      piece.words().forEach(word -> kept.merge(key(piece.page(), word.box()), 1, Integer::sum));
    }
    assertEquals(read, kept);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void wordsAreTheCharactersOfTheTextAndLeadBackToTheirBoxes(long seed) {
    // Given
    ReadingText text = new ReadingTextBuilder().build(new TypedDocument(seed).pages());
    // Then
    int end = 0;
    for (PlacedWord word : text.words()) {
      assertTrue(text.text().substring(end, word.start()).isBlank());
      end = word.end();
      assertEquals(word, text.wordAt(word.start()).orElseThrow());
      assertEquals(word, text.wordAt(word.end() - 1).orElseThrow());
      for (PageBox place : word.boxes()) {
        int x = place.box().x() + place.box().width() / 2;
        int y = place.box().y() + place.box().height() / 2;
        assertEquals(List.of(word), text.wordsUnder(place.page(), x, y));
      }
    }
    assertTrue(text.text().substring(end).isBlank());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void unhyphenatedTextComesBackWordForWord(long seed) {
    // Given
    TypedDocument document = new TypedDocument(seed);
    // When
    ReadingText text = new ReadingTextBuilder().build(document.pages());
    // Then
    assertEquals(document.words(), text.words().stream().map(text::textOf).toList());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void paragraphsCoverTheTextWithoutOverlap(long seed) {
    // Given
    ReadingText text = new ReadingTextBuilder().build(new TypedDocument(seed).pages());
    // Then
    int end = 0;
    for (Paragraph paragraph : text.paragraphs()) {
      assertTrue(text.text().substring(end, paragraph.start()).isBlank());
      end = paragraph.end();
    }
    assertEquals(text.text().length(), end);
  }

  private static List<String> allWords(List<TranscribedPage> pages) {
    List<String> words = new ArrayList<>();
    for (TranscribedPage page : pages) {
      for (TranscribedRegion region : page.regions()) {
        for (TranscribedLine line : region.lines()) {
          line.words().forEach(word -> words.add(key(page.page(), word.box())));
        }
      }
    }
    return words;
  }

  private static String key(int page, Box box) {
    return page + ":" + box;
  }

  /** A typed document of made-up words, with running headers, page numbers and hyphenated words. */
  private static final class TypedDocument {
    private static final int COLUMNS = 60;
    private static final int LINES_PER_PAGE = 24;
    private static final String[] SYLLABLES = {
      "ba", "co", "de", "fi", "gu", "la", "me", "no", "pri", "que", "ra", "sol", "tar", "ve", "zu"
    };

    private final Random random;
    private final List<String> words = new ArrayList<>();
    private final List<TranscribedPage> pages = new ArrayList<>();

    TypedDocument(long seed) {
      random = new Random(seed);
      List<String> lines = new ArrayList<>();
      int paragraphs = 2 + random.nextInt(8);
      for (int k = 0; k < paragraphs; k++) {
        setParagraph(lines);
      }
      paginate(lines);
    }

    List<TranscribedPage> pages() {
      return pages;
    }

    List<String> words() {
      return words;
    }

    private void setParagraph(List<String> lines) {
      StringBuilder line = new StringBuilder("   ");
      int count = 5 + random.nextInt(60);
      boolean first = true;
      for (int k = 0; k < count; k++) {
        String word = word();
        boolean last = k == count - 1;
        String shown =
            (first ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word)
                + (last || random.nextInt(9) == 0 ? "." : "");
        first = shown.endsWith(".");
        words.add(shown);
        line = place(lines, line, shown);
      }
      lines.add(line.toString());
    }

    /** Adds a word to a line; one that does not fit is hyphenated or goes to the next line. */
    private StringBuilder place(List<String> lines, StringBuilder line, String word) {
      String separator = line.toString().isBlank() ? "" : " ";
      int room = COLUMNS - line.length() - separator.length();
      if (word.length() <= room) {
        return line.append(separator).append(word);
      }
      boolean dividable = word.length() >= 6 && room >= 4 && Character.isLowerCase(word.charAt(0));
      if (dividable && random.nextBoolean()) {
        int cut = 2 + random.nextInt(Math.min(room - 1, word.length() - 3) - 1);
        lines.add(line + separator + word.substring(0, cut) + "-");
        return new StringBuilder(word.substring(cut));
      }
      lines.add(line.toString());
      return new StringBuilder(word);
    }

    private void paginate(List<String> lines) {
      int page = 0;
      for (int from = 0; from < lines.size(); from += LINES_PER_PAGE) {
        page++;
        List<String> typed = new ArrayList<>();
        typed.add("              MINISTERIO DE ASUNTOS");
        typed.add(page == 1 ? "" : "                   --" + page + "--");
        typed.add("");
        typed.addAll(lines.subList(from, Math.min(lines.size(), from + LINES_PER_PAGE)));
        pages.add(TypedPage.of(page, typed.toArray(String[]::new)));
      }
      if (page == 1) {
        // A header that comes once is text; the generator knows it as such.
        words.addAll(0, List.of("MINISTERIO", "DE", "ASUNTOS"));
      }
    }

    private String word() {
      StringBuilder word = new StringBuilder();
      int syllables = 1 + random.nextInt(5);
      for (int k = 0; k < syllables; k++) {
        word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
      }
      return word.toString();
    }
  }
}
