package org.cotejo.translation.collation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cotejo.translation.alignment.KnownTranslations;
import org.cotejo.translation.bitext.Bitext;
import org.cotejo.translation.bitext.Link;
import org.cotejo.translation.bitext.Method;
import org.cotejo.translation.bitext.Reading;
import org.cotejo.translation.reading.ReadingText;
import org.cotejo.translation.segmentation.Segment;
import org.junit.jupiter.api.Test;

class GapLooksTest {
  private static final int SENTENCES = 24;
  private static final int CUT = 11;

  /** Both languages write alike: what is seen is how the sentences stand, not what they mean. */
  private final List<String> sentences = sentences();

  @Test
  void alignsThePassageBetterWithoutTheSentenceThatIsMissing() {
    // Given a translation without a sentence, which shares the link of the one before
    List<String> target = new ArrayList<>(sentences);
    target.remove(CUT + 1);
    List<Link> links = new ArrayList<>();
    for (int k = 0; k < SENTENCES; k++) {
      if (k == CUT) {
        links.add(new Link(List.of(k, k + 1), List.of(k), .9));
      } else if (k != CUT + 1) {
        links.add(new Link(List.of(k), List.of(k < CUT ? k : k - 1), .9));
      }
    }
    // Then
    assertEquals(GapKind.SHARED, look(target, links, CUT).kind());
    assertTrue(way(target, links, CUT + 1) > 0);
    assertTrue(way(target, links, CUT) < 0);
    assertTrue(way(target, links, CUT - 1) < 0);
  }

  @Test
  void seesTheMissingSentenceAlthoughTheLinksWereShiftedOverIt() {
    // Given links that go on one too late for three sentences and then leave one out
    List<String> target = new ArrayList<>(sentences);
    target.remove(CUT);
    List<Link> links = new ArrayList<>();
    for (int k = 0; k < SENTENCES; k++) {
      if (k < CUT || k > CUT + 3) {
        links.add(new Link(List.of(k), List.of(k < CUT ? k : k - 1), .9));
      } else if (k < CUT + 3) {
        links.add(new Link(List.of(k), List.of(k), .5));
      }
    }
    // Then
    assertTrue(way(target, links, CUT) > way(target, links, CUT + 1) + 5);
    assertTrue(way(target, links, CUT) > way(target, links, CUT + 2) + 5);
  }

  @Test
  void looksAtOneSentenceAsAtAllOfThem() {
    // Given
    List<Link> links =
        IntStream.range(0, SENTENCES).mapToObj(k -> new Link(List.of(k), List.of(k), .9)).toList();
    Bitext bitext = bitext(sentences, links);
    // When
    List<GapLook> all = GapLooks.of(reading(), bitext, KnownTranslations.NONE, true);
    // Then
    assertEquals(SENTENCES, all.size());
    for (GapLook look : all) {
      assertEquals(
          Optional.of(look),
          GapLooks.of(reading(), bitext, KnownTranslations.NONE, true, look.segment()));
    }
  }

  private double way(List<String> target, List<Link> links, int segment) {
    return look(target, links, segment).evidence().getLast();
  }

  private GapLook look(List<String> target, List<Link> links, int segment) {
    return GapLooks.of(
            reading(), bitext(target, links), KnownTranslations.NONE, /* ofSource= */ true, segment)
        .orElseThrow();
  }

  /** Sentences of six words that no other sentence has, of various lengths. */
  private static List<String> sentences() {
    Random random = new Random(7);
    return IntStream.range(0, SENTENCES)
        .mapToObj(
            k ->
                IntStream.range(0, 6)
                    .mapToObj(word -> word(random))
                    .collect(Collectors.joining(" ", "", ".")))
        .toList();
  }

  private static String word(Random random) {
    return random
        .ints(4 + random.nextInt(8), 'a', 'z' + 1)
        .mapToObj(letter -> String.valueOf((char) letter))
        .collect(Collectors.joining());
  }

  private Reading reading() {
    List<Segment> segments = Sentences.segments(sentences);
    return new Reading(
        new ReadingText(String.join("\n", sentences), List.of(), List.of(), List.of(), List.of()),
        segments,
        segments.stream().map(segment -> 1).toList());
  }

  private static Bitext bitext(List<String> target, List<Link> links) {
    return new Bitext(
        "es",
        "en",
        "",
        new Method("lexical", "1", "test"),
        String.join("\n", target),
        Sentences.segments(target),
        List.of(),
        links,
        List.of(),
        List.of());
  }
}
