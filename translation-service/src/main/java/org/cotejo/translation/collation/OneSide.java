package org.cotejo.translation.collation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How much a sentence of one side looks as if the other side had nothing for it: the logistic
 * models of {@link Gaps}, in logits.
 */
final class OneSide {
  private static final int LEAST_WORDS = 4;
  private static final double VARIANCE = 6.8;
  private static final double MOST_DEVIATION = 6;
  private static final double MOST_EVIDENCE = 8;
  private static final double MOST_ROOM = 3;
  private static final double LEAST_LENGTH = 8;
  private static final double LEAST_DOUBT = .01;
  // What both sides have left over at one place is likely to be a free translation; the tuning sets
  // have too little of it to fit this.
  private static final double BOTH_LEFT = 2;

  private final Counterparts words;
  private final boolean ofSource;
  private final Side own;
  private final Side other;
  private final List<Couple> couples;
  private final int[] linkOf;
  private final Set<Integer> linkedOthers = new HashSet<>();
  private final double ratio;

  OneSide(Comparison comparison, Counterparts words, boolean ofSource) {
    this.words = words;
    this.ofSource = ofSource;
    own = ofSource ? comparison.source() : comparison.target();
    other = ofSource ? comparison.target() : comparison.source();
    couples = new ArrayList<>(comparison.couples());
    couples.sort(Comparator.comparingInt(couple -> mine(couple).first()));
    linkOf = new int[own.segments().size()];
    Arrays.fill(linkOf, -1);
    double mine = 1;
    double theirs = 1;
    for (int k = 0; k < couples.size(); k++) {
      Couple couple = couples.get(k);
      Arrays.fill(linkOf, mine(couple).first(), mine(couple).end(), k);
      IntStream.range(theirs(couple).first(), theirs(couple).end()).forEach(linkedOthers::add);
      mine += length(mine(couple));
      theirs += length(theirs(couple));
    }
    ratio = theirs / mine;
  }

  /** How many segments the side has. */
  int size() {
    return linkOf.length;
  }

  /** The link of a segment. */
  Optional<Couple> link(int segment) {
    return linkOf[segment] < 0 ? Optional.empty() : Optional.of(couples.get(linkOf[segment]));
  }

  /** Whether a segment inside a link is long enough to be missed. */
  boolean callsForCounterpart(int segment) {
    String text = own.textOf(segment);
    return !LinkRules.isFurniture(text) && text.strip().split("\\s+").length >= LEAST_WORDS;
  }

  private Stretch mine(Couple couple) {
    return ofSource ? couple.source() : couple.target();
  }

  private Stretch theirs(Couple couple) {
    return ofSource ? couple.target() : couple.source();
  }

  /** How likely it is that a segment without link has no counterpart; a logit. */
  double unlinked(int segment) {
    Beside beside = new Beside(segment);
    double others = beside.leftOver(other, linkedOthers, beside.otherFrom, beside.otherTo);
    double room =
        Math.log(
            (others + LEAST_LENGTH)
                / (beside.leftOver(own, Set.of(), beside.from, beside.to) * ratio + LEAST_LENGTH));
    return -.86
        - (others > 0 ? BOTH_LEFT : 0)
        - 1.17 * bounded(room, MOST_ROOM)
        - .45 * beside.words()
        - .39 * beside.fit()
        + .23 * beside.logLength();
  }

  /** The same of a segment inside a link. */
  double linked(int segment, Couple couple) {
    Beside beside = new Beside(segment);
    double inside =
        bounded(words.ofSegment(segment, mine(couple), theirs(couple), ofSource), MOST_EVIDENCE);
    double several = theirs(couple).size() > 1 ? 1 : 0;
    if (mine(couple).size() == 1) {
      return -1.63
          - .42 * inside
          - .12 * beside.words()
          - .35 * beside.fit()
          - .23 * beside.logLength()
          + .98 * several
          - .92 * logit(couple.confidence());
    }
    double fit = fit(length(mine(couple)), length(own, segment), ratio, length(theirs(couple)));
    return .18
        - .53 * inside
        - .68 * fit
        - .2 * beside.words()
        - .15 * beside.fit()
        - .28 * beside.logLength()
        + .64 * several
        - .16 * logit(couple.confidence());
  }

  private static double length(Stretch stretch) {
    return stretch.stop() - stretch.start();
  }

  private static double length(Side side, int segment) {
    return side.segments().get(segment).end() - side.segments().get(segment).start();
  }

  /** What stands about a segment: the links before and after, and what is between them. */
  private final class Beside {
    // What lies between two links is looked at no further than this.
    private static final int MOST_SEGMENTS = 30;

    private final int segment;
    private final List<Couple> neighbours = new ArrayList<>();
    private final int from;
    private final int to;
    private final int otherFrom;
    private final int otherTo;

    Beside(int segment) {
      this.segment = segment;
      int before = segment - 1;
      int after = segment + 1;
      int link = linkOf[segment];
      while (before >= 0 && (linkOf[before] < 0 || linkOf[before] == link)) {
        before--;
      }
      while (after < linkOf.length && (linkOf[after] < 0 || linkOf[after] == link)) {
        after++;
      }
      from = before + 1;
      to = after;
      int first = 0;
      int last = other.segments().size();
      if (before >= 0) {
        neighbours.add(couples.get(linkOf[before]));
        first = theirs(neighbours.getLast()).end();
      }
      if (after < linkOf.length) {
        neighbours.add(couples.get(linkOf[after]));
        last = theirs(neighbours.getLast()).first();
      }
      otherFrom = first;
      otherTo = last - first < MOST_SEGMENTS ? Math.max(first, last) : first;
    }

    /** The length of what has no link. */
    double leftOver(Side side, Set<Integer> linked, int start, int end) {
      return IntStream.range(start, end)
          .filter(k -> !linked.contains(k))
          .mapToDouble(k -> length(side, k))
          .sum();
    }

    /** The best evidence that a link beside it has words for the segment. */
    double words() {
      return neighbours.stream()
          .mapToDouble(
              couple ->
                  bounded(
                      words.beside(segment, mine(couple), theirs(couple), ofSource), MOST_EVIDENCE))
          .max()
          .orElse(0);
    }

    /** How much better the lengths fit with it, those of the links beside it taken together. */
    double fit() {
      double ours = leftOver(own, Set.of(), from, to);
      double others = leftOver(other, Set.of(), otherFrom, otherTo);
      for (Couple couple : neighbours) {
        ours += length(mine(couple));
        others += length(theirs(couple));
      }
      return OneSide.fit(ours, length(own, segment), ratio, others);
    }

    double logLength() {
      return Math.log(length(own, segment) + 1);
    }
  }

  /** How much better the lengths fit with a part than without it; a logarithm. */
  private static double fit(double whole, double part, double factor, double actual) {
    double with = deviation(whole * factor, actual);
    double without = deviation((whole - part) * factor, actual);
    return bounded((without * without - with * with) / 2, MOST_EVIDENCE);
  }

  private static double deviation(double expected, double actual) {
    return bounded(
        (actual - expected) / Math.sqrt(VARIANCE * Math.max(1, (expected + actual) / 2)),
        MOST_DEVIATION);
  }

  private static double bounded(double value, double most) {
    return Math.clamp(value, -most, most);
  }

  private static double logit(double confidence) {
    return Math.log(Math.max(confidence, LEAST_DOUBT) / Math.max(1 - confidence, LEAST_DOUBT));
  }
}
