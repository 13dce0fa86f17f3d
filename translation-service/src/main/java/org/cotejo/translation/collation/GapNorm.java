package org.cotejo.translation.collation;

import java.util.List;

/**
 * From which logit on a sentence is reported: it must look more missing than what is usual among
 * the linked sentences of its own document, because where a translator is free much looks left out.
 *
 * @param before what is usual before any sentence is seen
 * @param beyond how much more is reported
 * @param least from which on at all, however literal the translation
 */
public record GapNorm(double before, double beyond, double least) {
  /** The share of the linked sentences that look less missing than what is usual. */
  public static final double SHARE = .95;

  // What is usual beforehand weighs as much as so many sentences.
  private static final double SEEN_BEFORE = 20;
  private static final double MOST_USUAL = 1;

  /** The threshold of a document by the logits of its linked sentences. */
  public double threshold(List<Double> seen) {
    return Math.max(usual(seen) + beyond, least);
  }

  /** What is usual in a document. */
  private double usual(List<Double> seen) {
    if (seen.isEmpty()) {
      return before;
    }
    double usual = (seen.size() * share(seen) + SEEN_BEFORE * before) / (seen.size() + SEEN_BEFORE);
    return Math.min(usual, MOST_USUAL);
  }

  /** What the share of some logits lies below. */
  public static double share(List<Double> logits) {
    List<Double> sorted = logits.stream().sorted().toList();
    return sorted.get((int) (SHARE * (sorted.size() - 1)));
  }
}
