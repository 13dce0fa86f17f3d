package org.cotejo.ocr.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordBoundsTest {
  private static final int HEIGHT = 36;
  private static final int CHARACTER = 20;

  /** A line of words with so much white before each of them but the first. */
  private static Line line(int[] gaps, String... texts) {
    List<Word> words = new ArrayList<>();
    int left = 100;
    for (int at = 0; at < texts.length; at++) {
      left += at == 0 ? 0 : gaps[at - 1];
      int width = texts[at].length() * CHARACTER;
      words.add(new Word(texts[at], new Box(left, 500, width, HEIGHT), 0.9));
      left += width;
    }
    return new Line(words);
  }

  private static Line set(Line line, PageInk ink) {
    return WordBounds.set(List.of(new Block(List.of(line))), ink).getFirst().lines().getFirst();
  }

  private static List<String> texts(Line line) {
    return line.words().stream().map(Word::text).toList();
  }

  @Test
  void dotsInsideEndOneWordAndBeginAnother() {
    Line line = set(line(new int[] {20}, "la", "noche....fría"), FlatInk.with());
    assertEquals(List.of("la", "noche....", "fría"), texts(line));
    assertEquals("noche....fría", line.words().get(1).read());
    assertEquals("noche....fría", line.words().getLast().read());
  }

  @Test
  void partsShareTheBoxWithoutGapOrOverlap() {
    Line read = line(new int[] {}, "uno...dos....tres");
    List<Word> words = set(read, FlatInk.with()).words();
    assertEquals(3, words.size());
    assertEquals(read.box(), Box.around(words.stream().map(Word::box).toList()));
    for (int at = 1; at < words.size(); at++) {
      assertEquals(words.get(at - 1).box().right(), words.get(at).box().x());
    }
  }

  @Test
  void wordEndsBehindTheInkOfTheLastDot() {
    int width = 9 * CHARACTER;
    int height = HEIGHT * 5 / 4;
    BitSet dark = new BitSet(width * height);
    rectangle(dark, width, new Box(0, 4, 50, 30));
    for (int x : new int[] {58, 72, 86, 100}) {
      rectangle(dark, width, new Box(x, 28, 6, 6));
    }
    rectangle(dark, width, new Box(116, 4, 60, 30));
    Line line =
        set(line(new int[] {}, "sol....ya"), FlatInk.allLike(new InkPatch(width, height, dark)));
    assertEquals(List.of("sol....", "ya"), texts(line));
    assertEquals(100 + 106, line.words().getFirst().box().right());
  }

  private static void rectangle(BitSet dark, int width, Box box) {
    for (int y = box.y(); y < box.bottom(); y++) {
      dark.set(y * width + box.x(), y * width + box.right());
    }
  }

  @Test
  void abbreviationsAndNumbersStayWhole() {
    Line line = line(new int[] {20, 20, 20}, "EE.UU.", "12.500", "etc..", "N.Y.");
    assertEquals(texts(line), texts(set(line, FlatInk.with())));
  }

  @Test
  void markWithLessWhiteThanWordsBelongsToItsWord() {
    Line line = line(new int[] {20, 20, 12, 20, 12}, "no", "hay", "castigo", "?", "¿", "Quién");
    assertEquals(List.of("no", "hay", "castigo?", "¿Quién"), texts(set(line, FlatInk.with())));
    assertEquals("castigo ?", set(line, FlatInk.with()).words().get(2).read());
  }

  @Test
  void typedSpaceBeforeMarkStays() {
    Line line = line(new int[] {20, 20, 20, 20}, "Ah", "non", "alors", "!", "Oui");
    assertEquals(texts(line), texts(set(line, FlatInk.with())));
  }

  @Test
  void dotsBeforeWordBelongToTheWordBefore() {
    Line line = line(new int[] {20, 20, 8, 20}, "y", "de", "labios", "....luego", "cae");
    assertEquals(
        List.of("y", "de", "labios....", "luego", "cae"), texts(set(line, FlatInk.with())));
  }

  @Test
  void dotsThatBeginLineStayWithTheirWord() {
    Line line = line(new int[] {20, 20, 20}, "....luego", "en", "la", "casa");
    assertEquals(texts(line), texts(set(line, FlatInk.with())));
  }
}
