package org.cotejo.search.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.cotejo.search.projection.WordPairs.Pair;
import org.cotejo.search.projection.WordPairs.Texts;
import org.junit.jupiter.api.Test;

class WordPairsTest {
  private static final Texts NOTE =
      new Texts(
          "Jruschov vio 40 misiles en la inspección.",
          "At the inspection Khrushchev saw 40 missiles.");

  @Test
  void namesNumbersAndLikeWordsNeedNoLearning() {
    WordPairs pairs =
        new WordPairs(
            List.of(NOTE), (one, other) -> one.equals("Jruschov") && other.equals("Khrushchev"));
    assertEquals(
        Map.of(
            "Jruschov",
            "Khrushchev",
            "40",
            "40",
            "misiles",
            "missiles",
            "inspección",
            "inspection"),
        words(NOTE, pairs.of(NOTE)));
  }

  @Test
  void wordsThatKeepCompanyArePairs() {
    List<Texts> links =
        List.of(
            new Texts("El faro calló.", "The lighthouse fell silent."),
            new Texts("Un faro lejano.", "A distant lighthouse."),
            new Texts("El barco vino.", "The ship came."),
            new Texts("Aquel barco se hundió.", "That ship sank."));
    WordPairs pairs = new WordPairs(links, (_, _) -> false);
    assertEquals("lighthouse", words(links.get(1), pairs.of(links.get(1))).get("faro"));
    assertEquals("ship", words(links.get(3), pairs.of(links.get(3))).get("barco"));
    assertTrue(!words(links.get(3), pairs.of(links.get(3))).containsKey("hundió"));
  }

  /** In whatever texts: each word once, in order, inside its text, and the same from both sides. */
  @Test
  void eachWordHasOnePartnerAtMost() {
    Random random = new Random(4);
    List<String> vocabulary =
        List.of("uno", "dos", "tres", "cuatro", "Marta", "1962", "nación", "nation");
    for (int trial = 0; trial < 300; trial++) {
      Texts texts = new Texts(sentence(random, vocabulary), sentence(random, vocabulary));
      List<Pair> pairs = new WordPairs(List.of(texts, texts), String::equals).of(texts);
      Set<Integer> here = new HashSet<>();
      Set<Integer> there = new HashSet<>();
      int last = -1;
      for (Pair pair : pairs) {
        assertTrue(here.add(pair.start()) && there.add(pair.otherStart()));
        assertTrue(pair.start() > last && pair.end() <= texts.source().length());
        assertTrue(pair.otherEnd() <= texts.target().length());
        assertEquals(pair, pair.turned().turned());
        last = pair.start();
      }
    }
  }

  private static String sentence(Random random, List<String> vocabulary) {
    StringBuilder sentence = new StringBuilder();
    int length = random.nextInt(8);
    for (int word = 0; word < length; word++) {
      sentence.append(vocabulary.get(random.nextInt(vocabulary.size()))).append(' ');
    }
    return sentence.toString();
  }

  private static Map<String, String> words(Texts texts, List<Pair> pairs) {
    Map<String, String> words = new TreeMap<>();
    for (Pair pair : pairs) {
      words.put(
          texts.source().substring(pair.start(), pair.end()),
          texts.target().substring(pair.otherStart(), pair.otherEnd()));
    }
    return words;
  }
}
