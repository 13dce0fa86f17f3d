package org.cotejo.ocr.recognition;

import java.util.ArrayList;
import java.util.List;

/**
 * What differs between two transcriptions of one page, word by word in reading order; the fewest
 * words that can be said to differ (a longest common subsequence).
 *
 * @param before fingerprint of the engine of the former transcription
 * @param now fingerprint of the engine of the later one
 * @param keptWords that both have, in order
 * @param changes where they differ, in order
 */
public record TranscriptionChange(
    String before, String now, int keptWords, List<Difference> changes) {
  /**
   * Cells of the table of comparison, a byte each: 3,000 words that all differ. Where a page needs
   * more, its differing middle is one difference.
   */
  private static final long MAXIMUM_CELLS = 9_000_000;

  private static final byte SAME = 0;
  private static final byte ONLY_BEFORE = 1;
  private static final byte ONLY_NOW = 2;

  public TranscriptionChange {
    changes = List.copyOf(changes);
  }

  /** Words that stand in place of others; one of the lists may be empty. */
  public record Difference(List<PlacedWord> before, List<PlacedWord> now) {
    public Difference {
      before = List.copyOf(before);
      now = List.copyOf(now);
    }

    /** Replaced words count once. */
    int changedWords() {
      return Math.max(before.size(), now.size());
    }
  }

  /** Compares two transcriptions of the same page. */
  public static TranscriptionChange between(
      String beforeFingerprint,
      List<PlacedWord> before,
      String nowFingerprint,
      List<PlacedWord> now) {
    int shorter = Math.min(before.size(), now.size());
    int start = 0;
    while (start < shorter && same(before.get(start), now.get(start))) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && same(before.get(before.size() - 1 - end), now.get(now.size() - 1 - end))) {
      end++;
    }
    Differences middle =
        compared(before.subList(start, before.size() - end), now.subList(start, now.size() - end));
    return new TranscriptionChange(
        beforeFingerprint, nowFingerprint, start + middle.kept() + end, middle.differences());
  }

  /** Words that were changed, added or left out. */
  public int changedWords() {
    return changes.stream().mapToInt(Difference::changedWords).sum();
  }

  private record Differences(int kept, List<Difference> differences) {}

  private static Differences compared(List<PlacedWord> before, List<PlacedWord> now) {
    if (before.isEmpty() && now.isEmpty()) {
      return new Differences(0, List.of());
    }
    if ((long) before.size() * now.size() > MAXIMUM_CELLS) {
      return new Differences(0, List.of(new Difference(before, now)));
    }
    return followed(steps(before, now), before, now);
  }

  /** For each pair of places the step to the next: the table is filled from its end. */
  private static byte[][] steps(List<PlacedWord> before, List<PlacedWord> now) {
    byte[][] steps = new byte[before.size()][now.size()];
    int[] below = new int[now.size() + 1];
    for (int row = before.size() - 1; row >= 0; row--) {
      int[] common = new int[now.size() + 1];
      for (int column = now.size() - 1; column >= 0; column--) {
        if (same(before.get(row), now.get(column))) {
          common[column] = below[column + 1] + 1;
          steps[row][column] = SAME;
        } else {
          boolean skip = below[column] >= common[column + 1];
          common[column] = Math.max(below[column], common[column + 1]);
          steps[row][column] = skip ? ONLY_BEFORE : ONLY_NOW;
        }
      }
      below = common;
    }
    return steps;
  }

  private static Differences followed(
      byte[][] steps, List<PlacedWord> before, List<PlacedWord> now) {
    List<Difference> differences = new ArrayList<>();
    List<PlacedWord> left = new ArrayList<>();
    List<PlacedWord> come = new ArrayList<>();
    int kept = 0;
    int row = 0;
    int column = 0;
    while (row < before.size() || column < now.size()) {
      byte step = ONLY_NOW;
      if (row < before.size()) {
        step = column < now.size() ? steps[row][column] : ONLY_BEFORE;
      }
      if (step == SAME) {
        finish(left, come, differences);
        kept++;
      }
      if (step == ONLY_BEFORE) {
        left.add(before.get(row));
      }
      if (step == ONLY_NOW) {
        come.add(now.get(column));
      }
      row += step == ONLY_NOW ? 0 : 1;
      column += step == ONLY_BEFORE ? 0 : 1;
    }
    finish(left, come, differences);
    return new Differences(kept, differences);
  }

  private static void finish(
      List<PlacedWord> left, List<PlacedWord> come, List<Difference> differences) {
    if (!left.isEmpty() || !come.isEmpty()) {
      differences.add(new Difference(left, come));
      left.clear();
      come.clear();
    }
  }

  private static boolean same(PlacedWord one, PlacedWord other) {
    return one.text().equals(other.text());
  }
}
