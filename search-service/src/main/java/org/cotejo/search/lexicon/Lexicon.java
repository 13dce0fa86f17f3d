package org.cotejo.search.lexicon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cotejo.search.retrieval.Folding;

/**
 * The words of two languages that stand for each other in the archive, to be looked up from either
 * side. A word is met without case and accents, and where it is not there itself, in a form that
 * differs by an ending of at most two letters.
 */
public final class Lexicon {
  private static final int LONGEST_ENDING = 2;
  private static final int SHORTEST_STEM = 4;

  /** What another form of a word is worth. */
  private static final double OTHER_FORM = 0.7;

  private final NavigableMap<String, List<Rendering>> words;

  /**
   * Two words that stand for each other.
   *
   * @param firstToSecond share of the first word's occurrences that the second renders
   * @param secondToFirst share of the second word's occurrences that the first renders
   */
  public record Entry(String first, String second, double firstToSecond, double secondToFirst) {}

  private Lexicon(NavigableMap<String, List<Rendering>> words) {
    this.words = words;
  }

  /**
   * Both directions of a lexicon.
   *
   * @param first primary subtag of the first language
   * @param second that of the second
   * @param entries the best founded first
   */
  public static List<Lexicon> of(
      String first, String second, List<Entry> entries, LexiconLimits limits) {
    List<Entry> used = entries.subList(0, Math.min(entries.size(), limits.entries()));
    Map<String, List<Rendering>> there = new HashMap<>();
    Map<String, List<Rendering>> back = new HashMap<>();
    for (Entry entry : used) {
      put(
          there,
          entry.first(),
          new Rendering(first, second, entry.second(), entry.firstToSecond()));
      put(back, entry.second(), new Rendering(second, first, entry.first(), entry.secondToFirst()));
    }
    return List.of(new Lexicon(pruned(there, limits)), new Lexicon(pruned(back, limits)));
  }

  private static void put(Map<String, List<Rendering>> words, String word, Rendering rendering) {
    words.computeIfAbsent(Folding.fold(word), _ -> new ArrayList<>()).add(rendering);
  }

  private static NavigableMap<String, List<Rendering>> pruned(
      Map<String, List<Rendering>> words, LexiconLimits limits) {
    NavigableMap<String, List<Rendering>> pruned = new TreeMap<>();
    words.forEach(
        (word, renderings) -> {
          List<Rendering> best =
              best(
                  renderings.stream().filter(one -> one.probability() >= limits.leastProbability()),
                  limits.renderings());
          if (!best.isEmpty()) {
            pruned.put(word, best);
          }
        });
    return pruned;
  }

  private static List<Rendering> best(Stream<Rendering> renderings, int most) {
    return renderings
        .sorted(
            Comparator.comparingDouble(Rendering::probability)
                .reversed()
                .thenComparing(Rendering::word))
        .limit(most)
        .toList();
  }

  /** The renderings of a word, the most probable first; empty for one that is not known. */
  public List<Rendering> of(String word) {
    String folded = Folding.fold(word);
    List<Rendering> own = words.get(folded);
    return own != null ? own : otherForm(folded).map(Lexicon::lessSure).orElse(List.of());
  }

  private static List<Rendering> lessSure(List<Rendering> renderings) {
    return renderings.stream()
        .map(one -> new Rendering(one.from(), one.to(), one.word(), OTHER_FORM * one.probability()))
        .toList();
  }

  /** The nearest form: the one with the longest beginning in common, and of these the shortest. */
  private Optional<List<Rendering>> otherForm(String folded) {
    int length = folded.length() - LONGEST_ENDING;
    if (length < SHORTEST_STEM) {
      return Optional.empty();
    }
    String stem = folded.substring(0, length);
    return words.subMap(stem, stem + Character.MAX_VALUE).entrySet().stream()
        .filter(form -> form.getKey().length() <= folded.length() + LONGEST_ENDING)
        .max(
            Comparator.comparingInt(
                    (Map.Entry<String, List<Rendering>> form) -> shared(form.getKey(), folded))
                .thenComparing(form -> -form.getKey().length()))
        .map(Map.Entry::getValue);
  }

  private static int shared(String one, String other) {
    int length = 0;
    while (length < Math.min(one.length(), other.length())
        && one.charAt(length) == other.charAt(length)) {
      length++;
    }
    return length;
  }
}
