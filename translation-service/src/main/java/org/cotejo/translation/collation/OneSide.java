package org.cotejo.translation.collation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What speaks for and against counterparts of the sentences of one side. */
final class OneSide {
  private static final int LEAST_WORDS = 4;
  private static final double SURE = .8;
  private static final double MOST_EVIDENCE = 8;
  // What both sides have left over at one place is a free translation, from this share of the
  // expected length on.
  private static final double FREE = .4;
  private static final double LEAST_DOUBT = .01;
  // The aligner's confidence is cautious: it halves what it knows.
  private static final double BELIEF = 2;
  private static final int AROUND = 3;
  private static final int MOST_AROUND = 24;
  private static final double MOST_AROUND_EVIDENCE = 20;

  private final Counterparts words;
  private final boolean ofSource;
  private final Side own;
  private final Side other;
  private final List<Couple> couples;
  private final int[] linkOf;
  private final Set<Integer> linkedOthers = new HashSet<>();
  private final Lengths lengths;
  private final LocalWays ways;

  OneSide(Comparison comparison, Counterparts words, boolean ofSource) {
    this.words = words;
    this.ofSource = ofSource;
    own = ofSource ? comparison.source() : comparison.target();
    other = ofSource ? comparison.target() : comparison.source();
    couples = new ArrayList<>(comparison.couples());
    couples.sort(Comparator.comparingInt(couple -> mine(couple).first()));
    linkOf = new int[own.segments().size()];
    Arrays.fill(linkOf, -1);
    double mine = 0;
    double theirs = 0;
    for (int k = 0; k < couples.size(); k++) {
      Couple couple = couples.get(k);
      Arrays.fill(linkOf, mine(couple).first(), mine(couple).end(), k);
      IntStream.range(theirs(couple).first(), theirs(couple).end()).forEach(linkedOthers::add);
      mine += length(mine(couple));
      theirs += length(theirs(couple));
    }
    lengths = new Lengths(mine, theirs);
    for (Couple couple : couples) {
      if (couple.confidence() >= SURE) {
        lengths.learn(length(mine(couple)), length(theirs(couple)));
      }
    }
    ways = new LocalWays(words, lengths, own, other, ofSource);
    for (Couple couple : couples) {
      ways.believe(mine(couple), theirs(couple), BELIEF * logit(couple.confidence()));
    }
  }

  /**
   * What is seen of each sentence that may lack a counterpart, in order.
   *
   * @param passedOver links that are not looked into
   * @param unlinked segments without link that call for a counterpart
   */
  List<GapLook> looks(Set<Couple> passedOver, Set<Integer> unlinked) {
    return IntStream.range(0, linkOf.length)
        .mapToObj(segment -> look(segment, passedOver, unlinked))
        .flatMap(Optional::stream)
        .toList();
  }

  /** What is seen of one sentence; nothing of those that may lack a counterpart. */
  Optional<GapLook> look(int segment, Set<Couple> passedOver, Set<Integer> unlinked) {
    if (linkOf[segment] < 0) {
      return unlinked.contains(segment) && isAlone(segment)
          ? Optional.of(new GapLook(segment, GapKind.UNLINKED, unlinked(segment)))
          : Optional.empty();
    }
    Couple link = couples.get(linkOf[segment]);
    if (passedOver.contains(link) || !callsForCounterpart(segment)) {
      return Optional.empty();
    }
    return Optional.of(
        mine(link).size() > 1
            ? new GapLook(segment, GapKind.SHARED, shared(segment, link))
            : new GapLook(segment, GapKind.ALONE, alone(segment, link)));
  }

  /** Whether a segment inside a link is long enough to be missed. */
  private boolean callsForCounterpart(int segment) {
    String text = own.textOf(segment);
    return !LinkRules.isFurniture(text) && text.strip().split("\\s+").length >= LEAST_WORDS;
  }

  private Stretch mine(Couple couple) {
    return ofSource ? couple.source() : couple.target();
  }

  private Stretch theirs(Couple couple) {
    return ofSource ? couple.target() : couple.source();
  }

  /** Whether what the other side has left at a place is too little for what stands there. */
  private boolean isAlone(int segment) {
    Beside beside = new Beside(segment);
    double others = beside.leftOver(other, linkedOthers, beside.otherFrom, beside.otherTo);
    double ours = beside.leftOver(own, Set.of(), beside.from, beside.to);
    return others < FREE * lengths.expected(ours);
  }

  private List<Double> unlinked(int segment) {
    Beside beside = new Beside(segment);
    return List.of(1.0, beside.words(), beside.fit(), beside.logLength(), way(segment));
  }

  private List<Double> shared(int segment, Couple couple) {
    String rest =
        IntStream.range(mine(couple).first(), mine(couple).end())
            .filter(k -> k != segment)
            .mapToObj(own::textOf)
            .collect(Collectors.joining(" "));
    Counterparts.Match match = words.ofSegment(segment, mine(couple), theirs(couple), ofSource);
    Beside beside = new Beside(segment);
    return List.of(
        1.0,
        bounded(match.words(), MOST_EVIDENCE),
        bounded(match.gain(), MOST_EVIDENCE),
        lengths.fit(length(mine(couple)), length(own, segment), length(theirs(couple))),
        Marks.without(own.textOf(segment), rest, theirs(couple).text()),
        bounded(beside.words() - Math.max(0, match.words()), MOST_EVIDENCE),
        beside.fit(),
        beside.logLength(),
        theirs(couple).size() > 1 ? 1.0 : 0.0,
        logit(couple.confidence()),
        way(segment));
  }

  private List<Double> alone(int segment, Couple couple) {
    Counterparts.Match match = words.ofSegment(segment, mine(couple), theirs(couple), ofSource);
    Beside beside = new Beside(segment);
    return List.of(
        1.0,
        bounded(match.words(), MOST_EVIDENCE),
        bounded(match.gain(), MOST_EVIDENCE),
        Marks.without(own.textOf(segment), "", theirs(couple).text()),
        beside.words(),
        beside.fit(),
        beside.logLength(),
        theirs(couple).size() > 1 ? 1.0 : 0.0,
        logit(couple.confidence()),
        way(segment));
  }

  /** How much better the passage about a segment is aligned without it. */
  private double way(int segment) {
    LocalWays.Window window = window(segment);
    if (window.to() - window.from() > MOST_AROUND
        || window.otherTo() - window.otherFrom() > MOST_AROUND) {
      return 0;
    }
    return bounded(ways.without(segment, window), MOST_AROUND_EVIDENCE);
  }

  /** The links about a segment and what stands between them. */
  private LocalWays.Window window(int segment) {
    int before = segment;
    while (before >= 0 && linkOf[before] < 0) {
      before--;
    }
    int centre = before < 0 ? -1 : linkOf[before];
    int first = Math.max(0, centre - AROUND);
    int last = Math.min(couples.size() - 1, centre + AROUND + (linkOf[segment] < 0 ? 1 : 0));
    int from = segment;
    int to = segment + 1;
    int otherFrom = other.segments().size();
    int otherTo = 0;
    for (int k = first; k <= last; k++) {
      from = Math.min(from, mine(couples.get(k)).first());
      to = Math.max(to, mine(couples.get(k)).end());
      otherFrom = Math.min(otherFrom, theirs(couples.get(k)).first());
      otherTo = Math.max(otherTo, theirs(couples.get(k)).end());
    }
    return new LocalWays.Window(from, to, Math.min(otherFrom, otherTo), otherTo);
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
    private final List<Counterparts.Match> matches;
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
      matches =
          neighbours.stream()
              .map(couple -> words.beside(segment, mine(couple), theirs(couple), ofSource))
              .toList();
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
      return matches.stream()
          .mapToDouble(match -> bounded(match.words(), MOST_EVIDENCE))
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
      return lengths.fit(ours, length(own, segment), others);
    }

    double logLength() {
      return Math.log(length(own, segment) + 1);
    }
  }

  private static double bounded(double value, double most) {
    return Math.clamp(value, -most, most);
  }

  private static double logit(double confidence) {
    return Math.log(Math.max(confidence, LEAST_DOUBT) / Math.max(1 - confidence, LEAST_DOUBT));
  }
}
