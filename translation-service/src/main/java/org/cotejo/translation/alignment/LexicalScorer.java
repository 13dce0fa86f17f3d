package org.cotejo.translation.alignment;

/** Scores beads by shape, length, words and paragraphs together. */
final class LexicalScorer implements BeadScorer {
  private static final double CHARACTERS_PER_WORD = 5;
  private static final double GREATEST_WORDS = 40;
  // Gale-Church deviations count less where words speak too.
  private static final double LENGTH_SCALE = .75;

  private final EncodedText source;
  private final EncodedText target;
  private final LengthModel lengths;
  private final ShapePrior shapes;
  private final BoundaryModel boundaries;
  private final LexicalEvidence evidence;
  private final AlignmentSettings settings;
  private final double deletionCost;

  LexicalScorer(
      EncodedText source,
      EncodedText target,
      LengthModel lengths,
      ShapePrior shapes,
      BoundaryModel boundaries,
      LexicalEvidence evidence,
      AlignmentSettings settings,
      double deletionCost) {
    this.source = source;
    this.target = target;
    this.lengths = lengths;
    this.shapes = shapes;
    this.boundaries = boundaries;
    this.evidence = evidence;
    this.settings = settings;
    this.deletionCost = deletionCost;
  }

  @Override
  public void startRow(int sourceEnd) {
    evidence.startRow(sourceEnd);
  }

  @Override
  public void linked(int sourceEnd, int shape, int first, int last, double[] scores) {
    BeadShape form = BeadShape.LINKED.get(shape);
    int u = sourceEnd - form.source();
    double prior = shapes.linked(shape);
    double sourceLength = source.length(u, sourceEnd);
    double lengthWeight = LENGTH_SCALE * settings.lengthWeight();
    double evidenceWeight = settings.evidenceWeight();
    double boundaryWeight = settings.boundaryWeight();
    double seamCost = settings.seamCost();
    int sourceSeams = source.seams(u, sourceEnd);
    evidence.of(sourceEnd, form, first, last, scores);
    for (int j = first; j <= last; j++) {
      int v = j - form.target();
      scores[j - first] =
          prior
              - lengthWeight * lengths.deviation(sourceLength, target.length(v, j))
              + evidenceWeight * scores[j - first]
              + boundaryWeight * boundaries.of(u, sourceEnd, v, j)
              + paragraphs(u, v)
              - seamCost * (sourceSeams + target.seams(v, j));
    }
  }

  @Override
  public double sourceAlone(int segment) {
    return alone(lengths.commonLength(source.length(segment, segment + 1), 0));
  }

  @Override
  public double targetAlone(int segment) {
    return alone(lengths.commonLength(0, target.length(segment, segment + 1)));
  }

  private double alone(double length) {
    return -settings.runCost()
        - deletionCost * Math.min(length / CHARACTERS_PER_WORD, GREATEST_WORDS);
  }

  @Override
  public double sourceOpening() {
    return Math.min(0, shapes.sourceAlone() + settings.runCost());
  }

  @Override
  public double targetOpening() {
    return Math.min(0, shapes.targetAlone() + settings.runCost());
  }

  private double paragraphs(int u, int v) {
    boolean one = source.opensParagraph[u];
    boolean other = target.opensParagraph[v];
    if (one && other) {
      return settings.paragraphWeight();
    }
    return one == other ? 0 : -settings.paragraphWeight() / 2;
  }
}
