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
  private static final double DISCOUNT = .6;

  private final EncodedText source;
  private final EncodedText target;
  private final PairCounts prior;

  /**
   * A learner of one text.
   *
   * @param known translations that are expected
   * @param weight pseudo-count of an entry that is certain in both directions
   */
  LexiconLearner(EncodedText source, EncodedText target, PriorLexicon known, double weight) {
    this.source = source;
    this.target = target;
    prior = prior(known, weight);
  }

  private PairCounts prior(PriorLexicon known, double weight) {
    CognatePrior cognates = new CognatePrior(source.vocabulary, target.vocabulary);
    int sources = source.vocabulary.size();
    PairCounts.Rows rows = new PairCounts.Rows(sources, target.vocabulary.size(), sources);
    for (int s = 0; s < sources; s++) {
      cognates.addTo(rows, s);
      addKnown(rows, known.translations(Vocabulary.family(source.vocabulary.form(s))), weight);
      rows.end();
    }
    return rows.counts();
  }

  private void addKnown(PairCounts.Rows rows, List<PriorLexicon.Translation> known, double weight) {
    for (PriorLexicon.Translation translation : known) {
      int t = target.vocabulary.findFamily(translation.targetFamily());
      double agreed = Math.sqrt(translation.targetGivenSource() * translation.sourceGivenTarget());
      if (t >= 0 && agreed > 0) {
        rows.raiseTo(t, weight * agreed);
      }
    }
  }

  /** What the spelling and the lexicon given say. */
  Lexicon initial() {
    return maximised(prior);
  }

  /** A better lexicon, from the linked beads of an alignment. */
  Lexicon learn(Lexicon present, List<Bead> beads) {
    Expectation expectation = new Expectation(source, target, beads);
    Lexicon lexicon = present;
    for (int step = 0; step < STEPS; step++) {
      PairCounts counts = step == 0 ? expectation.first(lexicon) : expectation.next(lexicon);
      PairCounts proven = step == STEPS - 1 ? counts.discounted(DISCOUNT) : counts;
      lexicon = maximised(proven.plus(prior, target.vocabulary.size()));
    }
    return lexicon;
  }

  private Lexicon maximised(PairCounts counts) {
    return Lexicon.of(counts, target.vocabulary.size(), SLACK, LEAST_PROBABILITY);
  }
}
