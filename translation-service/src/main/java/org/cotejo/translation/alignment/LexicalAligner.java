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
 *   <li>What it leaves over on both sides is joined where it was moved ({@link MovedPassages}).
 * </ol>
 */
public final class LexicalAligner implements Aligner {
  private static final int LEAST_GUIDE_HALF_WIDTH = 60;
  private static final int GREATEST_GUIDE_HALF_WIDTH = 1500;
  private static final double GUIDE_SHARE = .08;
  private static final int FIRST_HALF_WIDTH = 40;
  private static final int SECOND_HALF_WIDTH = 20;
  private static final int LAST_HALF_WIDTH = 10;

  private static final double POOR_COVERAGE = .15;
  private static final double GOOD_COVERAGE = .4;

  private final AlignmentSettings settings;
  private final Runnable step;

  public LexicalAligner(AlignmentSettings settings) {
    this(settings, () -> {});
  }

  /**
   * The same.
   *
   * @param step is run, by the thread that aligns, after each pass over the texts
   */
  public LexicalAligner(AlignmentSettings settings, Runnable step) {
    this.settings = settings;
    this.step = step;
  }

  @Override
  public String name() {
    return "lexical";
  }

  @Override
  public Alignment align(
      List<Passage> sourcePassages,
      List<Passage> targetPassages,
      PriorLexicon known,
      FixedLinks fixed) {
    EncodedText source = EncodedText.of(sourcePassages);
    EncodedText target = EncodedText.of(targetPassages);
    if (source.size == 0 || target.size == 0) {
      FixedFrame frame = new FixedFrame(fixed, List.of(), source.size, target.size);
      return new Alignment(frame.restored(Alignment.unlinked(source.size, target.size).beads()));
    }
    return new Alignment(new Run(source, target, settings, known, fixed, step).beads());
  }

  /** One alignment in the making. */
  private static final class Run {
    private final EncodedText source;
    private final EncodedText target;
    private final AlignmentSettings settings;
    private final FixedLinks fixed;
    private FixedFrame frame;
    private final LengthModel lengths;
    private final LexiconLearner learner;
    private final Runnable step;

    Run(
        EncodedText source,
        EncodedText target,
        AlignmentSettings settings,
        PriorLexicon known,
        FixedLinks fixed,
        Runnable step) {
      this.step = step;
      this.fixed = fixed;
      frame = new FixedFrame(fixed, List.of(), source.size, target.size);
      this.source = source;
      this.target = target;
      this.settings = settings;
      lengths = new LengthModel(source, target);
      learner = new LexiconLearner(source, target, known, settings.priorWeight());
    }

    List<Bead> beads() {
      Lexicon lexicon = learner.initial();
      step.run();
      List<Bead> beads = guide(lexicon);
      step.run();
      ShapePrior shapes = ShapePrior.initial();
      BoundaryModel boundaries = BoundaryModel.initial(source, target);
      BeadLattice lattice =
          lattice(
              evidence(lexicon, around(beads, FIRST_HALF_WIDTH)).withNoise(settings.firstNoise()),
              shapes,
              boundaries,
              around(beads, FIRST_HALF_WIDTH),
              settings.firstDeletionCost());
      beads = lattice.mostReliable(settings.temperature(), 0);
      step.run();
      Learned learned = new Learned(lexicon, shapes, boundaries, settings.firstNoise());
      for (int round = 0; round < settings.rounds(); round++) {
        List<Bead> whole = frame.restored(beads);
        shapes = ShapePrior.estimated(whole);
        boundaries = BoundaryModel.estimated(source, target, whole);
        lexicon = learner.learn(lexicon, whole);
        step.run();
        int halfWidth = round == 0 ? SECOND_HALF_WIDTH : LAST_HALF_WIDTH;
        Band band = around(beads, halfWidth);
        LexicalEvidence evidence = evidence(lexicon, band);
        step.run();
        double noise = noise(evidence.coverage(beads));
        lattice =
            lattice(evidence.withNoise(noise), shapes, boundaries, band, settings.deletionCost());
        beads = lattice.mostReliable(settings.temperature(), settings.linkBias());
        step.run();
        learned = new Learned(lexicon, shapes, boundaries, noise);
      }
      // Before the frame is asked: it changes where passages were moved.
      List<Bead> whole = aroundMoved(beads, learned);
      return frame.restored(whole.stream().map(Calibration::applied).toList());
    }

    /** The way once more, around passages that the translation has elsewhere. */
    private List<Bead> aroundMoved(List<Bead> way, Learned learned) {
      boolean[] free = new boolean[way.size()];
      for (int at = 0; at < free.length; at++) {
        Bead bead = way.get(at);
        free[at] =
            !frame.isPassage(
                bead.sourceStart(), bead.targetStart(), bead.sourceEnd(), bead.targetEnd());
      }
      RareWords words = new RareWords(source, target, learned.lexicon());
      MovedBlock blocks = new MovedBlock(source, target, lengths, learned, settings);
      List<Bead> moved =
          new MovedPassages(source, target, words, settings)
              .find(way, free).stream().flatMap(block -> blocks.beads(block).stream()).toList();
      if (moved.isEmpty()) {
        return way;
      }
      frame = new FixedFrame(fixed, moved, source.size, target.size);
      Band band =
          Band.around(
              way, source.size, target.size, LAST_HALF_WIDTH + MovedBlock.width(moved), frame);
      LexicalEvidence evidence = evidence(learned.lexicon(), band).withNoise(learned.noise());
      return lattice(
              evidence, learned.shapes(), learned.boundaries(), band, settings.deletionCost())
          .mostReliable(settings.temperature(), settings.linkBias());
    }

    private List<Bead> guide(Lexicon lexicon) {
      int halfWidth =
          Math.clamp(
              (int) (target.size * GUIDE_SHARE), LEAST_GUIDE_HALF_WIDTH, GREATEST_GUIDE_HALF_WIDTH);
      Band band = Band.aroundDiagonal(source, target, halfWidth, frame);
      GuideScorer scorer = new GuideScorer(source, target, lengths, lexicon, band);
      return new BeadLattice(band, source.size, target.size, BeadShape.PLAIN_COUNT, frame, scorer)
          .best();
    }

    private Band around(List<Bead> beads, int halfWidth) {
      return Band.around(beads, source.size, target.size, halfWidth, frame);
    }

    private LexicalEvidence evidence(Lexicon lexicon, Band band) {
      return new LexicalEvidence(source, target, lexicon, band);
    }

    private BeadLattice lattice(
        LexicalEvidence evidence,
        ShapePrior shapes,
        BoundaryModel boundaries,
        Band band,
        double deletionCost) {
      LexicalScorer scorer =
          new LexicalScorer(
              source, target, lengths, shapes, boundaries, evidence, settings, deletionCost);
      return new BeadLattice(
          band, source.size, target.size, BeadShape.LINKED.size(), frame, scorer);
    }

    /**
     * How much may stay unexplained in a right bead, on a logarithmic scale between the two
     * settings by how much the lexicon explains: a short text teaches few words, and silence of the
     * lexicon must not count against its beads.
     */
    private double noise(double coverage) {
      double known =
          Math.clamp((coverage - POOR_COVERAGE) / (GOOD_COVERAGE - POOR_COVERAGE), 0.0, 1.0);
      return Math.exp(
          known * Math.log(settings.noise()) + (1 - known) * Math.log(settings.firstNoise()));
    }
  }
}
