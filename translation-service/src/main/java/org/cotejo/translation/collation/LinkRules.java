package org.cotejo.translation.collation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentences without a counterpart: omitted, added, moved elsewhere, or a whole leaf of another
 * text.
 *
 * <p>A sentence is also omitted where its link joins it to a neighbour whose translation has room
 * for the neighbour alone (Gale and Church 1993: lengths in characters, variance 6.8 a character).
 */
final class LinkRules {
  private static final Pattern TYPIST = Pattern.compile("\\p{L}{2,4}\\s?[:/]\\s?\\p{L}{1,5}\\.?");
  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?iu)(?:[\\p{L}.-]+\\s+){0,3}(?:no|nr|núm|num|n|№)\\s?[.°º]*\\s?\\d[\\d\\s./-]*");
  private static final Pattern ANCHOR = Pattern.compile("\\p{L}{5,}|\\d+");
  private static final int LETTERHEAD_WORDS = 8;
  private static final int LEAST_WORDS = 2;
  private static final double MOVED = .35;

  /**
   * Reports what has no counterpart.
   *
   * @return links whose sides have nothing to do with each other
   */
  Set<Couple> check(Comparison comparison, Findings findings) {
    Counterparts words = new Counterparts(comparison, comparison.archive());
    List<Integer> omitted = new ArrayList<>(comparison.bitext().unlinkedSource());
    List<Integer> added = new ArrayList<>(comparison.bitext().unlinkedTarget());
    omitted.removeIf(segment -> isFurniture(comparison.source().textOf(segment)));
    added.removeIf(segment -> isFurniture(comparison.target().textOf(segment)));
    Set<Couple> strange = new StrangeLeaves(comparison, words).find(omitted, added, findings);
    moved(comparison, omitted, added, findings);
    strange.addAll(new Gaps(comparison, words).find(strange, omitted, added));
    for (int segment : omitted) {
      omission(comparison, segment, findings);
    }
    for (int segment : added) {
      addition(comparison, segment, findings);
    }
    return strange;
  }

  /**
   * Letterheads, page numbers, typists' marks, numbers of registry and single words call for no
   * translation.
   */
  static boolean isFurniture(String text) {
    String plain = text.strip();
    long words = Pattern.compile("\\p{L}{2,}").matcher(plain).results().count();
    boolean shouted = plain.chars().noneMatch(Character::isLowerCase);
    return words < LEAST_WORDS
        || TYPIST.matcher(plain).matches()
        || REFERENCE.matcher(plain).matches()
        || (shouted && words <= LETTERHEAD_WORDS);
  }

  private static void omission(Comparison comparison, int segment, Findings findings) {
    findings.add(
        Rule.OMISSION,
        comparison.whole(new Stretch(comparison.source(), segment, segment + 1)),
        Place.nowhere(),
        Phrase.OMITTED.with());
  }

  private static void addition(Comparison comparison, int segment, Findings findings) {
    findings.add(
        Rule.ADDITION,
        Place.nowhere(),
        comparison.whole(new Stretch(comparison.target(), segment, segment + 1)),
        Phrase.ADDED.with());
  }

  private static void moved(
      Comparison comparison, List<Integer> omitted, List<Integer> added, Findings findings) {
    for (int segment : List.copyOf(omitted)) {
      int best = -1;
      double score = MOVED;
      for (int other : added) {
        double alike =
            alike(comparison.source().textOf(segment), comparison.target().textOf(other));
        if (alike > score) {
          best = other;
          score = alike;
        }
      }
      if (best >= 0) {
        findings.add(
            Rule.ORDER,
            comparison.whole(new Stretch(comparison.source(), segment, segment + 1)),
            comparison.whole(new Stretch(comparison.target(), best, best + 1)),
            Phrase.ELSEWHERE.with());
        omitted.remove(Integer.valueOf(segment));
        added.remove(Integer.valueOf(best));
      }
    }
  }

  /** Share of the long words and numbers that look alike; 0 where fewer than two do. */
  static double alike(String source, String target) {
    Set<String> left = anchors(source);
    Set<String> right = anchors(target);
    long met =
        left.stream()
            .filter(word -> right.stream().anyMatch(other -> Spelling.same(word, other)))
            .count();
    int fewer = Math.min(left.size(), right.size());
    return met < 2 ? 0 : (double) met / fewer;
  }

  private static Set<String> anchors(String text) {
    Set<String> anchors = new HashSet<>();
    Matcher words = ANCHOR.matcher(text);
    while (words.find()) {
      anchors.add(Spelling.folded(words.group()));
    }
    return anchors;
  }
}
