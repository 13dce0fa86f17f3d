package org.cotejo.translation.exchange.bitext;

import java.util.Locale;

/** Confidences as they are written: four digits, a full stop. */
final class Confidence {
  private Confidence() {}

  static String of(double confidence) {
    return String.format(Locale.ROOT, "%.4f", confidence);
  }
}
