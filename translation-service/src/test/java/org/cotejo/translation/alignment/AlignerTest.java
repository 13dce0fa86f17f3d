package org.cotejo.translation.alignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws of alignment, over texts of a seeded generator that translates word for word. */
class AlignerTest {
  private final Aligner lexical = new LexicalAligner(AlignmentSettings.standard());

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void coversEverySegmentOnceInOrder(long seed) {
    // Given
    Random random = new Random(seed);
    List<Passage> source = new Invented(seed, 1 + random.nextInt(80)).source;
    List<Passage> target = new Invented(seed + 1000, 1 + random.nextInt(80)).target;
    for (Aligner aligner : List.of(lexical, new LengthAligner())) {
      // When
      Alignment alignment = aligner.align(source, target);
      // Then: the constructor of an alignment refuses gaps and overlaps
      assertEquals(source.size(), alignment.sourceSize());
      assertEquals(target.size(), alignment.targetSize());
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void findsTheTranslationOfEverySentence(long seed) {
    // Given
    Invented text = new Invented(seed, 120);
    // When
    List<Bead> beads = lexical.align(text.source, text.target).beads();
    // Then
    long right = beads.stream().filter(text.beads::contains).count();
    long rated = beads.stream().filter(bead -> text.beads.contains(bead.withConfidence(1))).count();
    assertTrue(right <= rated);
    assertTrue(rated >= text.beads.size() * .95, () -> rated + " of " + text.beads.size());
  }

  @Test
  void leavesOutALetterheadThatStandsAlone() {
    // Given: the letterhead is furniture of the original, and the translator typed it out
    Invented text = new Invented(7, 20);
    List<Passage> source = new ArrayList<>(List.of(alone("Talara, 4 de mayo de 1951")));
    source.addAll(text.source);
    List<Passage> target =
        new ArrayList<>(List.of(alone("HARBOUR OFFICE"), alone("Talara, May 4, 1951")));
    target.addAll(text.target);
    // When
    List<Bead> beads = lexical.align(source, target).beads();
    // Then
    assertEquals(new Bead(0, 0, 0, 1, 1), beads.get(0).withConfidence(1));
    assertEquals(new Bead(0, 1, 1, 1, 1), beads.get(1).withConfidence(1));
  }

  private static Passage alone(String text) {
    return new Passage(text, true, true);
  }

  @Test
  void sameTextsGiveTheSameAlignment() {
    // Given
    Invented text = new Invented(7, 60);
    Alignment first = lexical.align(text.source, text.target);
    // When
    lexical.align(new Invented(8, 30).source, text.target);
    // Then
    assertEquals(first, lexical.align(text.source, text.target));
  }

  @Test
  void leavesAMissingPageUnlinked() {
    // Given
    Invented text = new Invented(3, 120);
    List<Passage> torn = new ArrayList<>(text.source);
    torn.subList(40, 60).clear();
    // When
    List<Bead> beads = lexical.align(torn, text.target).beads();
    // Then
    long added = beads.stream().filter(bead -> !bead.linked()).mapToInt(Bead::targetCount).sum();
    assertTrue(added >= 15, () -> "only " + added + " target segments are unlinked");
  }

  @Test
  void emptySideIsLinkedToNothing() {
    // When
    Alignment alignment =
        lexical.align(List.of(), List.of(Passage.of("Alone."), Passage.of("So.")));
    // Then
    assertEquals(2, alignment.beads().size());
    assertTrue(alignment.beads().stream().noneMatch(Bead::linked));
  }

  @Test
  void alignsAcrossScriptsByNamesAndNumbers() {
    // Given
    List<Passage> source =
        List.of(
            Passage.of("Киров приехал в 1934 году."),
            Passage.of("Орлов ждал его с 1.500 солдатами."),
            Passage.of("Маркова не было."));
    List<Passage> target =
        List.of(
            Passage.of("Kirov came in 1934."),
            Passage.of("Orlov awaited him with 1,500 soldiers."),
            Passage.of("Markov was absent."));
    // When
    Alignment alignment = lexical.align(source, target);
    // Then
    assertEquals(3, alignment.beads().stream().filter(Bead::linked).count());
  }

  /** A text of invented words and its word-for-word translation, some sentences cut in two. */
  private static final class Invented {
    private static final int WORDS = 400;
    final List<Passage> source = new ArrayList<>();
    final List<Passage> target = new ArrayList<>();
    final List<Bead> beads = new ArrayList<>();

    Invented(long seed, int sentences) {
      Random random = new Random(seed);
      for (int k = 0; k < sentences; k++) {
        int count = 6 + random.nextInt(14);
        StringBuilder original = new StringBuilder();
        List<String> translated = new ArrayList<>();
        for (int w = 0; w < count; w++) {
          // Squaring makes some words frequent and most rare, as in real text.
          int word = (int) (WORDS * Math.pow(random.nextDouble(), 2));
          original.append(invented(word, 'a')).append(' ');
          translated.add(invented(word, 'n'));
        }
        boolean divided = random.nextInt(8) == 0;
        beads.add(new Bead(source.size(), 1, target.size(), divided ? 2 : 1, 1));
        source.add(Passage.of(original.toString().strip() + "."));
        int cut = divided ? count / 2 : count;
        target.add(Passage.of(String.join(" ", translated.subList(0, cut)) + "."));
        if (divided) {
          target.add(Passage.of(String.join(" ", translated.subList(cut, count)) + "."));
        }
      }
    }

    /** A word of six letters that says its number in letters from a given one on. */
    private static String invented(int number, char first) {
      StringBuilder word = new StringBuilder();
      for (int rest = number * 7919 + 31; word.length() < 6; rest = rest / 7 + 13 * word.length()) {
        word.append((char) (first + rest % 12));
      }
      return word.toString();
    }
  }
}
