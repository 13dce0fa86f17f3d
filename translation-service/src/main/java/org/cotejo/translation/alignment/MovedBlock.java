package org.cotejo.translation.alignment;

import java.util.ArrayList;
import java.util.List;

/**
 * Aligns a passage with its translation at another place.
 *
 * <p>Beads score as on the way, without its boundaries; of the words of a right bead more may stay
 * unexplained, because the lexicon was learned while the passage stood beside something else.
 */
final class MovedBlock {
  private static final double NOISE = .1;

  /**
   * Share of its cost that a segment beside the passage pays where it stays without counterpart.
   */
  private static final double BESIDE = .3;

  private static final double LENGTH_SCALE = .75;
  private static final double CHARACTERS_PER_WORD = 5;
  private static final double GREATEST_WORDS = 40;

  private final EncodedText source;
  private final EncodedText target;
  private final LengthModel lengths;
  private final Learned learned;
  private final AlignmentSettings settings;

  MovedBlock(
      EncodedText source,
      EncodedText target,
      LengthModel lengths,
      Learned learned,
      AlignmentSettings settings) {
    this.source = source;
    this.target = target;
    this.lengths = lengths;
    this.learned = learned;
    this.settings = settings;
  }

  /** The linked beads of a block, with the probability that it was moved in their confidence. */
  List<Bead> beads(MovedPassages.Block block) {
    EncodedText one = source.slice(block.reach().sourceStart(), block.reach().sourceEnd());
    EncodedText other = target.slice(block.reach().targetStart(), block.reach().targetEnd());
    FixedFrame frame = new FixedFrame(FixedLinks.NONE, List.of(), one.size, other.size);
    Band band = Band.aroundDiagonal(one, other, other.size, frame);
    LexicalEvidence evidence =
        new LexicalEvidence(one, other, learned.lexicon(), band).withNoise(NOISE);
    BeadLattice lattice =
        new BeadLattice(
            band,
            one.size,
            other.size,
            BeadShape.LINKED.size(),
            frame,
            new Scorer(one, other, evidence, block));
    double moved = 1 / (1 + Math.exp(-block.gain() / 4));
    List<Bead> beads = new ArrayList<>();
    for (Bead bead : lattice.mostReliable(settings.temperature(), 0)) {
      if (bead.linked()) {
        beads.add(
            new Bead(
                bead.sourceStart() + block.reach().sourceStart(),
                bead.sourceCount(),
                bead.targetStart() + block.reach().targetStart(),
                bead.targetCount(),
                bead.confidence() * moved));
      }
    }
    return beads;
  }

  /** The most segments of one side that beads hold together. */
  static int width(List<Bead> beads) {
    return Math.max(
        beads.stream().mapToInt(Bead::sourceCount).sum(),
        beads.stream().mapToInt(Bead::targetCount).sum());
  }

  private final class Scorer implements BeadScorer {
    private final EncodedText one;
    private final EncodedText other;
    private final LexicalEvidence evidence;
    private final MovedPassages.Block block;

    Scorer(
        EncodedText one, EncodedText other, LexicalEvidence evidence, MovedPassages.Block block) {
      this.block = block;
      this.one = one;
      this.other = other;
      this.evidence = evidence;
    }

    @Override
    public void startRow(int sourceEnd) {
      evidence.startRow(sourceEnd);
    }

    @Override
    public void linked(int sourceEnd, int shape, int first, int last, double[] scores) {
      BeadShape form = BeadShape.LINKED.get(shape);
      int u = sourceEnd - form.source();
      evidence.of(sourceEnd, form, first, last, scores);
      for (int j = first; j <= last; j++) {
        int v = j - form.target();
        scores[j - first] =
            learned.shapes().linked(shape)
                - LENGTH_SCALE
                    * settings.lengthWeight()
                    * lengths.deviation(one.length(u, sourceEnd), other.length(v, j))
                + settings.evidenceWeight() * scores[j - first]
                - settings.seamCost() * (one.seams(u, sourceEnd) + other.seams(v, j));
      }
    }

    @Override
    public double sourceAlone(int segment) {
      int at = segment + block.reach().sourceStart();
      boolean core = at >= block.core().sourceStart() && at < block.core().sourceEnd();
      return alone(core, lengths.commonLength(one.length(segment, segment + 1), 0));
    }

    @Override
    public double targetAlone(int segment) {
      int at = segment + block.reach().targetStart();
      boolean core = at >= block.core().targetStart() && at < block.core().targetEnd();
      return alone(core, lengths.commonLength(0, other.length(segment, segment + 1)));
    }

    private double alone(boolean core, double length) {
      return (core ? 1 : BESIDE)
          * (-settings.runCost()
              - settings.deletionCost() * Math.min(length / CHARACTERS_PER_WORD, GREATEST_WORDS));
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
}
