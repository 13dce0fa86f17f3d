package org.cotejo.translation.lexicon;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.cotejo.translation.alignment.KnownTranslations;
import org.cotejo.translation.alignment.PlainWord;

/** The words of an archive's lexicon, to be looked up from one of its languages to the other. */
public final class LexiconWords implements KnownTranslations {
  private final Map<String, Map<String, Double>> bySource = new HashMap<>();
  private final Set<String> targets = new java.util.HashSet<>();

  /**
   * The words of a lexicon.
   *
   * @param sourceIsFirst whether the pair's first language is that of originals
   */
  public LexiconWords(ArchiveLexicon lexicon, boolean sourceIsFirst) {
    for (LexiconEntry entry : lexicon.entries()) {
      String source = folded(sourceIsFirst ? entry.first() : entry.second());
      String target = folded(sourceIsFirst ? entry.second() : entry.first());
      bySource
          .computeIfAbsent(source, word -> new HashMap<>())
          .merge(target, Math.max(entry.firstToSecond(), entry.secondToFirst()), Math::max);
      targets.add(target);
    }
  }

  @Override
  public double probability(String sourceWord, String targetWord) {
    return bySource.getOrDefault(sourceWord, Map.of()).getOrDefault(targetWord, 0.0);
  }

  @Override
  public boolean knowsSource(String word) {
    return bySource.containsKey(word);
  }

  @Override
  public boolean knowsTarget(String word) {
    return targets.contains(word);
  }

  private static String folded(String word) {
    return new PlainWord(0, word.length(), word).folded();
  }
}
