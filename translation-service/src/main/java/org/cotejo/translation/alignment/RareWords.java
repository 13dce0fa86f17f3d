package org.cotejo.translation.alignment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Pairs of segments that share words which are rare in the translation: names, numbers, words that
 * look alike or are known to translate each other.
 *
 * <p>An index of the words' places finds them; the work does not grow with the product of the
 * texts.
 */
final class RareWords {
  private static final int RARE = 6;
  private static final double LEAST_AGREEMENT = .05;
  private static final double LEAST_LIKENESS = 1;

  private final EncodedText source;
  private final EncodedText target;
  private final Lexicon lexicon;

  RareWords(EncodedText source, EncodedText target, Lexicon lexicon) {
    this.source = source;
    this.target = target;
    this.lexicon = lexicon;
  }

  /**
   * Two segments that share rare words.
   *
   * @param likeness sum over the shared words of how far they stand for each other times the
   *     logarithm of their rarity
   */
  record Sight(int source, int target, double likeness) {}

  /** All sights, in the order of the original, then of the translation. */
  List<Sight> sights() {
    int[][] places = places();
    double[] likeness = new double[target.size];
    List<Sight> sights = new ArrayList<>();
    for (int i = 0; i < source.size; i++) {
      int first = target.size;
      int last = -1;
      for (int word : distinct(source, i)) {
        for (int k = lexicon.forwardStart[word]; k < lexicon.forwardStart[word + 1]; k++) {
          int[] of = places[lexicon.forwardWord[k]];
          double agreed = (double) lexicon.forwardProbability[k] * lexicon.forwardReverse[k];
          if (of.length == 0 || agreed < LEAST_AGREEMENT * LEAST_AGREEMENT) {
            continue;
          }
          double weight = Math.sqrt(agreed) * Math.log1p((double) target.size / of.length);
          for (int j : of) {
            likeness[j] += weight;
            first = Math.min(first, j);
            last = Math.max(last, j);
          }
        }
      }
      for (int j = first; j <= last; j++) {
        if (likeness[j] >= LEAST_LIKENESS) {
          sights.add(new Sight(i, j, likeness[j]));
        }
        likeness[j] = 0;
      }
    }
    return sights;
  }

  /** For each word of the translation that is rare the segments where it stands. */
  private int[][] places() {
    int[] counts = new int[target.vocabulary.size()];
    for (int j = 0; j < target.size; j++) {
      for (int word : distinct(target, j)) {
        counts[word]++;
      }
    }
    int[][] places = new int[counts.length][];
    for (int word = 0; word < counts.length; word++) {
      places[word] = new int[counts[word] <= RARE ? counts[word] : 0];
    }
    for (int j = target.size - 1; j >= 0; j--) {
      for (int word : distinct(target, j)) {
        if (places[word].length > 0) {
          places[word][--counts[word]] = j;
        }
      }
    }
    return places;
  }

  /** The words of a segment, each once: rows of one sign say no more than the sign. */
  private static int[] distinct(EncodedText text, int segment) {
    int[] words =
        Arrays.copyOfRange(text.tokens, text.firstToken[segment], text.firstToken[segment + 1]);
    Arrays.sort(words);
    int count = 0;
    for (int at = 0; at < words.length; at++) {
      if (at == 0 || words[at] != words[at - 1]) {
        words[count++] = words[at];
      }
    }
    return Arrays.copyOf(words, count);
  }
}
