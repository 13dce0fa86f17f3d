package org.cotejo.translation.alignment;

import java.util.Arrays;

/**
 * Counts of pairs of word families, in compressed rows: those of source family {@code s} stand at
 * {@code start[s]..start[s + 1]} of {@code word} (the target families, each once, in no order) and
 * {@code count}. Read by others, never changed.
 */
final class PairCounts {
  final int[] start;
  final int[] word;
  final double[] count;

  private PairCounts(int[] start, int[] word, double[] count) {
    this.start = start;
    this.word = word;
    this.count = count;
  }

  /** The counts of two tables together, both of the same families. */
  PairCounts plus(PairCounts other, int targets) {
    Rows rows = new Rows(start.length - 1, targets, size() + other.size());
    for (int s = 0; s < start.length - 1; s++) {
      rows.addRow(this, s);
      rows.addRow(other, s);
      rows.end();
    }
    return rows.counts();
  }

  /** The same table less a constant from each count; what falls to nothing is left out. */
  PairCounts discounted(double discount) {
    int[] starts = new int[start.length];
    int[] words = new int[size()];
    double[] rests = new double[size()];
    int next = 0;
    for (int s = 0; s < start.length - 1; s++) {
      for (int k = start[s]; k < start[s + 1]; k++) {
        if (count[k] > discount) {
          words[next] = word[k];
          rests[next++] = count[k] - discount;
        }
      }
      starts[s + 1] = next;
    }
    return new PairCounts(starts, Arrays.copyOf(words, next), Arrays.copyOf(rests, next));
  }

  int size() {
    return word.length;
  }

  /** Counts in the making: one row after the other, each laid out over the target families. */
  static final class Rows {
    private final int[] start;
    private final double[] row;
    private int[] word;
    private double[] count;
    private int ended;
    private int next;

    /**
     * No rows yet.
     *
     * @param sources rows that will be ended
     * @param targets target families
     * @param expected pairs for which room is made; more may come
     */
    Rows(int sources, int targets, int expected) {
      start = new int[sources + 1];
      row = new double[targets];
      word = new int[Math.max(16, expected)];
      count = new double[word.length];
    }

    /** Adds to a count of the present row; nothing where the value is 0. */
    void add(int target, double value) {
      if (value > 0) {
        note(target);
        row[target] += value;
      }
    }

    /** Keeps the larger of the present and the new count of a pair of the present row. */
    void raiseTo(int target, double value) {
      if (value > row[target]) {
        note(target);
        row[target] = value;
      }
    }

    private void addRow(PairCounts counts, int source) {
      for (int k = counts.start[source]; k < counts.start[source + 1]; k++) {
        add(counts.word[k], counts.count[k]);
      }
    }

    private void note(int target) {
      if (row[target] == 0) {
        if (next == word.length) {
          word = Arrays.copyOf(word, next * 2);
          count = Arrays.copyOf(count, next * 2);
        }
        word[next++] = target;
      }
    }

    /** Ends the present row and begins the next. */
    void end() {
      for (int k = start[ended]; k < next; k++) {
        count[k] = row[word[k]];
        row[word[k]] = 0;
      }
      start[++ended] = next;
    }

    /** The table, once all rows have been ended. */
    PairCounts counts() {
      return new PairCounts(start, Arrays.copyOf(word, next), Arrays.copyOf(count, next));
    }
  }
}
