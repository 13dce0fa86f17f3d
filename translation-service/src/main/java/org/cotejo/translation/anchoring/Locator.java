package org.cotejo.translation.anchoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds places of an earlier reading in a text.
 *
 * <p>Equal words come first; where they stand at several places, what is around them and then how
 * far into the text they stood decides. Words that were read otherwise are looked for together with
 * their surroundings.
 */
public final class Locator {
  private static final int GREATEST_EQUALS = 200;
  private static final int GREATEST_CANDIDATES = 5;

  /** Longer passages are only found by equal words: the time grows with the square. */
  private static final int GREATEST_PATTERN = 2500;

  private static final double LEAST_CONTEXT = .5;
  private static final double LEAST_WORDS = .7;
  private static final double LEAST_SHORT_WORDS = .55;
  private static final double LEAST_SUM = 1.2;

  private final String text;
  private final FoldedText folded;
  private Optional<GramIndex> index = Optional.empty();

  /** A place in the folded text. */
  private record Candidate(int start, int end, double words, double context, double distance) {
    double sum() {
      return words + context;
    }
  }

  public Locator(String text) {
    this.text = text;
    this.folded = FoldedText.of(text);
  }

  /**
   * The place of an excerpt.
   *
   * @param position how far into its text it stood, 0 to 1
   * @return empty when nothing is like it
   */
  public Optional<Found> find(Excerpt excerpt, double position) {
    if (excerpt.isNowhere()) {
      return Optional.empty();
    }
    return best(equal(excerpt, position))
        .filter(found -> !excerpt.isShort() || found.context() >= LEAST_CONTEXT)
        .or(() -> best(alike(excerpt, position)))
        .map(this::inText);
  }

  private static Optional<Candidate> best(List<Candidate> candidates) {
    return candidates.stream()
        .max(
            Comparator.comparingDouble(Candidate::sum)
                .thenComparing(Comparator.comparingDouble(Candidate::distance).reversed()));
  }

  private List<Candidate> equal(Excerpt excerpt, double position) {
    List<Candidate> found = new ArrayList<>();
    String letters = folded.folded();
    int at = letters.indexOf(excerpt.words());
    while (at >= 0 && found.size() < GREATEST_EQUALS) {
      int end = at + excerpt.words().length();
      Excerpt here =
          new Excerpt(
              letters.substring(Math.max(0, at - Excerpt.CONTEXT), at),
              excerpt.words(),
              letters.substring(end, Math.min(letters.length(), end + Excerpt.CONTEXT)));
      found.add(new Candidate(at, end, 1, excerpt.context(here), distance(at, position)));
      at = letters.indexOf(excerpt.words(), at + 1);
    }
    return found;
  }

  private List<Candidate> alike(Excerpt excerpt, double position) {
    String pattern = excerpt.before() + excerpt.words() + excerpt.after();
    List<Candidate> found = new ArrayList<>();
    if (pattern.length() > GREATEST_PATTERN) {
      return found;
    }
    String letters = folded.folded();
    int slack = 24 + pattern.length() / 8;
    for (int beginning : index().beginnings(pattern, GREATEST_CANDIDATES)) {
      int from = Math.max(0, beginning - slack);
      int to = Math.min(letters.length(), beginning + pattern.length() + slack);
      if (from < to) {
        InfixAlignment alignment = new InfixAlignment(pattern, letters.substring(from, to));
        int words = excerpt.before().length();
        candidate(excerpt, alignment.part(words, words + excerpt.words().length()), from, position)
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Candidate> candidate(
      Excerpt excerpt, InfixAlignment.Part part, int from, double position) {
    int around = excerpt.before().length() + excerpt.after().length();
    double words = 1 - part.faults() / (double) excerpt.words().length();
    double context = around == 0 ? 0 : 1 - part.faultsAround() / (double) around;
    double least = excerpt.isShort() ? LEAST_SHORT_WORDS : LEAST_WORDS;
    boolean same = words >= least && words + context >= LEAST_SUM && part.end() > part.start();
    int start = from + part.start();
    return same
        ? Optional.of(
            new Candidate(start, from + part.end(), words, context, distance(start, position)))
        : Optional.empty();
  }

  private double distance(int letter, double position) {
    return Math.abs(folded.origin(letter) / (double) text.length() - position);
  }

  /** The place in the text itself, whole words. */
  private Found inText(Candidate candidate) {
    int start = folded.origin(candidate.start());
    int end = folded.origin(candidate.end() - 1) + 1;
    while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return new Found(start, end, candidate.words());
  }

  private GramIndex index() {
    GramIndex present = index.orElseGet(() -> new GramIndex(folded.folded()));
    index = Optional.of(present);
    return present;
  }
}
