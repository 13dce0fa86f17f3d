package org.cotejo.translation.collation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cotejo.translation.reading.Likeness;
import org.cotejo.translation.segmentation.Segment;

/**
 * Numbers and dates of a link, compared by value. A number inside a date belongs to the date where
 * both sides have dates.
 */
final class NumberRules implements CollationRule {
  // A number of one side alone is reported from here on: smaller ones come and go with idiom.
  private static final BigDecimal TELLING = new BigDecimal(13);
  private static final int NEAR = 2;
  // So many characters may stand between two numbers of a citation: Nr. 292, May 1956, p. 110.
  private static final int CLOSE = 16;
  // A number of one side alone says more of a doubtful link than of the translation.
  private static final double SURE = .62;

  @Override
  public void check(Comparison comparison, Findings findings) {
    Reader source = new Reader(comparison.source().language());
    Reader target = new Reader(comparison.target().language());
    boolean words = source.numbers.readsWords() && target.numbers.readsWords();
    List<Read> left =
        comparison.couples().stream().map(couple -> source.read(couple.source())).toList();
    List<Read> right =
        comparison.couples().stream().map(couple -> target.read(couple.target())).toList();
    for (int k = 0; k < left.size(); k++) {
      Couple couple = comparison.couples().get(k);
      dates(comparison, couple, left.get(k), right.get(k), findings);
      numbers(comparison, k, left, right, words, findings);
    }
  }

  private static void dates(
      Comparison comparison, Couple couple, Read left, Read right, Findings findings) {
    List<CalendarDate> ours = unmet(left.dates(), right.dates());
    List<CalendarDate> theirs = unmet(right.dates(), left.dates());
    for (int k = 0; k < Math.min(ours.size(), theirs.size()); k++) {
      CalendarDate one = ours.get(k);
      CalendarDate other = theirs.get(k);
      findings.add(
          Rule.DATE,
          comparison.inSource(couple.source(), one.start(), one.end()),
          comparison.inTarget(couple.target(), other.start(), other.end()),
          Phrase.OTHER_DATE.with(
              couple.source().compared().substring(one.start(), one.end()),
              couple.target().compared().substring(other.start(), other.end())));
    }
  }

  private static List<CalendarDate> unmet(List<CalendarDate> mine, List<CalendarDate> others) {
    return mine.stream().filter(date -> others.stream().noneMatch(date::meets)).toList();
  }

  private static void numbers(
      Comparison comparison,
      int index,
      List<Read> left,
      List<Read> right,
      boolean words,
      Findings findings) {
    Couple couple = comparison.couples().get(index);
    boolean dated = !left.get(index).dates().isEmpty() && !right.get(index).dates().isEmpty();
    List<Quantity> ours = new ArrayList<>(left.get(index).unmet(right.get(index), dated, words));
    List<Quantity> theirs = new ArrayList<>(right.get(index).unmet(left.get(index), dated, words));
    for (Quantity one : List.copyOf(ours)) {
      Optional<Quantity> likest =
          theirs.stream()
              .filter(one::isOfTheSameOrder)
              .min(Comparator.comparingInt(other -> distance(couple, one, other)));
      if (likest.isEmpty()) {
        continue;
      }
      Quantity other = likest.get();
      ours.remove(one);
      theirs.remove(other);
      if (!near(one, right, index) || !near(other, left, index)) {
        findings.add(
            Rule.NUMBER,
            comparison.inSource(couple.source(), one.start(), one.end()),
            comparison.inTarget(couple.target(), other.start(), other.end()),
            Phrase.OTHER_NUMBER.with(
                written(couple.source(), one), written(couple.target(), other)));
      }
    }
    if (couple.confidence() < SURE) {
      return;
    }
    ours.removeIf(
        one -> !alone(one) || inLetterhead(couple.source(), one) || near(one, right, index));
    for (Quantity one : together(ours, left.get(index))) {
      findings.add(
          Rule.NUMBER,
          comparison.inSource(couple.source(), one.start(), one.end()),
          comparison.whole(couple.target()),
          Phrase.NUMBER_MISSING.with(written(couple.source(), one)));
    }
    theirs.removeIf(
        other -> !alone(other) || inLetterhead(couple.target(), other) || near(other, left, index));
    for (Quantity other : together(theirs, right.get(index))) {
      Place passage = comparison.whole(couple.source());
      String number = written(couple.target(), other);
      findings.add(
          Rule.NUMBER,
          passage,
          comparison.inTarget(couple.target(), other.start(), other.end()),
          Phrase.NUMBER_ADDED.with(number),
          comparison.mayHide(passage, number));
    }
  }

  /**
   * Numbers of which each follows close on the one before, as one place: a citation or a range that
   * the other side lacks is one difference.
   */
  private static List<Quantity> together(List<Quantity> lone, Read side) {
    List<Quantity> places = new ArrayList<>();
    for (Quantity next : lone) {
      Quantity last = places.isEmpty() ? null : places.getLast();
      if (last != null
          && next.start() - last.end() <= CLOSE
          && side.quantities().stream()
              .noneMatch(met -> met.start() >= last.end() && met.end() <= next.start())) {
        places.removeLast();
        places.add(last.until(next));
      } else {
        places.add(next);
      }
    }
    return places;
  }

  private static String written(Stretch stretch, Quantity quantity) {
    return stretch.compared().substring(quantity.start(), quantity.end());
  }

  private static int distance(Couple couple, Quantity one, Quantity other) {
    return Likeness.distance(written(couple.source(), one), written(couple.target(), other));
  }

  private static boolean inLetterhead(Stretch stretch, Quantity quantity) {
    int at = stretch.start() + quantity.start();
    for (int k = stretch.first(); k < stretch.end(); k++) {
      Segment segment = stretch.side().segments().get(k);
      if (segment.start() <= at && at < segment.end()) {
        return LinkRules.isFurniture(stretch.side().textOf(k));
      }
    }
    return false;
  }

  private static boolean alone(Quantity quantity) {
    return quantity.digits()
        && quantity.values().stream()
            .allMatch(value -> new BigDecimal(value).compareTo(TELLING) >= 0);
  }

  /**
   * Whether a link near by has it: sentences are not always cut alike, and tables and lists of
   * figures are linked by a line more or less.
   */
  private static boolean near(Quantity quantity, List<Read> others, int index) {
    int from = Math.max(0, index - NEAR);
    int to = Math.min(others.size() - 1, index + NEAR);
    for (int k = from; k <= to; k++) {
      if (others.get(k).quantities().stream().anyMatch(quantity::meets)) {
        return true;
      }
    }
    return false;
  }

  /** What one side of a link says in numbers. */
  private record Read(List<Quantity> quantities, List<CalendarDate> dates) {

    /** The numbers that the other side does not have. */
    List<Quantity> unmet(Read other, boolean withoutDates, boolean words) {
      return quantities.stream()
          .filter(quantity -> !quantity.weak() && (words || quantity.digits()))
          .filter(quantity -> words || alone(quantity))
          .filter(quantity -> !(withoutDates && dated(quantity)))
          .filter(quantity -> other.quantities.stream().noneMatch(quantity::meets))
          .toList();
    }

    private boolean dated(Quantity quantity) {
      return dates.stream()
          .anyMatch(date -> quantity.start() >= date.start() && quantity.end() <= date.end());
    }
  }

  /** Reads one side. */
  private static final class Reader {
    private final Numbers numbers;
    private final Dates dates;

    Reader(String language) {
      numbers = new Numbers(language);
      dates = new Dates(language);
    }

    Read read(Stretch stretch) {
      String text = stretch.compared();
      return new Read(numbers.find(text), dates.find(text));
    }
  }
}
