package org.cotejo.translation.alignment;

import java.util.List;

/**
 * Aligns by length in characters alone: Gale and Church (1993), the yardstick of the bench.
 *
 * <p>Shapes and their probabilities are those of the paper's table 5; the tail probability of the
 * normal distribution stands for the fit of lengths, as there.
 */
public final class LengthAligner implements Aligner {
  private static final int LEAST_HALF_WIDTH = 60;
  private static final double BAND_SHARE = .08;
  private static final int PAPER_SHAPES = 4;
  private static final double[] PAPER_PRIOR = {.89, .089 / 2, .089 / 2, .011};
  private static final double PAPER_ALONE = .0099 / 2;
  private static final double VARIANCE = 6.8;

  @Override
  public String name() {
    return "length";
  }

  @Override
  public Alignment align(
      List<Passage> sourcePassages,
      List<Passage> targetPassages,
      PriorLexicon known,
      FixedLinks fixed) {
    EncodedText source = EncodedText.of(sourcePassages);
    EncodedText target = EncodedText.of(targetPassages);
    FixedFrame frame = new FixedFrame(fixed, List.of(), source.size, target.size);
    if (source.size == 0 || target.size == 0) {
      return new Alignment(frame.restored(Alignment.unlinked(source.size, target.size).beads()));
    }
    int halfWidth = Math.max(LEAST_HALF_WIDTH, (int) (target.size * BAND_SHARE));
    Band band = Band.aroundDiagonal(source, target, halfWidth, frame);
    BeadScorer scorer = new PaperScorer(source, target, target.length() / source.length());
    BeadLattice lattice =
        new BeadLattice(band, source.size, target.size, PAPER_SHAPES, frame, scorer);
    return new Alignment(frame.restored(lattice.mostReliable(1, 0)));
  }

  /** The scores of the paper. */
  private record PaperScorer(EncodedText source, EncodedText target, double ratio)
      implements BeadScorer {

    @Override
    public void linked(int sourceEnd, int shape, int first, int last, double[] scores) {
      BeadShape form = BeadShape.LINKED.get(shape);
      double prior = Math.log(PAPER_PRIOR[shape]);
      double sourceLength = source.length(sourceEnd - form.source(), sourceEnd);
      for (int j = first; j <= last; j++) {
        scores[j - first] =
            prior + logFit(sourceLength, target.length(j - form.target(), j), ratio);
      }
    }

    @Override
    public double sourceAlone(int segment) {
      return Math.log(PAPER_ALONE) + logFit(source.length(segment, segment + 1), 0, ratio);
    }

    @Override
    public double targetAlone(int segment) {
      return Math.log(PAPER_ALONE) + logFit(0, target.length(segment, segment + 1), ratio);
    }

    @Override
    public double sourceOpening() {
      return 0;
    }

    @Override
    public double targetOpening() {
      return 0;
    }
  }

  private static double logFit(double sourceLength, double targetLength, double ratio) {
    double mean = (sourceLength + targetLength / ratio) / 2;
    double delta =
        Math.abs(targetLength - sourceLength * ratio) / Math.sqrt(VARIANCE * Math.max(mean, 1));
    return Math.log(Math.max(upperTail(delta) * 2, 1e-12));
  }

  /**
   * P(Z > z) of the standard normal for z >= 0; Abramowitz and Stegun 26.2.17, error below 1e-7.
   */
  private static double upperTail(double z) {
    double t = 1 / (1 + .2316419 * z);
    double series =
        t
            * (.319381530
                + t * (-.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * series;
  }
}
