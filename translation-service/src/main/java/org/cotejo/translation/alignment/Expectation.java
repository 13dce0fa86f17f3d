package org.cotejo.translation.alignment;

import java.util.Arrays;
import java.util.List;

/**
 * The expectation step of {@link LexiconLearner}: how often each pair of words stands for each
 * other in the linked beads of an alignment, as a lexicon would have it.
 *
 * <p>The count of a pair in a bead is the geometric mean of its two posteriors, each shared with
 * the empty word, times the confidence of the bead. Words are taken family by family, and a family
 * at all its places at once: its translations are laid out over the target families one time, and
 * its counts are summed up in one row.
 */
final class Expectation {
  private static final double FIRST_FLOOR = .01;
  private static final double NULL_WEIGHT = 2;
  private static final double LEAST_NULL = 1e-9;
  private static final double LEAST_FIRST_COUNT = .002;
  private static final double LEAST_COUNT = .01;
  private static final int GREATEST_BEAD_AREA = 6;
  private static final int GREATEST_TOKENS = 150;

  private final EncodedText source;
  private final EncodedText target;

  /** The places of source family s are {@code firstPlace[s]..firstPlace[s + 1]}. */
  private final int[] firstPlace;

  /** For each place the target tokens of its bead, end exclusive, and the bead's confidence. */
  private final int[] from;

  private final int[] to;
  private final double[] confidence;

  /**
   * For each place, one after the other, the target tokens that may stand for its word; those of a
   * place end at {@code lastOption[place]} (exclusive).
   */
  private int[] options = new int[1024];

  private final int[] lastOption;

  /** p(t|s) and p(s|t) of the family in hand for each target family, and their geometric mean. */
  private final float[] forward;

  private final float[] backward;
  private final double[] mean;

  /**
   * For each target token one by the root of what p(t|s) sums up to in its bead; for each place
   * that of p(s|t).
   */
  private final double[] forwardShare;

  private final double[] backwardShare;

  Expectation(EncodedText source, EncodedText target, List<Bead> beads) {
    this.source = source;
    this.target = target;
    List<Bead> usable = beads.stream().filter(this::isUsable).toList();
    firstPlace = firstPlaces(usable);
    int places = firstPlace[firstPlace.length - 1];
    from = new int[places];
    to = new int[places];
    confidence = new double[places];
    setPlaces(usable);
    forward = new float[target.vocabulary.size()];
    backward = new float[forward.length];
    mean = new double[forward.length];
    forwardShare = new double[target.tokens.length];
    backwardShare = new double[places];
    lastOption = new int[places];
  }

  private boolean isUsable(Bead bead) {
    int sources = source.tokenCount(bead.sourceStart(), bead.sourceEnd());
    int targets = target.tokenCount(bead.targetStart(), bead.targetEnd());
    return sources > 0
        && targets > 0
        && sources <= GREATEST_TOKENS
        && targets <= GREATEST_TOKENS
        && bead.sourceCount() * bead.targetCount() <= GREATEST_BEAD_AREA;
  }

  private int[] firstPlaces(List<Bead> beads) {
    int[] first = new int[source.vocabulary.size() + 1];
    for (Bead bead : beads) {
      int end = source.firstToken[bead.sourceEnd()];
      for (int at = source.firstToken[bead.sourceStart()]; at < end; at++) {
        first[source.tokens[at] + 1]++;
      }
    }
    for (int s = 1; s < first.length; s++) {
      first[s] += first[s - 1];
    }
    return first;
  }

  private void setPlaces(List<Bead> beads) {
    int[] next = firstPlace.clone();
    for (Bead bead : beads) {
      int end = source.firstToken[bead.sourceEnd()];
      for (int at = source.firstToken[bead.sourceStart()]; at < end; at++) {
        int place = next[source.tokens[at]]++;
        from[place] = target.firstToken[bead.targetStart()];
        to[place] = target.firstToken[bead.targetEnd()];
        confidence[place] = bead.confidence();
      }
    }
  }

  /** Counts by a lexicon that knows little: any two words of a bead may stand for each other. */
  PairCounts first(Lexicon lexicon) {
    return counts(lexicon, (float) FIRST_FLOOR, LEAST_FIRST_COUNT);
  }

  /** Counts of pairs that a lexicon knows. */
  PairCounts next(Lexicon lexicon) {
    return counts(lexicon, 0, LEAST_COUNT);
  }

  /**
   * Counts by a lexicon.
   *
   * @param floor added to every probability
   * @param least a pair that counts less in a bead does not count there
   */
  private PairCounts counts(Lexicon lexicon, float floor, double least) {
    Arrays.fill(forward, floor);
    Arrays.fill(backward, floor);
    Arrays.fill(mean, floor);
    sumUp(lexicon, floor);
    int families = source.vocabulary.size();
    PairCounts.Rows rows = new PairCounts.Rows(families, mean.length, lexicon.size());
    int option = 0;
    for (int family = 0; family < families; family++) {
      lay(lexicon, family, floor);
      for (int place = firstPlace[family]; place < firstPlace[family + 1]; place++) {
        for (; option < lastOption[place]; option++) {
          int at = options[option];
          int word = target.tokens[at];
          double agreed = mean[word] * forwardShare[at] * backwardShare[place];
          if (agreed > least) {
            rows.add(word, confidence[place] * agreed);
          }
        }
      }
      clear(lexicon, family, floor);
      rows.end();
    }
    return rows.counts();
  }

  /** Finds the options and both shares. */
  private void sumUp(Lexicon lexicon, float floor) {
    for (int at = 0; at < forwardShare.length; at++) {
      forwardShare[at] = target.frequency[target.tokens[at]] * NULL_WEIGHT + LEAST_NULL;
    }
    int found = 0;
    for (int family = 0; family < source.vocabulary.size(); family++) {
      lay(lexicon, family, floor);
      for (int place = firstPlace[family]; place < firstPlace[family + 1]; place++) {
        double sum = source.frequency[family] * NULL_WEIGHT + LEAST_NULL;
        makeRoom(found + to[place] - from[place]);
        for (int at = from[place]; at < to[place]; at++) {
          float probability = forward[target.tokens[at]];
          if (probability > 0) {
            forwardShare[at] += probability;
            sum += backward[target.tokens[at]];
            options[found++] = at;
          }
        }
        lastOption[place] = found;
        backwardShare[place] = 1 / Math.sqrt(sum);
      }
      clear(lexicon, family, floor);
    }
    for (int at = 0; at < forwardShare.length; at++) {
      forwardShare[at] = 1 / Math.sqrt(forwardShare[at]);
    }
  }

  private void makeRoom(int count) {
    if (options.length < count) {
      options = Arrays.copyOf(options, count + count / 2);
    }
  }

  /** Lays a source family's translations out over the target families. */
  private void lay(Lexicon lexicon, int family, float floor) {
    for (int k = lexicon.forwardStart[family]; k < lexicon.forwardStart[family + 1]; k++) {
      int word = lexicon.forwardWord[k];
      forward[word] = lexicon.forwardProbability[k] + floor;
      backward[word] = lexicon.forwardReverse[k] + floor;
      mean[word] = Math.sqrt((double) forward[word] * backward[word]);
    }
  }

  private void clear(Lexicon lexicon, int family, float floor) {
    for (int k = lexicon.forwardStart[family]; k < lexicon.forwardStart[family + 1]; k++) {
      int word = lexicon.forwardWord[k];
      forward[word] = floor;
      backward[word] = floor;
      mean[word] = floor;
    }
  }
}
