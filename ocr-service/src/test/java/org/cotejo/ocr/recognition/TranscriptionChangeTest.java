package org.cotejo.ocr.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TranscriptionChangeTest {
  @Test
  void namesWordsThatBecameOthers() {
    // When
    TranscriptionChange change =
        between("the lamps werc lit at 8 o clock", "the lamps were lit at eight o clock sharp");
    // Then
    assertEquals(6, change.keptWords());
    assertEquals(3, change.changedWords());
    assertEquals(
        List.of("werc > were", "8 > eight", " > sharp"),
        change.changes().stream().map(TranscriptionChangeTest::text).toList());
    assertEquals("b2", change.changes().getFirst().before().getFirst().id());
    assertEquals("n2", change.changes().getFirst().now().getFirst().id());
  }

  @Test
  void sameWordsAreNoChange() {
    TranscriptionChange change = between("one two three", "one two three");
    assertEquals(3, change.keptWords());
    assertEquals(0, change.changedWords());
    assertEquals(List.of(), change.changes());
  }

  @Test
  void emptyPageBecomesFull() {
    assertEquals(2, between("", "two words").changedWords());
    assertEquals(2, between("two words", "").changedWords());
    assertEquals(0, between("", "").changedWords());
  }

  @Test
  void whatIsKeptAndWhatChangedMakeBothTranscriptions() {
    Random random = new Random(20261125);
    for (int turn = 0; turn < 300; turn++) {
      // Given
      List<PlacedWord> before = words("b", random);
      List<PlacedWord> now = words("n", random);
      // When
      TranscriptionChange change = TranscriptionChange.between("one", before, "two", now);
      // Then
      List<PlacedWord> keptBefore = new ArrayList<>(before);
      List<PlacedWord> keptNow = new ArrayList<>(now);
      change.changes().forEach(difference -> keptBefore.removeAll(difference.before()));
      change.changes().forEach(difference -> keptNow.removeAll(difference.now()));
      assertEquals(texts(keptBefore), texts(keptNow));
      assertEquals(change.keptWords(), keptNow.size());
    }
  }

  @Test
  void pagesBeyondTheTableAreOneDifference() {
    // Given
    List<PlacedWord> before = numbered("a", 4000);
    List<PlacedWord> now = numbered("c", 4000);
    // When
    TranscriptionChange change = TranscriptionChange.between("one", before, "two", now);
    // Then
    assertEquals(1, change.changes().size());
    assertEquals(4000, change.changedWords());
  }

  private static TranscriptionChange between(String before, String now) {
    return TranscriptionChange.between("one", placed("b", before), "two", placed("n", now));
  }

  private static List<PlacedWord> placed(String prefix, String text) {
    List<PlacedWord> words = new ArrayList<>();
    for (String word : text.split(" ")) {
      if (!word.isEmpty()) {
        words.add(new PlacedWord(prefix + words.size(), word));
      }
    }
    return words;
  }

  private static List<PlacedWord> words(String prefix, Random random) {
    return IntStream.range(0, random.nextInt(30))
        .mapToObj(number -> new PlacedWord(prefix + number, "w" + random.nextInt(6)))
        .toList();
  }

  private static List<PlacedWord> numbered(String word, int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> new PlacedWord("x" + number, word + number))
        .toList();
  }

  private static List<String> texts(List<PlacedWord> words) {
    return words.stream().map(PlacedWord::text).toList();
  }

  private static String text(TranscriptionChange.Difference difference) {
    return String.join(" ", texts(difference.before()))
        + " > "
        + String.join(" ", texts(difference.now()));
  }
}
