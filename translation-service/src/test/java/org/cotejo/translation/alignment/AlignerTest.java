package org.cotejo.translation.alignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Laws of alignment, over texts of a seeded generator that translates word for word. */
class AlignerTest {
  private final Aligner lexical = new LexicalAligner(AlignmentSettings.standard());

  private static final List<String> NAMES =
      List.of("Zubiri", "Quevedo", "Wexford", "Ybarra", "Ozolins", "Tuxtepec", "Szabo", "Upsala");

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

  private static Passage named(Passage sentence, int name) {
    return Passage.of(NAMES.get(name) + " " + (1900 + name) + " " + sentence.text());
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

  @ParameterizedTest
  @MethodSource("seeds")
  void crossesNothingWhereNothingWasMoved(long seed) {
    // Given
    Invented text = new Invented(seed, 100);
    // When
    List<Bead> beads = lexical.align(text.source, text.target).beads();
    // Then
    assertEquals(0, crossings(beads));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void joinsAPassageThatTheTranslationHasElsewhere(long seed) {
    // Given: eight sentences that name somebody stand thirty sentences further down
    Invented text = new Invented(seed, 120);
    for (int k = 0; k < NAMES.size(); k++) {
      Bead bead = text.beads.get(40 + k);
      text.source.set(bead.sourceStart(), named(text.source.get(bead.sourceStart()), k));
      text.target.set(bead.targetStart(), named(text.target.get(bead.targetStart()), k));
    }
    List<Bead> order = new ArrayList<>(text.beads);
    List<Bead> passage = List.copyOf(order.subList(40, 48));
    order.removeAll(passage);
    order.addAll(70, passage);
    List<Passage> target = new ArrayList<>();
    Set<Bead> expected = new HashSet<>();
    for (Bead bead : order) {
      Bead there =
          new Bead(bead.sourceStart(), bead.sourceCount(), target.size(), bead.targetCount(), 1);
      target.addAll(text.target.subList(bead.targetStart(), bead.targetEnd()));
      expected.add(there);
    }
    // When
    List<Bead> beads = lexical.align(text.source, target).beads();
    // Then
    long found =
        beads.stream()
            .filter(bead -> bead.sourceStart() >= 40 && bead.sourceStart() < 48)
            .filter(bead -> expected.contains(bead.withConfidence(1)))
            .count();
    assertTrue(found >= 6, () -> "only " + found + " of 8 in " + beads);
    long right = beads.stream().filter(bead -> expected.contains(bead.withConfidence(1))).count();
    assertTrue(right >= expected.size() * .93, () -> right + " of " + expected.size());
  }

  @Test
  void joinsADateLineThatTheTranslatorPutAtTheEnd() {
    // Given
    Invented text = new Invented(11, 30);
    String original = "Puerto Talara, 17 de noviembre de 1951, legajo 4482";
    String translation = "Puerto Talara, November 17, 1951, file 4482";
    List<Passage> source = new ArrayList<>(List.of(alone(original)));
    source.addAll(text.source);
    List<Passage> target = new ArrayList<>(text.target);
    target.add(alone(translation));
    // When
    List<Bead> beads = lexical.align(source, target).beads();
    // Then
    assertTrue(
        beads.stream()
            .anyMatch(
                bead ->
                    bead.sourceStart() == 0
                        && bead.sourceCount() == 1
                        && bead.targetStart() == text.target.size()
                        && bead.linked()),
        beads::toString);
  }

  @Test
  void movesWholeParagraphsAloneWhereTheLayoutIsKnown() {
    // Given: the moved sentences are the inside of a paragraph on one side
    Invented text = new Invented(5, 90);
    List<Passage> source = new ArrayList<>(text.source);
    List<Passage> target = new ArrayList<>(text.target);
    List<Passage> cut = List.copyOf(target.subList(20, 28));
    target.subList(20, 28).clear();
    target.addAll(60, cut);
    for (List<Passage> side : List.of(source, target)) {
      for (int k = 0; k < side.size(); k += 45) {
        side.set(k, new Passage(side.get(k).text(), true, false));
      }
    }
    // When
    List<Bead> beads = lexical.align(source, target).beads();
    // Then
    assertEquals(0, crossings(beads));
  }

  /** Linked beads that stand before the one before them in the translation. */
  private static long crossings(List<Bead> beads) {
    List<Bead> linked = beads.stream().filter(Bead::linked).toList();
    return IntStream.range(1, linked.size())
        .filter(k -> linked.get(k).targetStart() < linked.get(k - 1).targetStart())
        .count();
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

  @ParameterizedTest
  @MethodSource("seeds")
  void keepsWhatIsFixedWhateverItIs(long seed) {
    // Given: fixed beads of any shape, at random, some of which cross
    Random random = new Random(seed);
    Invented text = new Invented(seed, 60);
    FixedLinks fixed = randomLinks(random, text.source.size(), text.target.size());
    for (Aligner aligner : List.of(lexical, new LengthAligner())) {
      // When
      Alignment alignment = aligner.align(text.source, text.target, PriorLexicon.NONE, fixed);
      // Then
      assertTrue(alignment.beads().containsAll(fixed.beads()));
      assertEquals(text.source.size(), alignment.sourceSize());
      assertEquals(text.target.size(), alignment.targetSize());
    }
  }

  private static FixedLinks randomLinks(Random random, int sources, int targets) {
    List<Bead> beads = new ArrayList<>();
    int count = random.nextInt(1, 8);
    for (int k = 0; k < count; k++) {
      int from = k * sources / count;
      int place = (k + random.nextInt(3)) % count * targets / count;
      Bead bead = new Bead(from, random.nextInt(4), place, 1 + random.nextInt(4), 1);
      boolean free =
          beads.stream()
              .noneMatch(
                  other ->
                      other.targetStart() < bead.targetEnd()
                          && bead.targetStart() < other.targetEnd());
      if (free) {
        beads.add(bead);
      }
    }
    beads.add(new Bead(sources - 1, 1, 0, 0, 1));
    return new FixedLinks(
        beads.stream()
            .filter(bead -> bead.sourceStart() == sources - 1 || bead.sourceEnd() < sources)
            .toList());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void linksNothingThroughAnAnchor(long seed) {
    // Given: anchors that pull the way off by some sentences, against all the words
    Random random = new Random(seed);
    Invented text = new Invented(seed, 80);
    Bead first = new Bead(20 + random.nextInt(5), 2, 16 + random.nextInt(20), 3, 1);
    Bead second = new Bead(50 + random.nextInt(5), 1, 45 + random.nextInt(20), 1, 1);
    // When
    Alignment alignment =
        lexical.align(
            text.source, text.target, PriorLexicon.NONE, new FixedLinks(List.of(second, first)));
    // Then
    for (Bead anchor : List.of(first, second)) {
      assertTrue(alignment.beads().contains(anchor));
      for (Bead bead : alignment.beads()) {
        boolean before =
            bead.sourceEnd() <= anchor.sourceStart() && bead.targetEnd() <= anchor.targetStart();
        boolean after =
            bead.sourceStart() >= anchor.sourceEnd() && bead.targetStart() >= anchor.targetEnd();
        assertTrue(!bead.linked() || bead.equals(anchor) || before || after, bead::toString);
      }
    }
  }

  @Test
  void refusesAFixedBeadOutsideTheText() {
    List<Passage> one = List.of(Passage.of("One."));
    FixedLinks fixed = new FixedLinks(List.of(new Bead(0, 1, 1, 1, 1)));
    assertThrows(
        IllegalArgumentException.class, () -> lexical.align(one, one, PriorLexicon.NONE, fixed));
    assertThrows(
        IllegalArgumentException.class,
        () -> new FixedLinks(List.of(new Bead(0, 2, 0, 1, 1), new Bead(1, 1, 1, 1, 1))));
  }

  @Test
  void expectsWhatThePriorLexiconKnows() {
    // Given: nothing but the lexicon tells whether the middle sentence goes with the first or last
    List<Passage> source =
        List.of(Passage.of("Wolken ziehn dort oben."), Passage.of("Schafe gehn dort unten."));
    List<Passage> target =
        List.of(Passage.of("Uhle bara."), Passage.of("Okidu maran."), Passage.of("Emiru bisa."));
    // When
    Alignment withFirst = lexical.align(source, target, knowing("wolk", "okid"), FixedLinks.NONE);
    Alignment withLast = lexical.align(source, target, knowing("scha", "okid"), FixedLinks.NONE);
    // Then
    assertEquals(List.of("wolk", ";", "okid"), WordFamilies.of("Wolken; okidu"));
    assertEquals(List.of(new Bead(0, 1, 0, 2, 1), new Bead(1, 1, 2, 1, 1)), plain(withFirst));
    assertEquals(List.of(new Bead(0, 1, 0, 1, 1), new Bead(1, 1, 1, 2, 1)), plain(withLast));
  }

  private static PriorLexicon knowing(String source, String target) {
    return family ->
        family.equals(source) ? List.of(new PriorLexicon.Translation(target, 1, 1)) : List.of();
  }

  private static List<Bead> plain(Alignment alignment) {
    return alignment.beads().stream().map(bead -> bead.withConfidence(1)).toList();
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
