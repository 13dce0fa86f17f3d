package org.cotejo.search.iiif;

/**
 * Which old samples make each new one along one side, and by how much: the share of the area that a
 * new sample covers when there are to be fewer, linear between the two nearest when there are to be
 * more. Each new sample has equally many, so that the loops over them run without a branch.
 *
 * @param taps old samples that make a new one, at least 1
 * @param first old sample of each new one; {@code first + taps} lies inside
 * @param weight in parts of {@link #WHOLE}, {@code taps} for each new sample; they sum up to it
 */
@SuppressWarnings("ArrayRecordComponent") // Read in the innermost loops.
record Scaling(int taps, int[] first, int[] weight) {
  /** With the 8 bits of a sample 20, so that three sums stand side by side in a long. */
  static final int BITS = 12;

  static final int WHOLE = 1 << BITS;

  /** Half a part, for rounding. */
  static final int HALF = WHOLE / 2;

  private static final double NEARLY = 1e-9;

  /**
   * From one length to another, both at least 1.
   *
   * @throws IllegalArgumentException when one is smaller
   */
  static Scaling of(int length, int newLength) {
    if (length < 1 || newLength < 1) {
      throw new IllegalArgumentException("a side has at least one pixel");
    }
    double step = (double) length / newLength;
    int taps = Math.min(length, (int) Math.ceil(Math.max(1, step) - NEARLY) + 1);
    int[] first = new int[newLength];
    int[] weight = new int[Math.multiplyExact(newLength, taps)];
    double[] shares = new double[taps];
    for (int index = 0; index < newLength; index++) {
      double start = index * step;
      double place = Math.clamp((index + 0.5) * step - 0.5, 0, length - 1.0);
      first[index] = Math.min((int) (step >= 1 ? start + NEARLY : place), length - taps);
      for (int tap = 0; tap < taps; tap++) {
        int sample = first[index] + tap;
        shares[tap] =
            step >= 1
                ? Math.min(start + step, sample + 1.0) - Math.max(start, sample)
                : 1 - Math.abs(place - sample);
      }
      whole(shares, weight, index * taps);
    }
    return new Scaling(taps, first, weight);
  }

  /** Shares in whole parts: of their running sum, so that what rounding leaves is never lost. */
  private static void whole(double[] shares, int[] weight, int at) {
    double sum = 0;
    for (double share : shares) {
      sum += Math.max(0, share);
    }
    double running = 0;
    int given = 0;
    for (int tap = 0; tap < shares.length; tap++) {
      running += Math.max(0, shares[tap]);
      int reached = (int) Math.round(running / sum * WHOLE);
      weight[at + tap] = reached - given;
      given = reached;
    }
  }
}
