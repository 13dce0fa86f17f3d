package org.cotejo.samples;

/** Value noise in -1..1 that changes smoothly over a cell; the same seed gives the same noise. */
record SmoothNoise(long seed, double cellPixels) {

  double at(double x, double y) {
    double column = x / cellPixels;
    double row = y / cellPixels;
    long left = (long) Math.floor(column);
    long top = (long) Math.floor(row);
    double across = ease(column - left);
    double down = ease(row - top);
    double upper = mix(lattice(left, top), lattice(left + 1, top), across);
    double lower = mix(lattice(left, top + 1), lattice(left + 1, top + 1), across);
    return mix(upper, lower, down);
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014) over the lattice point. */
  private double lattice(long column, long row) {
    long bits = seed + column * 0x9E3779B97F4A7C15L + row * 0xC2B2AE3D27D4EB4FL;
    bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
    bits ^= bits >>> 31;
    return (bits >>> 11) * 0x1.0p-52 - 1.0;
  }

  private static double ease(double part) {
    return part * part * (3 - 2 * part);
  }

  private static double mix(double from, double to, double part) {
    return from + (to - from) * part;
  }
}
