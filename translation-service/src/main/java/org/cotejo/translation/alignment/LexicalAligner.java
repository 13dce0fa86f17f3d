package org.cotejo.translation.alignment;

import java.util.List;

/**
 * Aligns by length, shape and a lexicon that it learns from the very text it aligns.
 *
 * <ol>
 *   <li>A wide, cheap pass over lengths and look-alike rare words finds the way ({@link
 *       GuideScorer}).
 *   <li>A first full alignment knows cognates alone ({@link CognatePrior}).
 *   <li>Lexicon and alignment are learned from each other, in an ever narrower band ({@link
 *       LexiconLearner}).
 *   <li>The last pass takes the beads that are right most often and gives each its probability
 *       ({@link BeadLattice#mostReliable}).
 * </ol>
 */
public final class LexicalAligner implements Aligner {
  private static final int LEAST_GUIDE_HALF_WIDTH = 60;
  private static final int GREATEST_GUIDE_HALF_WIDTH = 1500;
  private static final double GUIDE_SHARE = .08;
  private static final int FIRST_HALF_WIDTH = 40;
  private static final int SECOND_HALF_WIDTH = 20;
  private static final int LAST_HALF_WIDTH = 10;

  private final AlignmentSettings settings;

  public LexicalAligner(AlignmentSettings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return "lexical";
  }

  @Override
  public Alignment align(List<Passage> sourcePassages, List<Passage> targetPassages) {
    EncodedText source = EncodedText.of(sourcePassages);
    EncodedText target = EncodedText.of(targetPassages);
    if (source.size == 0 || target.size == 0) {
      return Alignment.unlinked(source.size, target.size);
    }
    return new Alignment(new Run(source, target, settings).beads());
  }

  /** One alignment in the making. */
  private static final class Run {
    private final EncodedText source;
    private final EncodedText target;
    private final AlignmentSettings settings;
    private final LengthModel lengths;
    private final LexiconLearner learner;

    Run(EncodedText source, EncodedText target, AlignmentSettings settings) {
      this.source = source;
      this.target = target;
      this.settings = settings;
      lengths = new LengthModel(source, target);
      learner = new LexiconLearner(source, target);
    }

    List<Bead> beads() {
      Lexicon lexicon = learner.initial();
      List<Bead> beads = guide(lexicon);
      ShapePrior shapes = ShapePrior.initial();
      BeadLattice lattice =
          lattice(lexicon, shapes, around(beads, FIRST_HALF_WIDTH), settings.firstNoise());
      beads = lattice.best();
      for (int round = 0; round < settings.rounds(); round++) {
        shapes = ShapePrior.estimated(beads);
        lexicon = learner.learn(lexicon, beads);
        int halfWidth = round == 0 ? SECOND_HALF_WIDTH : LAST_HALF_WIDTH;
        lattice = lattice(lexicon, shapes, around(beads, halfWidth), settings.noise());
        beads = lattice.best();
      }
      return lattice.mostReliable(settings.temperature(), settings.linkBias());
    }

    private List<Bead> guide(Lexicon lexicon) {
      int halfWidth =
          Math.clamp(
              (int) (target.size * GUIDE_SHARE), LEAST_GUIDE_HALF_WIDTH, GREATEST_GUIDE_HALF_WIDTH);
      Band band = Band.aroundDiagonal(source, target, halfWidth);
      GuideScorer scorer = new GuideScorer(source, target, lengths, lexicon, band);
      return new BeadLattice(band, source.size, target.size, BeadShape.PLAIN_COUNT, scorer).best();
    }

    private Band around(List<Bead> beads, int halfWidth) {
      return Band.around(beads, source.size, target.size, halfWidth);
    }

    private BeadLattice lattice(Lexicon lexicon, ShapePrior shapes, Band band, double noise) {
      LexicalEvidence evidence = new LexicalEvidence(source, target, lexicon, band, noise);
      LexicalScorer scorer = new LexicalScorer(source, target, lengths, shapes, evidence, settings);
      return new BeadLattice(band, source.size, target.size, BeadShape.ALL.size(), scorer);
    }
  }
}
