package org.cotejo.ocr.recognition.bench;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cotejo.ocr.recognition.Line;
import org.cotejo.ocr.recognition.Word;

/**
 * How often words of a given confidence are right. Only words of lines that have a line of the
 * truth are counted: the truth leaves letterheads, stamps and handwriting out, and words there
 * would count as wrong.
 *
 * @param tenths words of confidence 0 to 0.1, 0.1 to 0.2 and so on
 */
record Reliability(List<Tenth> tenths) {
  private static final int TENTHS = 10;

  /** Lines that fit the truth worse are other lines. */
  private static final double SAME_LINE_BELOW = 0.5;

  static final Reliability NONE = new Reliability(Collections.nCopies(TENTHS, Tenth.EMPTY));

  Reliability {
    tenths = List.copyOf(tenths);
  }

  /**
   * Words of about one confidence.
   *
   * @param words how many
   * @param right of these
   * @param confidence their sum
   */
  record Tenth(long words, long right, double confidence) {
    static final Tenth EMPTY = new Tenth(0, 0, 0);

    Tenth plus(Tenth other) {
      return new Tenth(words + other.words, right + other.right, confidence + other.confidence);
    }

    /** Share right in percent, and how many words. */
    String cell() {
      return words == 0 ? "-" : Math.round(100.0 * right / words) + "/" + words;
    }
  }

  /** Counts the words of a page. */
  static Reliability of(String truth, List<Line> lines) {
    List<String> read = lines.stream().map(line -> Folding.folded(line.text())).toList();
    Map<Integer, String> truths = LineMatching.truths(truth, read, SAME_LINE_BELOW);
    List<Tenth> tenths = new ArrayList<>(NONE.tenths);
    truths.forEach((at, expected) -> count(lines.get(at).words(), expected, tenths));
    return new Reliability(tenths);
  }

  Reliability plus(Reliability other) {
    List<Tenth> sums = new ArrayList<>();
    for (int at = 0; at < TENTHS; at++) {
      sums.add(tenths.get(at).plus(other.tenths.get(at)));
    }
    return new Reliability(sums);
  }

  /** Expected calibration error: mean distance of confidence and share right, over the words. */
  double error() {
    double apart =
        tenths.stream().mapToDouble(tenth -> Math.abs(tenth.confidence - tenth.right)).sum();
    long words = tenths.stream().mapToLong(Tenth::words).sum();
    return words == 0 ? 0 : apart / words;
  }

  /** A cell of nine places for each tenth. */
  String row() {
    return tenths.stream().map(Tenth::cell).map("%9s"::formatted).collect(Collectors.joining());
  }

  private static void count(List<Word> line, String expected, List<Tenth> tenths) {
    List<String> read = line.stream().map(word -> Folding.folded(word.text())).toList();
    BitSet right = inCommon(read, List.of(expected.split(" ", -1)));
    for (int at = 0; at < read.size(); at++) {
      double confidence = line.get(at).confidence();
      int tenth = Math.min(TENTHS - 1, (int) (confidence * TENTHS));
      tenths.set(tenth, tenths.get(tenth).plus(new Tenth(1, right.get(at) ? 1 : 0, confidence)));
    }
  }

  /** Places of the words read that are in a longest common subsequence with the truth. */
  private static BitSet inCommon(List<String> read, List<String> expected) {
    int[][] longest = new int[read.size() + 1][expected.size() + 1];
    for (int r = read.size() - 1; r >= 0; r--) {
      for (int e = expected.size() - 1; e >= 0; e--) {
        longest[r][e] =
            read.get(r).equals(expected.get(e))
                ? longest[r + 1][e + 1] + 1
                : Math.max(longest[r + 1][e], longest[r][e + 1]);
      }
    }
    BitSet common = new BitSet();
    int e = 0;
    for (int r = 0; r < read.size() && e < expected.size(); r++) {
      while (e < expected.size() && longest[r][e + 1] == longest[r][e]) {
        e++;
      }
      if (e < expected.size() && read.get(r).equals(expected.get(e))) {
        common.set(r);
        e++;
      }
    }
    return common;
  }
}
