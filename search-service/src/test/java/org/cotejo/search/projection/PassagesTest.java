package org.cotejo.search.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PassagesTest {
  private static final WordPairs.SameName NO_NAMES = (_, _) -> false;

  /**
   * "El cónsul llegó. Nevaba." with "cónsul" broken over two lines, the second on the next page.
   */
  private static final ReadingText ORIGINAL =
      new ReadingText(
          "es",
          "El cónsul llegó. Nevaba.",
          List.of(
              word(0, 2, line(1, 10, "a")),
              word(3, 9, line(1, 40, "a"), line(2, 10, "b")),
              word(10, 16, line(2, 60, "b")),
              word(17, 24, line(2, 120, "b"))),
          List.of(new ReadingText.Segment("s1", 0, 16), new ReadingText.Segment("s2", 17, 24)));

  private static final Bitext ENGLISH =
      new Bitext(
          "en",
          "The consul arrived. It snowed. [Editor]",
          List.of(
              new ReadingText.Segment("t1", 0, 19),
              new ReadingText.Segment("t2", 20, 30),
              new ReadingText.Segment("t3", 31, 39)),
          List.of(
              new Bitext.Link(List.of("s1"), List.of("t1"), 0.9),
              new Bitext.Link(List.of("s2"), List.of("t2"), 0.8)));

  @Test
  void aSegmentStandsBesideItsTranslation() {
    // When
    List<Passage> passages = Passages.of(ORIGINAL, List.of(ENGLISH), NO_NAMES);
    // Then
    Passage first = passages.getFirst();
    assertEquals("El cónsul llegó.", first.text());
    assertEquals("The consul arrived.", first.counterparts().getFirst().text());
    assertEquals(List.of(1, 2), first.pages());
    assertEquals(List.of(new Box(1, 10, 100, 50, 20), new Box(2, 10, 100, 70, 20)), first.boxes());
  }

  @Test
  void aTranslatedPassageHasTheBoxesOfItsOriginal() {
    // When
    List<Passage> passages = Passages.of(ORIGINAL, List.of(ENGLISH), NO_NAMES);
    // Then
    Passage snow = passages.get(3);
    assertEquals("It snowed.", snow.text());
    assertEquals(Passage.Role.TRANSLATION, snow.role());
    assertEquals(List.of(new Box(2, 120, 100, 20, 20)), snow.boxes());
    assertEquals("Nevaba.", snow.counterparts().getFirst().text());
  }

  @Test
  void aSegmentWithoutLinkIsSearchedAllTheSame() {
    // When
    Passage alone = Passages.of(ORIGINAL, List.of(ENGLISH), NO_NAMES).getLast();
    // Then
    assertEquals("[Editor]", alone.text());
    assertTrue(alone.boxes().isEmpty());
    assertTrue(alone.counterparts().isEmpty());
  }

  @Test
  void linksMayCrossWhereTheTranslatorMovedAPassage() {
    // Given
    Bitext moved =
        new Bitext(
            "en",
            "It snowed. The consul arrived.",
            List.of(new ReadingText.Segment("t1", 0, 10), new ReadingText.Segment("t2", 11, 30)),
            List.of(
                new Bitext.Link(List.of("s1"), List.of("t2"), 0.9),
                new Bitext.Link(List.of("s2"), List.of("t1"), 0.8)));
    // When
    List<Passage> passages = Passages.of(ORIGINAL, List.of(moved), NO_NAMES);
    // Then
    assertEquals(4, passages.size());
    assertEquals("The consul arrived.", passages.get(0).counterparts().getFirst().text());
    assertEquals("It snowed.", passages.get(1).counterparts().getFirst().text());
    Passage arrival = passages.get(2);
    assertEquals(List.of("t2"), arrival.segments());
    assertEquals(passages.get(0).boxes(), arrival.boxes());
  }

  @Test
  void aHyphenatedWordHasTwoBoxes() {
    Passage first = Passages.of(ORIGINAL, List.of(), NO_NAMES).getFirst();
    assertEquals(
        List.of(new Box(1, 40, 100, 20, 20), new Box(2, 10, 100, 20, 20)), first.boxesOf(4, 5));
  }

  /** A mark on any characters gives the boxes of exactly the words it touches. */
  @RepeatedTest(100)
  void marksGiveTheBoxesOfExactlyTheirWords(RepetitionInfo repetition) {
    // Given
    Random random = new Random(repetition.getCurrentRepetition());
    ReadingText text = randomText(random);
    // When
    List<Passage> passages = Passages.of(text, List.of(), NO_NAMES);
    // Then
    assertEquals(text.segments().size(), passages.size());
    for (int index = 0; index < passages.size(); index++) {
      Passage passage = passages.get(index);
      ReadingText.Segment segment = text.segments().get(index);
      int start = random.nextInt(passage.text().length());
      int end = start + 1 + random.nextInt(passage.text().length() - start);
      Set<Box> expected = new HashSet<>();
      for (ReadingText.Word word : text.words()) {
        boolean inside = word.start() >= segment.start() && word.end() <= segment.end();
        boolean touched =
            word.start() - segment.start() < end && start < word.end() - segment.start();
        if (inside && touched) {
          word.boxes().forEach(box -> expected.add(box.box()));
        }
      }
      assertEquals(expected, new HashSet<>(passage.boxesOf(start, end)));
      for (Passage.PlacedWord word : passage.words()) {
        assertTrue(passage.text().substring(word.start(), word.end()).matches("\\p{L}+"));
      }
    }
  }

  private static ReadingText randomText(Random random) {
    StringBuilder text = new StringBuilder();
    List<ReadingText.Word> words = new ArrayList<>();
    List<ReadingText.Segment> segments = new ArrayList<>();
    int sentences = 1 + random.nextInt(12);
    int serial = 0;
    for (int sentence = 1; sentence <= sentences; sentence++) {
      int from = text.length();
      int length = 1 + random.nextInt(15);
      for (int number = 0; number < length; number++) {
        if (number > 0) {
          text.append(' ');
        }
        int start = text.length();
        text.append("añé".repeat(1 + random.nextInt(3)));
        List<ReadingText.LineBox> boxes = new ArrayList<>();
        for (int box = 0; box <= random.nextInt(2); box++) {
          serial++;
          boxes.add(line(1 + serial / 40, serial, "l" + serial / 8));
        }
        words.add(new ReadingText.Word(start, text.length(), boxes));
      }
      segments.add(new ReadingText.Segment("s" + sentence, from, text.length()));
      text.append(' ');
    }
    return new ReadingText("es", text.toString(), words, segments);
  }

  private static ReadingText.Word word(int start, int end, ReadingText.LineBox... boxes) {
    return new ReadingText.Word(start, end, List.of(boxes));
  }

  private static ReadingText.LineBox line(int page, int x, String line) {
    return new ReadingText.LineBox(new Box(page, x, 100, 20, 20), line);
  }
}
