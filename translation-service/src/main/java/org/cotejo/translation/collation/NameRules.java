package org.cotejo.translation.collation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotejo.translation.alignment.KnownTranslations;

/**
 * Names without a counterpart in their link: the translation names somebody else, or nobody where
 * it does so elsewhere.
 *
 * <p>A counterpart is a word that is spelled or sounds alike, another name that begins alike
 * ({@code Brasil}, {@code Brazilian}), a translation that the archive knows, a country of the same
 * code, or a word that stands beside the name in at least half of its links (from two on): so
 * {@code Moscú} meets {@code Moscow} and {@code EE.UU.} stays out of play.
 */
final class NameRules implements CollationRule {
  private static final int OFTEN = 2;
  // So often a word that is written small stands beside a name that it renders.
  private static final int OFTEN_SMALL = 4;
  // A name is missing where it stands nowhere and is kept at least so often elsewhere: of whom a
  // text tells all the time, it often says he or she.
  private static final int KEPT = 4;
  private static final double KEPT_SHARE = .9;
  // A pair of words of at least this probability in the archive's lexicon is a name and its form.
  private static final double KNOWN = .1;
  // The same where one of them is written small: archives link a rare name with what stands by it.
  private static final double KNOWN_SMALL = .3;
  // How much more a noun looks like a name that is kept in its spelling elsewhere.
  private static final int KEPT_ONCE = 2;
  // How much less one does that other words are made of.
  private static final int RELATED = 2;

  @Override
  public void check(Comparison comparison, Findings findings) {
    Pages pages = new Pages(comparison);
    for (int k = 0; k < comparison.couples().size(); k++) {
      check(comparison, pages, k, findings);
    }
  }

  private static void check(Comparison comparison, Pages pages, int index, Findings findings) {
    Couple couple = comparison.couples().get(index);
    List<Name> ours = pages.unmetSource(index);
    List<Name> theirs = pages.unmetTarget(index);
    int pairs = Math.min(ours.size(), theirs.size());
    for (int k = 0; k < pairs; k++) {
      otherName(comparison, couple, ours.get(k), theirs.get(k), findings);
    }
    strangers(comparison, pages, index, theirs.subList(pairs, theirs.size()), findings);
    for (Name one : ours.subList(pairs, ours.size())) {
      if (pages.keptElsewhere(one, index)) {
        findings.add(
            Rule.NAME,
            comparison.inSource(couple.source(), one.start(), one.end()),
            comparison.whole(couple.target()),
            Phrase.NAME_MISSING.with(one.written()));
      }
    }
  }

  /** Names of the translation for which the original has a noun that is likely to be a name. */
  private static void strangers(
      Comparison comparison, Pages pages, int index, List<Name> theirs, Findings findings) {
    if (theirs.isEmpty()) {
      return;
    }
    Couple couple = comparison.couples().get(index);
    List<Name> likely = pages.likelySource(index, couple.source().compared());
    for (int k = 0; k < Math.min(likely.size(), theirs.size()); k++) {
      otherName(comparison, couple, likely.get(k), theirs.get(k), findings);
    }
  }

  private static void otherName(
      Comparison comparison, Couple couple, Name one, Name other, Findings findings) {
    findings.add(
        Rule.NAME,
        comparison.inSource(couple.source(), one.start(), one.end()),
        comparison.inTarget(couple.target(), other.start(), other.end()),
        Phrase.OTHER_NAME.with(one.written(), other.written()));
  }

  /** The words of all links. */
  private static final class Pages {
    private final List<List<Name>> source = new ArrayList<>();
    private final List<List<Name>> target = new ArrayList<>();
    private final Map<String, Integer> sourceCount = new HashMap<>();
    private final Map<String, Integer> targetCount = new HashMap<>();
    private final Map<String, Integer> together = new HashMap<>();
    private final Set<String> keptSource;
    private final Set<String> keptTarget;

    /** The words with capitals that stand across from one of like form at least once. */
    private final Set<String> metSource;

    private final KnownTranslations archive;
    private final Countries sourceCountries;
    private final Countries targetCountries;
    private final boolean nounsCapital;
    private final Names left;
    private final Names right;
    private final NameLikeness likeness = new NameLikeness();

    Pages(Comparison comparison) {
      archive = comparison.archive();
      left = new Names(comparison.source());
      nounsCapital = left.nounsCapital();
      right = new Names(comparison.target());
      sourceCountries = new Countries(comparison.source().language());
      targetCountries = new Countries(comparison.target().language());
      for (Couple couple : comparison.couples()) {
        List<Name> ours = left.find(couple.source());
        List<Name> theirs = right.find(couple.target());
        source.add(ours);
        target.add(theirs);
        count(ours, theirs);
      }
      keptSource = kept(source, target, /* ofSource= */ true, OFTEN);
      keptTarget = kept(target, source, /* ofSource= */ false, OFTEN);
      metSource = nounsCapital ? kept(source, target, /* ofSource= */ true, 1) : Set.of();
    }

    private void count(List<Name> ours, List<Name> theirs) {
      Set<String> one = Set.copyOf(ours.stream().map(Name::folded).toList());
      Set<String> other = Set.copyOf(theirs.stream().map(Name::folded).toList());
      one.forEach(word -> sourceCount.merge(word, 1, Integer::sum));
      other.forEach(word -> targetCount.merge(word, 1, Integer::sum));
      Set<String> pairs = new HashSet<>();
      for (Name name : ours) {
        if (name.calls()) {
          other.forEach(word -> pairs.add(name.folded() + ' ' + word));
        }
      }
      for (Name name : theirs) {
        if (name.calls()) {
          one.forEach(word -> pairs.add(word + ' ' + name.folded()));
        }
      }
      pairs.forEach(pair -> together.merge(pair, 1, Integer::sum));
    }

    List<Name> unmetSource(int index) {
      Set<String> countries = targetCountries.in(target.get(index));
      return source.get(index).stream()
          .filter(name -> calls(name, keptSource))
          .filter(name -> !countries.contains(sourceCountries.of(name)))
          .filter(name -> !isMetInTarget(name, index))
          .toList();
    }

    List<Name> unmetTarget(int index) {
      Set<String> countries = sourceCountries.in(source.get(index));
      return target.get(index).stream()
          .filter(name -> calls(name, keptTarget))
          .filter(name -> !countries.contains(targetCountries.of(name)))
          .filter(name -> !isMetInSource(name, index))
          .toList();
    }

    /**
     * Where all nouns have capitals: those without counterpart that look like a name or are kept
     * elsewhere, the likeliest first.
     */
    List<Name> likelySource(int index, String text) {
      if (!nounsCapital) {
        return List.of();
      }
      List<Name> words = source.get(index);
      Set<String> countries = targetCountries.in(target.get(index));
      Map<Name, Integer> likely = new LinkedHashMap<>();
      for (int k = 0; k < words.size(); k++) {
        Name name = words.get(k);
        int nameLike = CapitalNouns.likeness(text, words, k) + known(name.folded());
        if (nameLike >= CapitalNouns.NAME
            && left.isInside(name)
            && !name.term()
            && !keptSource.contains(name.folded())
            && !countries.contains(sourceCountries.of(name))
            && target.get(index).stream()
                .noneMatch(word -> Spelling.written(name.folded(), word.folded()))
            && !isMetInTarget(name, index)) {
          likely.put(name, nameLike);
        }
      }
      return likely.entrySet().stream()
          .sorted(Map.Entry.<Name, Integer>comparingByValue().reversed())
          .map(Map.Entry::getKey)
          .toList();
    }

    /** How much more a noun looks like a name for what is known of it. */
    private int known(String folded) {
      boolean kept = isKeptInArchive(folded) && !right.writtenSmall(folded);
      return (metSource.contains(folded) || kept ? KEPT_ONCE : 0)
          + (kept || !archive.knowsSource(folded) ? 1 : 0)
          - (left.hasRelatives(folded) ? RELATED : 0);
    }

    /** Whether the archive has a word in the same spelling on both sides. */
    private boolean isKeptInArchive(String folded) {
      return archive.probability(folded, folded) >= KNOWN;
    }

    /** Whether a name is usually kept, and the neighbouring links have not got it either. */
    boolean keptElsewhere(Name name, int index) {
      int kept = 0;
      int met = 0;
      for (int k = 0; k < source.size(); k++) {
        boolean here = source.get(k).stream().anyMatch(n -> n.folded().equals(name.folded()));
        boolean there = target.get(k).stream().anyMatch(word -> meet(name, word));
        if (there && Math.abs(k - index) == 1) {
          return false;
        }
        kept += here ? 1 : 0;
        met += here && there ? 1 : 0;
      }
      return met >= KEPT && met >= KEPT_SHARE * kept;
    }

    /** Whether two words, one of which is surely a name, may be the same. */
    private boolean isSpelledAlike(Name one, Name other) {
      return (one.calls() || other.calls()) && likeness.alike(one, other);
    }

    /** Where all nouns are written with capitals, names are those that the other side has. */
    private static boolean calls(Name name, Set<String> kept) {
      return !name.term() && (name.calls() || (name.capital() && kept.contains(name.folded())));
    }

    /** The names of a side that most of their links have on the other side as well. */
    private Set<String> kept(
        List<List<Name>> names, List<List<Name>> others, boolean ofSource, int least) {
      Map<String, Integer> all = new HashMap<>();
      Map<String, Integer> met = new HashMap<>();
      for (int k = 0; k < names.size(); k++) {
        for (Name name : names.get(k)) {
          if (name.calls() || name.capital()) {
            all.merge(name.folded(), 1, Integer::sum);
            boolean there =
                others.get(k).stream()
                    .anyMatch(
                        other ->
                            ofSource ? isSpelledAlike(name, other) : isSpelledAlike(other, name));
            met.merge(name.folded(), there ? 1 : 0, Integer::sum);
          }
        }
      }
      Set<String> kept = new HashSet<>();
      met.forEach(
          (name, times) -> {
            if (times >= least && times * 2 >= all.getOrDefault(name, 0)) {
              kept.add(name);
            }
          });
      return kept;
    }

    private boolean isMetInTarget(Name name, int index) {
      return target.get(index).stream()
          .anyMatch(
              word ->
                  likeness.alike(name, word)
                      || (!hasAnother(word, name, source.get(index), /* ofSource= */ true)
                          && meet(name, word)));
    }

    private boolean isMetInSource(Name name, int index) {
      return source.get(index).stream()
          .anyMatch(
              word ->
                  likeness.alike(word, name)
                      || (!hasAnother(word, name, target.get(index), /* ofSource= */ false)
                          && meet(word, name)));
    }

    /**
     * Whether a name is met by another word than the one that asks: a first name always stands
     * beside the last name and is not rendered by it.
     */
    private boolean hasAnother(Name word, Name asking, List<Name> candidates, boolean ofSource) {
      return word.capital()
          && candidates.stream()
              .filter(candidate -> candidate.capital() && candidate.start() != asking.start())
              .anyMatch(
                  candidate ->
                      ofSource ? isSpelledAlike(candidate, word) : isSpelledAlike(word, candidate));
    }

    private boolean meet(Name one, Name other) {
      if (isSpelledAlike(one, other)) {
        return true;
      }
      // A name that is kept elsewhere is not rendered by what happens to stand beside it.
      if (keptSource.contains(one.folded())
          || keptTarget.contains(other.folded())
          || isKeptInArchive(one.folded())
          || isKeptInArchive(other.folded())) {
        return false;
      }
      boolean names = one.capital() && other.capital();
      if (archive.probability(one.folded(), other.folded()) >= (names ? KNOWN : KNOWN_SMALL)) {
        return true;
      }
      String pair = one.folded() + ' ' + other.folded();
      int both = together.getOrDefault(pair, 0);
      int most =
          Math.max(
              sourceCount.getOrDefault(one.folded(), 0),
              targetCount.getOrDefault(other.folded(), 0));
      return both >= (names ? OFTEN : OFTEN_SMALL) && both * 2 >= most;
    }
  }
}
