package org.cotejo.translation.alignment;

import java.util.ArrayList;
import java.util.List;

/**
 * Which words stand for each other, learned from texts that are linked already.
 *
 * <p>The same model that the aligner learns while it aligns ({@link LexiconLearner}), over links
 * whose ends are known. A pair of words in a link is believed as far as both directions believe it:
 * the geometric mean of p(t|s) over the words of the source and p(s|t) over those of the target,
 * either shared with the empty word (Brown et al. 1993; agreement after Liang, Taskar and Klein
 * 2006).
 */
public final class WordTranslations implements KnownTranslations {
  private static final int ROUNDS = 2;

  /** Of an entry of the lexicon given, in sightings: as much as words that are spelled alike. */
  private static final double PRIOR_WEIGHT = 2;

  private static final double NULL_WEIGHT = 2;
  private static final double LEAST = 1e-9;

  private final EncodedText source;
  private final EncodedText target;
  private final Lexicon lexicon;

  private WordTranslations(EncodedText source, EncodedText target, Lexicon lexicon) {
    this.source = source;
    this.target = target;
    this.lexicon = lexicon;
  }

  /**
   * Learns from links.
   *
   * @param links at most some thousands: memory grows with the product of their lengths
   */
  public static WordTranslations learn(List<LinkedText> links) {
    return learn(links, PriorLexicon.NONE);
  }

  /** Learns from links with translations that are expected. */
  public static WordTranslations learn(List<LinkedText> links, PriorLexicon known) {
    EncodedText source =
        EncodedText.of(links.stream().map(link -> Passage.of(link.source())).toList());
    EncodedText target =
        EncodedText.of(links.stream().map(link -> Passage.of(link.target())).toList());
    List<Bead> beads = new ArrayList<>();
    for (int k = 0; k < links.size(); k++) {
      beads.add(new Bead(k, 1, k, 1, links.get(k).confidence()));
    }
    LexiconLearner learner = new LexiconLearner(source, target, known, PRIOR_WEIGHT);
    Lexicon lexicon = learner.initial();
    for (int round = 0; round < ROUNDS; round++) {
      lexicon = learner.learn(lexicon, beads);
    }
    return new WordTranslations(source, target, lexicon);
  }

  /**
   * The pairs of words of two texts that are believed.
   *
   * @param least confidence from which a pair is told
   * @return in the order of the source, then of the target
   */
  public List<WordPair> pairs(String sourceText, String targetText, double least) {
    List<PlainWord> sources = PlainWord.in(sourceText);
    List<PlainWord> targets = PlainWord.in(targetText);
    double[][] forward = new double[sources.size()][targets.size()];
    double[][] backward = new double[sources.size()][targets.size()];
    int[] targetFamilies = families(targets, target.vocabulary);
    int[] sourceFamilies = families(sources, source.vocabulary);
    for (int s = 0; s < sources.size(); s++) {
      for (int t = 0; t < targets.size(); t++) {
        int entry = entry(sourceFamilies[s], targetFamilies[t]);
        forward[s][t] = entry < 0 ? 0 : lexicon.forwardProbability[entry];
        backward[s][t] = entry < 0 ? 0 : lexicon.forwardReverse[entry];
      }
    }
    double[] forwardSum = new double[targets.size()];
    for (int t = 0; t < targets.size(); t++) {
      forwardSum[t] = nothing(target, targetFamilies[t]);
      for (int s = 0; s < sources.size(); s++) {
        forwardSum[t] += forward[s][t];
      }
    }
    List<WordPair> pairs = new ArrayList<>();
    for (int s = 0; s < sources.size(); s++) {
      double backwardSum = nothing(source, sourceFamilies[s]);
      for (int t = 0; t < targets.size(); t++) {
        backwardSum += backward[s][t];
      }
      for (int t = 0; t < targets.size(); t++) {
        double agreed = Math.sqrt(forward[s][t] / forwardSum[t] * backward[s][t] / backwardSum);
        if (agreed >= least) {
          pairs.add(new WordPair(sources.get(s), targets.get(t), Math.min(1, agreed)));
        }
      }
    }
    return List.copyOf(pairs);
  }

  @Override
  public double probability(String sourceWord, String targetWord) {
    int entry = entry(source.vocabulary.find(sourceWord), target.vocabulary.find(targetWord));
    return entry < 0
        ? 0
        : Math.max(lexicon.forwardProbability[entry], lexicon.forwardReverse[entry]);
  }

  @Override
  public boolean knowsSource(String word) {
    int family = source.vocabulary.find(word);
    return family >= 0 && lexicon.forwardStart[family] < lexicon.forwardStart[family + 1];
  }

  @Override
  public boolean knowsTarget(String word) {
    int family = target.vocabulary.find(word);
    return family >= 0 && lexicon.backwardStart[family] < lexicon.backwardStart[family + 1];
  }

  private static double nothing(EncodedText text, int family) {
    return family < 0 ? LEAST : text.frequency[family] * NULL_WEIGHT + LEAST;
  }

  private static int[] families(List<PlainWord> words, Vocabulary vocabulary) {
    return words.stream().mapToInt(word -> vocabulary.find(word.folded())).toArray();
  }

  /** Where the lexicon has a pair; below 0 where it has not. */
  private int entry(int sourceFamily, int targetFamily) {
    if (sourceFamily < 0 || targetFamily < 0) {
      return -1;
    }
    int from = lexicon.forwardStart[sourceFamily];
    int to = lexicon.forwardStart[sourceFamily + 1];
    for (int entry = from; entry < to; entry++) {
      if (lexicon.forwardWord[entry] == targetFamily) {
        return entry;
      }
    }
    return -1;
  }
}
