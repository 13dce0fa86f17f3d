package org.cotejo.search.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LikenessTest {
  @Test
  void findsTheWordsThatAreNearlyTheTerm() {
    String text = "Jruschov y Jruschof escribieron; Ruschov no.";
    assertEquals(
        List.of(new Marks.Range(0, 8), new Marks.Range(11, 19)),
        Likeness.misspelt(text, "jruschof", 1));
  }

  @Test
  void findsAPhraseOfWordsThatAreNearlyThose() {
    String text = "Un barco, los harcos pesquer0s y 1os barcos pesqueros.";
    Query.Phrase boats = new Query.Phrase("barcos pesqueros", 0);
    assertEquals(
        List.of(new Marks.Range(37, 43), new Marks.Range(44, 53)), Likeness.misspelt(text, boats));
    assertEquals(
        List.of(new Marks.Range(3, 9), new Marks.Range(14, 23)),
        Likeness.misspelt("Ay bar0os los pesquer0s", new Query.Phrase("barcos pesqueros", 1)));
  }

  @Test
  void shortWordsMayNotDiffer() {
    assertEquals(0, Likeness.edits("faro"));
    assertEquals(1, Likeness.edits("boyas"));
    assertEquals(2, Likeness.edits("embarcado"));
  }

  /** One edit, whichever and wherever, is a distance of one; two words have one distance. */
  @Test
  void distanceCountsEdits() {
    Random random = new Random(5);
    String letters = "abcde";
    for (int trial = 0; trial < 2_000; trial++) {
      StringBuilder word = new StringBuilder();
      random.ints(8, 0, letters.length()).forEach(letter -> word.append(letters.charAt(letter)));
      String before = word.toString();
      int at = random.nextInt(before.length() - 1);
      switch (random.nextInt(4)) {
        case 0 -> word.insert(at, 'x');
        case 1 -> word.setCharAt(at, 'x');
        case 2 -> word.insert(at + 1, 'y');
        default -> word.deleteCharAt(at);
      }
      assertEquals(1, Spelling.distance(before, word.toString()));
      assertEquals(
          Spelling.distance(before, "abcabc"), Spelling.distance("abcabc", before), before);
    }
    assertEquals(1, Spelling.distance("faor", "faro"));
    assertEquals(3, Spelling.distance("", "abc"));
  }
}
