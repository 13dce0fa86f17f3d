package org.cotejo.ocr.recognition.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Character errors of the lines of the truth, each against the line read that fits it best,
 * wherever that stands. Order is not charged, nor are lines that the truth leaves out (letterheads,
 * stamps); a line that nothing fits counts as wholly wrong.
 *
 * <p>Pairs are taken greedily: the smallest share of errors first, then the nearest in relative
 * place.
 */
public final class LineMatching {
  private static final double LENGTHS_DIFFER_TOO_MUCH = 0.7;
  private static final double NO_FIT_ABOVE = 0.75;

  private record Pair(double share, double apart, int expected, int read, int edits) {}

  private static final Comparator<Pair> BEST_FIRST =
      Comparator.comparingDouble(Pair::share)
          .thenComparingDouble(Pair::apart)
          .thenComparingInt(Pair::expected)
          .thenComparingInt(Pair::read);

  /**
   * A line of the truth and the line read that fits it.
   *
   * @param expected number among the lines of the truth
   * @param read number among those read
   * @param share of errors in the longer of both, 0 to 1
   */
  public record Match(int expected, int read, double share) {}

  private LineMatching() {}

  /** The lines that belong together; both are folded here. */
  public static List<Match> matches(List<String> truth, List<String> read) {
    return taken(folded(truth), folded(read)).stream()
        .map(pair -> new Match(pair.expected(), pair.read(), pair.share()))
        .toList();
  }

  /** Errors of a page; both texts a line a line. */
  static Errors errors(String truth, String read) {
    List<int[]> expected = lines(truth);
    BitSet matched = new BitSet();
    long edits = 0;
    for (Pair pair : taken(expected, lines(read))) {
      matched.set(pair.expected());
      edits += Math.min(pair.edits(), expected.get(pair.expected()).length);
    }
    long length = 0;
    for (int line = 0; line < expected.size(); line++) {
      length += expected.get(line).length;
      edits += matched.get(line) ? 0 : expected.get(line).length;
    }
    return new Errors(edits, length);
  }

  /**
   * The line of the truth for each line read, folded.
   *
   * @param read folded lines
   * @param shareBelow pairs with a larger share of errors are left out
   */
  static Map<Integer, String> truths(String truth, List<String> read, double shareBelow) {
    List<int[]> expected = lines(truth);
    Map<Integer, String> truths = new HashMap<>();
    for (Pair pair : taken(expected, read.stream().map(LineMatching::symbols).toList())) {
      if (pair.share() < shareBelow) {
        int[] line = expected.get(pair.expected());
        truths.put(pair.read(), new String(line, 0, line.length));
      }
    }
    return truths;
  }

  private static List<Pair> taken(List<int[]> expected, List<int[]> read) {
    BitSet matchedExpected = new BitSet();
    BitSet matchedRead = new BitSet();
    List<Pair> taken = new ArrayList<>();
    for (Pair pair : pairs(expected, read)) {
      if (!matchedExpected.get(pair.expected()) && !matchedRead.get(pair.read())) {
        matchedExpected.set(pair.expected());
        matchedRead.set(pair.read());
        taken.add(pair);
      }
    }
    return taken;
  }

  private static List<Pair> pairs(List<int[]> expected, List<int[]> read) {
    List<Pair> pairs = new ArrayList<>();
    for (int one = 0; one < expected.size(); one++) {
      for (int other = 0; other < read.size(); other++) {
        int shorter = Math.min(expected.get(one).length, read.get(other).length);
        int longer = Math.max(expected.get(one).length, read.get(other).length);
        if (longer - shorter > LENGTHS_DIFFER_TOO_MUCH * longer) {
          continue;
        }
        int edits = Distance.between(expected.get(one), read.get(other));
        double share = (double) edits / longer;
        if (share <= NO_FIT_ABOVE) {
          double apart = Math.abs((double) one / expected.size() - (double) other / read.size());
          pairs.add(new Pair(share, apart, one, other, edits));
        }
      }
    }
    pairs.sort(BEST_FIRST);
    return pairs;
  }

  private static List<int[]> lines(String text) {
    return Arrays.stream(text.split("\n", -1))
        .map(Folding::folded)
        .filter(line -> !line.isEmpty())
        .map(LineMatching::symbols)
        .toList();
  }

  private static List<int[]> folded(List<String> lines) {
    return lines.stream().map(Folding::folded).map(LineMatching::symbols).toList();
  }

  private static int[] symbols(String line) {
    return line.codePoints().toArray();
  }
}
