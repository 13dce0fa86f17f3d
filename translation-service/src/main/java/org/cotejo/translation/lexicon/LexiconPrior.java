package org.cotejo.translation.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cotejo.translation.alignment.PriorLexicon;
import org.cotejo.translation.alignment.WordFamilies;

/**
 * What an archive's lexicon leads the aligner to expect: its words brought together to families.
 *
 * <p>A family's probability is the mean of its words', each counting by the links that it was seen
 * in.
 */
public final class LexiconPrior implements PriorLexicon {
  private final Map<String, List<Translation>> translations = new HashMap<>();

  /**
   * The prior of a lexicon.
   *
   * @param sourceIsFirst whether the pair's first language is that of originals
   */
  public LexiconPrior(ArchiveLexicon lexicon, boolean sourceIsFirst) {
    Map<String, Double> sourceTotal = new HashMap<>();
    Map<String, Double> targetTotal = new HashMap<>();
    Map<String, Map<String, Double>> seen = new TreeMap<>();
    for (LexiconEntry entry : lexicon.entries()) {
      String source = family(sourceIsFirst ? entry.first() : entry.second());
      String target = family(sourceIsFirst ? entry.second() : entry.first());
      double there = sourceIsFirst ? entry.firstToSecond() : entry.secondToFirst();
      double back = sourceIsFirst ? entry.secondToFirst() : entry.firstToSecond();
      if (source.isEmpty() || target.isEmpty() || there <= 0 || back <= 0) {
        continue;
      }
      // links / probability is how often a word occurred where it was translated or not.
      sourceTotal.merge(
          source + ' ' + word(entry, sourceIsFirst), entry.links() / there, Math::min);
      targetTotal.merge(
          target + ' ' + word(entry, !sourceIsFirst), entry.links() / back, Math::min);
      seen.computeIfAbsent(source, key -> new TreeMap<>())
          .merge(target, (double) entry.links(), Double::sum);
    }
    Map<String, Double> ofSource = byFamily(sourceTotal);
    Map<String, Double> ofTarget = byFamily(targetTotal);
    seen.forEach(
        (source, targets) -> {
          List<Translation> known = new ArrayList<>();
          targets.forEach(
              (target, links) ->
                  known.add(
                      new Translation(
                          target,
                          Math.min(1, links / ofSource.getOrDefault(source, links)),
                          Math.min(1, links / ofTarget.getOrDefault(target, links)))));
          translations.put(source, List.copyOf(known));
        });
  }

  @Override
  public List<Translation> translations(String sourceFamily) {
    return translations.getOrDefault(sourceFamily, List.of());
  }

  private static String word(LexiconEntry entry, boolean first) {
    return first ? entry.first() : entry.second();
  }

  private static Map<String, Double> byFamily(Map<String, Double> ofWords) {
    Map<String, Double> totals = new HashMap<>();
    new TreeMap<>(ofWords)
        .forEach(
            (name, total) ->
                totals.merge(name.substring(0, name.indexOf(' ')), total, Double::sum));
    return totals;
  }

  /** Words of several parts have several families; the first stands for them. */
  private static String family(String word) {
    List<String> families = WordFamilies.of(word);
    return families.isEmpty() ? "" : families.getFirst();
  }
}
