package org.cotejo.translation.alignment;

import java.util.List;

/**
 * Learns a lexicon from the beads of the document itself.
 *
 * <p>Expectation-maximisation after IBM Model 1 (Brown et al. 1993) run in both directions at once:
 * the expected count of a pair is the geometric mean of its two posteriors, so that only what both
 * directions believe grows (agreement in the spirit of Liang, Taskar and Klein 2006). The M-step is
 * maximum a posteriori with the {@link CognatePrior} and a {@link PriorLexicon}. Like Moore (2002),
 * nothing but the text pair is needed. In the last step counts are discounted, because a pair seen
 * once proves little.
 */
final class LexiconLearner {
  private static final int STEPS = 4;
  private static final double SLACK = 1;
  private static final double LEAST_PROBABILITY = 1e-4;
  private static final double FIRST_FLOOR = .01;
  private static final double NULL_WEIGHT = 2;
  private static final double LEAST_FIRST_COUNT = .002;
  private static final double LEAST_COUNT = .01;
  private static final double DISCOUNT = .6;
  private static final int GREATEST_BEAD_AREA = 6;
  private static final int GREATEST_TOKENS = 150;

  private final EncodedText source;
  private final EncodedText target;
  private final PairCounts prior;
  private final float[] forwardRow;
  private final float[] backwardRow;

  /**
   * A learner of one text.
   *
   * @param known translations that are expected
   * @param weight pseudo-count of an entry that is certain in both directions
   */
  LexiconLearner(EncodedText source, EncodedText target, PriorLexicon known, double weight) {
    this.source = source;
    this.target = target;
    prior = CognatePrior.between(source.vocabulary, target.vocabulary);
    addKnown(known, weight);
    forwardRow = new float[target.vocabulary.size()];
    backwardRow = new float[target.vocabulary.size()];
  }

  private void addKnown(PriorLexicon known, double weight) {
    for (int s = 0; s < source.vocabulary.size(); s++) {
      for (PriorLexicon.Translation translation :
          known.translations(Vocabulary.family(source.vocabulary.form(s)))) {
        int t = target.vocabulary.findFamily(translation.targetFamily());
        double agreed =
            Math.sqrt(translation.targetGivenSource() * translation.sourceGivenTarget());
        if (t >= 0 && agreed > 0) {
          prior.raiseTo(s, t, weight * agreed);
        }
      }
    }
  }

  /** What the spelling and the lexicon given say. */
  Lexicon initial() {
    return maximise(new PairCounts(16));
  }

  /** A better lexicon, from the linked beads of an alignment. */
  Lexicon learn(Lexicon present, List<Bead> beads) {
    Lexicon lexicon = present;
    for (int step = 0; step < STEPS; step++) {
      PairCounts counts = expect(lexicon, beads, step == 0);
      lexicon = maximise(step == STEPS - 1 ? counts.discounted(DISCOUNT) : counts);
    }
    return lexicon;
  }

  private Lexicon maximise(PairCounts expected) {
    PairCounts counts = new PairCounts(expected.size() + prior.size());
    counts.addAll(expected);
    counts.addAll(prior);
    return Lexicon.of(
        counts, source.vocabulary.size(), target.vocabulary.size(), SLACK, LEAST_PROBABILITY);
  }

  private PairCounts expect(Lexicon lexicon, List<Bead> beads, boolean first) {
    PairCounts counts = new PairCounts(source.tokens.length * 4);
    for (Bead bead : beads) {
      int sources = source.tokenCount(bead.sourceStart(), bead.sourceEnd());
      int targets = target.tokenCount(bead.targetStart(), bead.targetEnd());
      boolean usable =
          sources > 0
              && targets > 0
              && sources <= GREATEST_TOKENS
              && targets <= GREATEST_TOKENS
              && bead.sourceCount() * bead.targetCount() <= GREATEST_BEAD_AREA;
      if (usable) {
        expectIn(bead, sources, targets, lexicon, first, counts);
      }
    }
    return counts;
  }

  private void expectIn(
      Bead bead, int sources, int targets, Lexicon lexicon, boolean first, PairCounts counts) {
    int s0 = source.firstToken[bead.sourceStart()];
    int t0 = target.firstToken[bead.targetStart()];
    float floor = first ? (float) FIRST_FLOOR : 0;
    float[] forward = new float[sources * targets];
    float[] backward = new float[sources * targets];
    double[] forwardSum = new double[targets];
    for (int t = 0; t < targets; t++) {
      forwardSum[t] = target.frequency[target.tokens[t0 + t]] * NULL_WEIGHT + 1e-9;
    }
    for (int s = 0; s < sources; s++) {
      int word = source.tokens[s0 + s];
      spread(lexicon, word, true);
      for (int t = 0; t < targets; t++) {
        int translation = target.tokens[t0 + t];
        forward[s * targets + t] = forwardRow[translation] + floor;
        backward[s * targets + t] = backwardRow[translation] + floor;
        forwardSum[t] += forward[s * targets + t];
      }
      spread(lexicon, word, false);
    }
    double least = first ? LEAST_FIRST_COUNT : LEAST_COUNT;
    for (int s = 0; s < sources; s++) {
      int word = source.tokens[s0 + s];
      double backwardSum = source.frequency[word] * NULL_WEIGHT + 1e-9;
      for (int t = 0; t < targets; t++) {
        backwardSum += backward[s * targets + t];
      }
      for (int t = 0; t < targets; t++) {
        double agreed =
            (double) forward[s * targets + t]
                / forwardSum[t]
                * backward[s * targets + t]
                / backwardSum;
        if (agreed > least * least) {
          counts.add(word, target.tokens[t0 + t], bead.confidence() * Math.sqrt(agreed));
        }
      }
    }
  }

  /** Lays a source word's translations out over the target vocabulary, or clears them again. */
  private void spread(Lexicon lexicon, int word, boolean set) {
    for (int k = lexicon.forwardStart[word]; k < lexicon.forwardStart[word + 1]; k++) {
      int translation = lexicon.forwardWord[k];
      forwardRow[translation] = set ? lexicon.forwardProbability[k] : 0;
      backwardRow[translation] = set ? lexicon.forwardReverse[k] : 0;
    }
  }
}
