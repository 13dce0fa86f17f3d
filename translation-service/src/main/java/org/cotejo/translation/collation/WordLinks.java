package org.cotejo.translation.collation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cotejo.translation.alignment.KnownTranslations;
import org.cotejo.translation.alignment.LinkedText;
import org.cotejo.translation.alignment.WordPair;
import org.cotejo.translation.alignment.WordTranslations;
import org.cotejo.translation.bitext.Bitext;
import org.cotejo.translation.bitext.Lexica;
import org.cotejo.translation.bitext.Reading;
import org.cotejo.translation.collation.WordLink.Kind;
import org.cotejo.translation.collation.WordLink.Span;

/**
 * Links the words inside the links of a bitext: dates and numbers by value, names by letters, sound
 * and country, across scripts; content words by what the document and the archive teach.
 *
 * <p>Each word has at most one counterpart; the surer kind and then the surer pair goes first. The
 * same bitext gives the same links.
 */
public final class WordLinks {
  /** Raised when the same bitext comes to have other links. */
  public static final int VERSION = 1;

  private static final double SAME_VALUE = .98;
  private static final double PERHAPS_TURNED = .8;
  private static final double COUNTRY = .95;
  private static final double ALIKE = .9;
  private static final double DERIVED = .7;
  // Words are believed from here on; a word of few letters is mostly no content.
  private static final double BELIEVED = .35;
  private static final int SHORTEST_WORD = 4;

  private final Optional<WordTranslations> model;
  private final Names sourceNames;
  private final Names targetNames;
  private final Countries sourceCountries;
  private final Countries targetCountries;
  private final Numbers sourceNumbers;
  private final Numbers targetNumbers;
  private final Dates sourceDates;
  private final Dates targetDates;

  private WordLinks(Comparison comparison, Optional<WordTranslations> model) {
    this.model = model;
    String source = comparison.source().language();
    String target = comparison.target().language();
    sourceNames = new Names(comparison.source());
    targetNames = new Names(comparison.target());
    sourceCountries = new Countries(source);
    targetCountries = new Countries(target);
    sourceNumbers = new Numbers(source);
    targetNumbers = new Numbers(target);
    sourceDates = new Dates(source);
    targetDates = new Dates(target);
  }

  /**
   * The word links of a bitext.
   *
   * @param known what the archive knows of the words
   * @return for each link of the bitext, in its order, its word links in the order of the original
   */
  public static List<List<WordLink>> of(Reading reading, Bitext bitext, Lexica.Known known) {
    Comparison comparison = Comparison.of(reading, bitext, known.words());
    WordTranslations model =
        WordTranslations.learn(
            comparison.couples().stream()
                .map(
                    couple ->
                        new LinkedText(
                            couple.source().compared(),
                            couple.target().compared(),
                            couple.confidence()))
                .toList(),
            known.prior());
    WordLinks links = new WordLinks(comparison, Optional.of(model));
    return comparison.couples().stream().map(links::inside).toList();
  }

  /**
   * The names of a bitext that stand for each other; quickly, for nothing is learned.
   *
   * @param least confidence of the links that are looked into
   */
  public static List<WordLink> names(Reading reading, Bitext bitext, double least) {
    Comparison comparison = Comparison.of(reading, bitext, KnownTranslations.NONE);
    WordLinks links = new WordLinks(comparison, Optional.empty());
    return comparison.couples().stream()
        .filter(couple -> couple.confidence() >= least)
        .flatMap(couple -> links.inside(couple).stream())
        .filter(link -> link.kind() == Kind.NAME)
        .toList();
  }

  private List<WordLink> inside(Couple couple) {
    Taken taken = new Taken(couple);
    dates(couple, taken);
    numbers(couple, taken);
    names(couple, taken);
    model.ifPresent(learned -> words(learned, couple, taken));
    return taken.inOrder();
  }

  private void dates(Couple couple, Taken taken) {
    List<CalendarDate> theirs = targetDates.find(couple.target().compared());
    for (CalendarDate one : sourceDates.find(couple.source().compared())) {
      for (CalendarDate other : theirs) {
        if (one.meets(other)) {
          double confidence = one.either() || other.either() ? PERHAPS_TURNED : SAME_VALUE;
          taken.take(Kind.DATE, one.start(), one.end(), other.start(), other.end(), confidence);
        }
      }
    }
  }

  private void numbers(Couple couple, Taken taken) {
    List<Quantity> theirs = targetNumbers.find(couple.target().compared());
    for (Quantity one : sourceNumbers.find(couple.source().compared())) {
      for (Quantity other : theirs) {
        if (one.meets(other) && !(one.weak() && other.weak())) {
          double confidence = one.weak() || other.weak() ? DERIVED : SAME_VALUE;
          taken.take(Kind.NUMBER, one.start(), one.end(), other.start(), other.end(), confidence);
        }
      }
    }
  }

  private void names(Couple couple, Taken taken) {
    List<Pair> pairs = new ArrayList<>();
    List<Name> theirs = targetNames.find(couple.target());
    for (Name one : sourceNames.find(couple.source())) {
      for (Name other : theirs) {
        double alike = one.calls() || other.calls() ? alike(one, other) : 0;
        if (alike > 0) {
          pairs.add(new Pair(one.start(), one.end(), other.start(), other.end(), alike));
        }
      }
    }
    takeBest(Kind.NAME, pairs, taken);
  }

  private double alike(Name one, Name other) {
    if (!isCapital(one) || !isCapital(other)) {
      return 0;
    }
    if (one.folded().equals(other.folded())) {
      return SAME_VALUE;
    }
    String country = sourceCountries.of(one);
    if (!country.isEmpty() && country.equals(targetCountries.of(other))) {
      return COUNTRY;
    }
    if (Spelling.same(one.folded(), other.folded())) {
      return ALIKE;
    }
    return Spelling.derived(one.folded(), other.folded()) ? DERIVED : 0;
  }

  private static boolean isCapital(Name name) {
    return Character.isUpperCase(name.written().codePointAt(0));
  }

  private static void words(WordTranslations model, Couple couple, Taken taken) {
    List<Pair> pairs = new ArrayList<>();
    for (WordPair pair :
        model.pairs(couple.source().compared(), couple.target().compared(), BELIEVED)) {
      if (isContent(pair.source().written()) && isContent(pair.target().written())) {
        pairs.add(
            new Pair(
                pair.source().start(),
                pair.source().end(),
                pair.target().start(),
                pair.target().end(),
                pair.confidence()));
      }
    }
    takeBest(Kind.WORD, pairs, taken);
  }

  private static boolean isContent(String word) {
    return Character.isLetter(word.codePointAt(0))
        && (word.length() >= SHORTEST_WORD || Character.isIdeographic(word.codePointAt(0)))
        && !word.equals(word.toUpperCase(Locale.ROOT));
  }

  private static void takeBest(Kind kind, List<Pair> pairs, Taken taken) {
    pairs.sort(
        Comparator.comparingDouble(Pair::confidence)
            .reversed()
            .thenComparingInt(Pair::start)
            .thenComparingInt(Pair::targetStart));
    for (Pair pair : pairs) {
      taken.take(
          kind, pair.start(), pair.end(), pair.targetStart(), pair.targetEnd(), pair.confidence());
    }
  }

  /** Two words of a link, counted from the starts of its sides. */
  private record Pair(int start, int end, int targetStart, int targetEnd, double confidence) {}

  /** What is linked already. */
  private static final class Taken {
    private final Couple couple;
    private final List<WordLink> links = new ArrayList<>();

    Taken(Couple couple) {
      this.couple = couple;
    }

    void take(Kind kind, int start, int end, int targetStart, int targetEnd, double confidence) {
      int from = couple.source().start();
      int to = couple.target().start();
      Span source = new Span(from + start, from + end);
      Span target = new Span(to + targetStart, to + targetEnd);
      boolean free =
          links.stream()
              .noneMatch(link -> link.source().meets(source) || link.target().meets(target));
      if (free) {
        links.add(new WordLink(kind, source, target, Math.min(1, confidence)));
      }
    }

    List<WordLink> inOrder() {
      links.sort(Comparator.comparingInt(link -> link.source().start()));
      return List.copyOf(links);
    }
  }
}
