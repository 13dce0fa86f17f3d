package org.cotejo.translation.alignment.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.cotejo.translation.alignment.bench.AlignmentScore.Pair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A damaged set keeps a gold that speaks of every segment once and changes what it says it does.
 */
class DamageTest {
  private static final String LINE =
      "Sentence number %d tells of the harbour and of the men who came to it in winter.";

  private static GoldBitext clean() {
    List<String> source = IntStream.range(0, 80).mapToObj(LINE::formatted).toList();
    List<String> target = IntStream.range(0, 81).mapToObj(LINE::formatted).toList();
    List<Pair> gold = new ArrayList<>();
    gold.add(new Pair(List.of(0), List.of(0, 1)));
    gold.add(new Pair(List.of(1, 2), List.of(2)));
    gold.add(new Pair(List.of(3), List.of()));
    gold.add(new Pair(List.of(), List.of(3)));
    for (int k = 4; k < 80; k++) {
      gold.add(new Pair(List.of(k), List.of(k)));
    }
    gold.add(new Pair(List.of(), List.of(80)));
    return new GoldBitext("harbour", "en en", source, target, List.of(gold));
  }

  @ParameterizedTest
  @EnumSource(Damage.class)
  void goldHoldsEverySegmentOnce(Damage damage) {
    // When
    GoldBitext damaged = damage.of(clean());
    // Then
    assertEquals(clean().target(), damaged.target());
    for (List<Pair> gold : damaged.golds()) {
      assertEquals(
          all(damaged.source().size()),
          gold.stream().flatMap(pair -> pair.source().stream()).sorted().toList());
      assertEquals(
          all(damaged.target().size()),
          gold.stream().flatMap(pair -> pair.target().stream()).sorted().toList());
    }
  }

  @ParameterizedTest
  @EnumSource(Damage.class)
  void sameSetIsDamagedAlike(Damage damage) {
    assertEquals(damage.of(clean()), damage.of(clean()));
    assertNotEquals(clean(), damage.of(clean()));
  }

  @Test
  void misreadsTheShareItSays() {
    // Given
    String clean = "kpqrsvxyz?".repeat(100);
    GoldBitext set = new GoldBitext("x", "", List.of(clean), List.of(), List.of(List.of()));
    // When
    String read = Damage.CHARACTERS_10.of(set).source().getFirst();
    // Then
    long kept = read.chars().filter(letter -> clean.indexOf(letter) >= 0).count();
    assertTrue(kept > 880 && kept < 960, () -> "kept " + kept);
  }

  @Test
  void missingPageLeavesItsTranslationUnlinked() {
    GoldBitext damaged = Damage.MISSING_PAGE.of(clean());
    assertEquals(72, damaged.source().size());
    assertEquals(8 + 2, damaged.gold().stream().filter(pair -> pair.source().isEmpty()).count());
  }

  @Test
  void eitherCopyOfAPageMayBeLinked() {
    // When
    GoldBitext damaged = Damage.PAGE_TWICE.of(clean());
    // Then
    assertEquals(88, damaged.source().size());
    assertEquals(2, damaged.golds().size());
    Set<Pair> onlyFirst = new HashSet<>(damaged.golds().getFirst());
    damaged.golds().getLast().forEach(onlyFirst::remove);
    assertEquals(16, onlyFirst.size());
    for (List<Pair> gold : damaged.golds()) {
      gold.stream()
          .filter(pair -> pair.source().size() == 1 && pair.target().size() == 1)
          .forEach(
              pair ->
                  assertEquals(
                      damaged.source().get(pair.source().getFirst()),
                      damaged.target().get(pair.target().getFirst())));
    }
  }

  @Test
  void splitAndJoinedSegmentsStayWithTheirTranslation() {
    GoldBitext split = Damage.SPLIT.of(clean());
    assertTrue(split.source().size() > 80);
    assertEquals(String.join(" ", clean().source()), String.join(" ", split.source()));
    GoldBitext joined = Damage.JOINED.of(clean());
    assertTrue(joined.source().size() < 80);
    assertEquals(String.join(" ", clean().source()), String.join(" ", joined.source()));
  }

  private static List<Integer> all(int size) {
    return IntStream.range(0, size).boxed().toList();
  }
}
