package org.cotejo.translation.alignment;

import java.util.Arrays;

/** Counts of pairs of word families: an open-addressing table without boxes. */
final class PairCounts {
  private static final long EMPTY = -1;
  private static final double LOAD = .6;

  private long[] keys;
  private double[] counts;
  private int size;

  PairCounts(int expected) {
    int capacity = Integer.highestOneBit(Math.max(16, (int) (expected / LOAD)) * 2);
    keys = new long[capacity];
    counts = new double[capacity];
    Arrays.fill(keys, EMPTY);
  }

  void add(int source, int target, double count) {
    int slot = slotOf(key(source, target)); // may replace the arrays
    counts[slot] += count;
  }

  /** Keeps the larger of the present and the new count. */
  void raiseTo(int source, int target, double count) {
    int slot = slotOf(key(source, target));
    counts[slot] = Math.max(counts[slot], count);
  }

  /** Adds all counts of another table. */
  void addAll(PairCounts other) {
    other.forEach(this::add);
  }

  /** The same table less a constant from each count; what falls to nothing is left out. */
  PairCounts discounted(double discount) {
    PairCounts rest = new PairCounts(size);
    forEach(
        (source, target, count) -> {
          if (count > discount) {
            rest.add(source, target, count - discount);
          }
        });
    return rest;
  }

  int size() {
    return size;
  }

  /** Visits every pair, in an order that depends on the pairs alone. */
  void forEach(Visitor visitor) {
    for (int slot = 0; slot < keys.length; slot++) {
      long key = keys[slot];
      if (key != EMPTY) {
        visitor.visit((int) (key >>> 32), (int) key, counts[slot]);
      }
    }
  }

  /** What is done with a pair. */
  @FunctionalInterface
  interface Visitor {
    void visit(int source, int target, double count);
  }

  /** Whether a pair stays. */
  @FunctionalInterface
  interface Keep {
    boolean test(int source, int target, double count);
  }

  private static long key(int source, int target) {
    return ((long) source << 32) | target;
  }

  private int slotOf(long key) {
    if (size + 1 > keys.length * LOAD) {
      grow();
    }
    int slot = find(keys, key);
    if (keys[slot] == EMPTY) {
      keys[slot] = key;
      size++;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    double[] oldCounts = counts;
    keys = new long[oldKeys.length * 2];
    counts = new double[oldKeys.length * 2];
    Arrays.fill(keys, EMPTY);
    for (int old = 0; old < oldKeys.length; old++) {
      if (oldKeys[old] != EMPTY) {
        int slot = find(keys, oldKeys[old]);
        keys[slot] = oldKeys[old];
        counts[slot] = oldCounts[old];
      }
    }
  }

  private static int find(long[] table, long key) {
    int mask = table.length - 1;
    // Fibonacci hashing: the multiplier is 2^64 divided by the golden ratio.
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    while (table[slot] != EMPTY && table[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
