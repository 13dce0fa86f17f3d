package org.cotejo.translation.collation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentences without a counterpart: omitted, added, moved elsewhere, or a whole leaf of another
 * text.
 *
 * <p>A sentence is also omitted where its link joins it to a neighbour whose translation has room
 * for the neighbour alone (Gale and Church 1993: lengths in characters, variance 6.8 a character).
 */
final class LinkRules implements CollationRule {
  private static final Pattern TYPIST = Pattern.compile("\\p{L}{2,4}\\s?[:/]\\s?\\p{L}{1,5}\\.?");
  private static final Pattern ANCHOR = Pattern.compile("\\p{L}{5,}|\\d+");
  private static final int LETTERHEAD_WORDS = 8;
  private static final int LEAST_WORDS = 2;
  private static final double VARIANCE = 6.8;
  private static final double TOO_LITTLE = 1.3;
  private static final double FITS = 2.5;
  private static final double MOVED = .35;
  private static final int LEAF = 5;
  private static final double LEAF_TRUST = .5;

  @Override
  public void check(Comparison comparison, Findings findings) {
    List<Integer> omitted = new ArrayList<>(comparison.bitext().unlinkedSource());
    List<Integer> added = new ArrayList<>(comparison.bitext().unlinkedTarget());
    omitted.removeIf(segment -> isFurniture(comparison.source().textOf(segment)));
    added.removeIf(segment -> isFurniture(comparison.target().textOf(segment)));
    wrongLeaves(comparison, omitted, added, findings);
    moved(comparison, omitted, added, findings);
    for (int segment : omitted) {
      omission(comparison, segment, findings);
    }
    for (int segment : added) {
      addition(comparison, segment, findings);
    }
    Lengths lengths = new Lengths(comparison.couples());
    for (Couple couple : comparison.couples()) {
      squeezed(comparison, couple, lengths, findings);
    }
  }

  /** Letterheads, page numbers, typists' marks and single words call for no translation. */
  static boolean isFurniture(String text) {
    String plain = text.strip();
    long words = Pattern.compile("\\p{L}{2,}").matcher(plain).results().count();
    boolean shouted = plain.chars().noneMatch(Character::isLowerCase);
    return words < LEAST_WORDS
        || TYPIST.matcher(plain).matches()
        || (shouted && words <= LETTERHEAD_WORDS);
  }

  private static void omission(Comparison comparison, int segment, Findings findings) {
    findings.add(
        Rule.OMISSION,
        comparison.whole(new Stretch(comparison.source(), segment, segment + 1)),
        Place.nowhere(),
        "This sentence of the original has no translation.");
  }

  private static void addition(Comparison comparison, int segment, Findings findings) {
    findings.add(
        Rule.ADDITION,
        Place.nowhere(),
        comparison.whole(new Stretch(comparison.target(), segment, segment + 1)),
        "This sentence of the translation has no original.");
  }

  /** Whether a side of a link is longer by a segment than its counterpart has room for. */
  private static void squeezed(
      Comparison comparison, Couple couple, Lengths lengths, Findings findings) {
    if (couple.source().size() > 1) {
      int odd = lengths.odd(couple.source(), couple.target(), lengths.ratio);
      if (odd >= 0) {
        omission(comparison, odd, findings);
      }
    }
    if (couple.target().size() > 1) {
      int odd = lengths.odd(couple.target(), couple.source(), 1 / lengths.ratio);
      if (odd >= 0) {
        addition(comparison, odd, findings);
      }
    }
  }

  private static void moved(
      Comparison comparison, List<Integer> omitted, List<Integer> added, Findings findings) {
    for (int segment : List.copyOf(omitted)) {
      int best = -1;
      double score = MOVED;
      for (int other : added) {
        double alike =
            alike(comparison.source().textOf(segment), comparison.target().textOf(other));
        if (alike > score) {
          best = other;
          score = alike;
        }
      }
      if (best >= 0) {
        findings.add(
            Rule.ORDER,
            comparison.whole(new Stretch(comparison.source(), segment, segment + 1)),
            comparison.whole(new Stretch(comparison.target(), best, best + 1)),
            "This sentence seems to be translated, but at another place.");
        omitted.remove(Integer.valueOf(segment));
        added.remove(Integer.valueOf(best));
      }
    }
  }

  /** Share of the long words and numbers that look alike; 0 where fewer than two do. */
  static double alike(String source, String target) {
    Set<String> left = anchors(source);
    Set<String> right = anchors(target);
    long met =
        left.stream()
            .filter(word -> right.stream().anyMatch(other -> Spelling.same(word, other)))
            .count();
    int fewer = Math.min(left.size(), right.size());
    return met < 2 ? 0 : (double) met / fewer;
  }

  private static Set<String> anchors(String text) {
    Set<String> anchors = new HashSet<>();
    Matcher words = ANCHOR.matcher(text);
    while (words.find()) {
      anchors.add(Spelling.folded(words.group()));
    }
    return anchors;
  }

  /**
   * A run of the original that is hardly linked, across from a run of the translation that is
   * hardly linked either.
   */
  private static void wrongLeaves(
      Comparison comparison, List<Integer> omitted, List<Integer> added, Findings findings) {
    double[] trust = new double[comparison.source().segments().size()];
    for (Couple couple : comparison.couples()) {
      for (int k = couple.source().first(); k < couple.source().end(); k++) {
        trust[k] = couple.confidence();
      }
    }
    for (int start = 0; start + LEAF <= trust.length; start++) {
      int end = leafEnd(trust, start);
      if (end < 0) {
        continue;
      }
      int from = targetBefore(comparison, start);
      int to = targetAfter(comparison, end);
      if (to - from >= LEAF) {
        Stretch source = new Stretch(comparison.source(), start, end);
        Stretch target = new Stretch(comparison.target(), from, to);
        if (unlike(comparison, source, target)) {
          findings.add(
              Rule.WRONG_LEAF,
              comparison.whole(source),
              comparison.whole(target),
              "This passage of the translation does not belong to this passage of the original.");
          omitted.removeAll(new TreeSet<>(range(source)));
          added.removeAll(new TreeSet<>(range(target)));
        }
      }
      start = end;
    }
  }

  /** End of a run of little trust from a segment on; below 0 where it is too short to be a leaf. */
  private static int leafEnd(double[] trust, int start) {
    double sum = 0;
    int end = start;
    int last = -1;
    while (end < trust.length) {
      sum += trust[end];
      end++;
      if (sum / (end - start) > LEAF_TRUST) {
        break;
      }
      if (trust[end - 1] <= LEAF_TRUST) {
        last = end;
      }
    }
    return trust[start] <= LEAF_TRUST && last - start >= LEAF ? last : -1;
  }

  private static int targetBefore(Comparison comparison, int segment) {
    int from = 0;
    for (Couple couple : comparison.couples()) {
      if (couple.source().end() <= segment) {
        from = Math.max(from, couple.target().end());
      }
    }
    return from;
  }

  private static int targetAfter(Comparison comparison, int segment) {
    int to = comparison.target().segments().size();
    for (Couple couple : comparison.couples()) {
      if (couple.source().first() >= segment) {
        to = Math.min(to, couple.target().first());
      }
    }
    return to;
  }

  private static boolean unlike(Comparison comparison, Stretch source, Stretch target) {
    double alike = alike(source.compared(), target.compared());
    double usual =
        comparison.couples().stream()
            .mapToDouble(couple -> alike(couple.source().compared(), couple.target().compared()))
            .average()
            .orElse(0);
    return alike <= Math.max(usual, MOVED);
  }

  private static List<Integer> range(Stretch stretch) {
    List<Integer> range = new ArrayList<>();
    for (int k = stretch.first(); k < stretch.end(); k++) {
      range.add(k);
    }
    return range;
  }

  /** How long translations of this document are. */
  private static final class Lengths {
    private final double ratio;

    Lengths(List<Couple> couples) {
      double source = 1;
      double target = 1;
      for (Couple couple : couples) {
        source += couple.source().compared().length();
        target += couple.target().compared().length();
      }
      ratio = target / source;
    }

    /** The first or last segment of a stretch that has no room on the other side; -1 for none. */
    int odd(Stretch longer, Stretch other, double factor) {
      int whole = longer.compared().length();
      double room = other.compared().length();
      if (deviation(whole * factor, room) > -TOO_LITTLE) {
        return -1;
      }
      int first = longer.side().segments().get(longer.first()).end() - longer.start();
      int last = longer.stop() - longer.side().segments().get(longer.end() - 1).start();
      double withoutFirst = Math.abs(deviation((whole - first) * factor, room));
      double withoutLast = Math.abs(deviation((whole - last) * factor, room));
      if (Math.min(withoutFirst, withoutLast) > FITS) {
        return -1;
      }
      String text = other.compared();
      double firstAlike = alike(longer.side().textOf(longer.first()), text);
      double lastAlike = alike(longer.side().textOf(longer.end() - 1), text);
      boolean dropFirst =
          firstAlike == lastAlike ? withoutFirst < withoutLast : firstAlike < lastAlike;
      return dropFirst ? longer.first() : longer.end() - 1;
    }

    private static double deviation(double expected, double actual) {
      return (actual - expected) / Math.sqrt(VARIANCE * Math.max(1, (expected + actual) / 2));
    }
  }
}
