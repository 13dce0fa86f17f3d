package org.cotejo.translation.collation;

import java.util.List;
import org.cotejo.translation.alignment.KnownTranslations;

/** The best counterparts that the words of a part, of its rivals and of the other side find. */
final class BestCounterparts {
  /** How many classes of words there are. */
  static final int CLASSES = 6;

  private static final double SAME = 2;
  private static final double WEAK = .1;
  private static final double FAIR = .3;
  private static final int SHORTEST_ALIKE = 4;
  private static final int SHORTEST_STEM = 5;
  // Words that are alike in most letters: so long where they begin alike, so long where not.
  private static final int SHORTEST_COGNATE = 6;
  private static final int SHORTEST_FAR_COGNATE = 8;

  private final List<String> part;
  private final List<String> others;
  private final boolean ofSource;
  private final KnownTranslations fold;
  private final double[] ofPart;
  private final double[] ofRivals;
  private final double[] ofOthers;

  BestCounterparts(
      List<String> part,
      List<String> others,
      List<String> rivals,
      boolean ofSource,
      KnownTranslations fold) {
    this.part = part;
    this.others = others;
    this.ofSource = ofSource;
    this.fold = fold;
    ofPart = new double[part.size()];
    ofRivals = new double[others.size()];
    ofOthers = new double[others.size()];
    for (int t = 0; t < ofRivals.length; t++) {
      for (String rival : rivals) {
        ofRivals[t] = Math.max(ofRivals[t], together(rival, others.get(t), ofSource, fold));
      }
    }
    for (int k = 0; k < ofPart.length; k++) {
      for (int t = 0; t < ofOthers.length; t++) {
        double together = together(part.get(k), others.get(t), ofSource, fold);
        if (together > ofRivals[t]) {
          ofPart[k] = Math.max(ofPart[k], together);
        }
        ofOthers[t] = Math.max(ofOthers[t], together);
      }
    }
  }

  /** The class of a word of the part, by what no rival explains as well. */
  int classOfPart(int k) {
    return classOf(part.get(k), ofPart[k], ofSource);
  }

  /** The class of a word of the other side, explained by the rivals with the part or without. */
  int classOfOther(int t, boolean withPart) {
    double best = withPart ? Math.max(ofOthers[t], ofRivals[t]) : ofRivals[t];
    return classOf(others.get(t), best, !ofSource);
  }

  /** How well the best counterpart of each word of the part stands for it; 0 for none. */
  double[] ofPart() {
    return ofPart.clone();
  }

  /** How well the best counterpart of each word of the other side stands for it; 0 for none. */
  double[] ofOthers() {
    return ofOthers.clone();
  }

  /** The class of a word, from nothing known to the same word. */
  private int classOf(String word, double best, boolean wordOfSource) {
    return best > 0 ? classOf(best) : classAlone(word, wordOfSource, fold);
  }

  /** The class of a word without counterpart: nothing is known of it, or it is missed. */
  static int classAlone(String word, boolean wordOfSource, KnownTranslations known) {
    return (wordOfSource ? known.knowsSource(word) : known.knowsTarget(word)) ? 1 : 0;
  }

  /** The class of a word by how well its best counterpart stands for it. */
  static int classOf(double best) {
    return best > 1 ? CLASSES - 1 : best > FAIR ? 4 : best > WEAK ? 3 : 2;
  }

  /** How far two words stand for each other; above 1 for the same word. */
  private static double together(
      String word, String counterpart, boolean ofSource, KnownTranslations known) {
    if (same(word, counterpart)) {
      return SAME;
    }
    return ofSource ? known.probability(word, counterpart) : known.probability(counterpart, word);
  }

  /** The same word or number, or two words that begin alike or are alike. */
  private static boolean same(String word, String other) {
    int shorter = Math.min(word.length(), other.length());
    if (shorter < SHORTEST_ALIKE || !Character.isLetter(word.charAt(0))) {
      return word.equals(other);
    }
    int common = 0;
    while (common < shorter && word.charAt(common) == other.charAt(common)) {
      common++;
    }
    int longer = Math.max(word.length(), other.length());
    return common >= SHORTEST_STEM
        || (common >= SHORTEST_ALIKE && common * 5 >= longer * 3)
        || (shorter >= (common > 0 ? SHORTEST_COGNATE : SHORTEST_FAR_COGNATE)
            && Spelling.written(word, other));
  }
}
