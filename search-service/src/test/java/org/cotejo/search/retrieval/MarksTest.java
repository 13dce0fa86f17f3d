package org.cotejo.search.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class MarksTest {
  @Test
  void takesTheMarksOutAndKeepsTheirPlaces() {
    Marks marks = Marks.read("El \uE000cónsul\uE001 de \uE000Ruiz\uE001");
    assertEquals("El cónsul de Ruiz", marks.text());
    assertEquals(List.of(new Marks.Range(3, 9), new Marks.Range(13, 17)), marks.ranges());
  }

  @RepeatedTest(50)
  void eachRangeHoldsWhatWasMarked(RepetitionInfo repetition) {
    // Given
    Random random = new Random(repetition.getCurrentRepetition());
    StringBuilder highlighted = new StringBuilder();
    StringBuilder plain = new StringBuilder();
    List<String> marked = new java.util.ArrayList<>();
    for (int word = 0; word < 20; word++) {
      String text = List.of("año", "𝔸b", "Ñandú", "и", "x").get(random.nextInt(5)) + word;
      boolean mark = random.nextBoolean();
      highlighted.append(mark ? "\uE000" + text + "\uE001" : text).append(' ');
      plain.append(text).append(' ');
      if (mark) {
        marked.add(text);
      }
    }
    // When
    Marks marks = Marks.read(highlighted.toString());
    // Then
    assertEquals(plain.toString(), marks.text());
    assertEquals(
        marked,
        marks.ranges().stream()
            .map(range -> marks.text().substring(range.start(), range.end()))
            .toList());
  }

  @Test
  void marksOfTwoFieldsBecomeOneRow() {
    // Given
    Marks stems = Marks.read("\uE000uno\uE001 dos tres");
    Marks words = Marks.read("\uE000uno\uE001 \uE000dos\uE001 tres");
    // When
    Marks both = stems.with(words);
    // Then
    assertEquals(List.of(new Marks.Range(0, 3), new Marks.Range(4, 7)), both.ranges());
  }
}
