package org.cotejo.translation.collation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.cotejo.translation.reading.PlacedWord;

/**
 * Whole passages: left untranslated, given twice, translated from what nobody could read, or with a
 * bracket that is never closed.
 */
final class PassageRules implements CollationRule {
  private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern NAMES = Pattern.compile("\\p{Lu}[\\p{L}\\p{M}]*");
  private static final int LEAST_WORDS = 5;
  private static final double LEFT_AS_IT_WAS = .8;
  // A smudged word or two are no passage that nobody could read.
  private static final int LEAST_UNREAD = 3;
  private static final double SURE = .62;

  @Override
  public void check(Comparison comparison, Findings findings) {
    for (Couple couple : comparison.couples()) {
      untranslated(comparison, couple, findings);
      unreadable(comparison, couple, findings);
    }
    repeated(comparison, comparison.source(), comparison.target(), findings);
    repeated(comparison, comparison.target(), comparison.source(), findings);
    for (int k = 0; k < comparison.target().segments().size(); k++) {
      unbalanced(comparison, new Stretch(comparison.target(), k, k + 1), findings);
    }
  }

  private static void untranslated(Comparison comparison, Couple couple, Findings findings) {
    List<String> source = words(couple.source().compared());
    // Names stay as they are; only what could have been translated tells.
    List<String> target = words(NAMES.matcher(couple.target().compared()).replaceAll(" "));
    if (comparison.source().language().equals(comparison.target().language())
        || target.size() < LEAST_WORDS) {
      return;
    }
    Set<String> known = new HashSet<>(source);
    long same = target.stream().filter(known::contains).count();
    if (same >= LEFT_AS_IT_WAS * target.size()) {
      findings.add(
          Rule.UNTRANSLATED,
          comparison.whole(couple.source()),
          comparison.whole(couple.target()),
          Phrase.UNTRANSLATED.with());
    }
  }

  private static void unreadable(Comparison comparison, Couple couple, Findings findings) {
    List<PlacedWord> words =
        comparison.reading().text().wordsIn(couple.source().start(), couple.source().stop());
    double mean = words.stream().mapToDouble(PlacedWord::confidence).average().orElse(1);
    if (mean < Comparison.UNREAD
        && words(couple.source().text()).size() >= LEAST_UNREAD
        && couple.confidence() >= SURE) {
      findings.add(
          Rule.UNREADABLE,
          comparison.whole(couple.source()),
          comparison.whole(couple.target()),
          Phrase.UNREADABLE.with());
    }
  }

  /** A sentence that one side has more often than the other side has the same or any twin. */
  private static void repeated(Comparison comparison, Side side, Side other, Findings findings) {
    int allowed = twins(other);
    Map<String, Integer> seen = new HashMap<>();
    List<Integer> again = new ArrayList<>();
    for (int k = 0; k < side.segments().size(); k++) {
      String text = side.textOf(k);
      if (words(text).size() >= LEAST_WORDS
          && !LinkRules.isFurniture(text)
          && seen.put(Spelling.folded(text), k) != null) {
        again.add(k);
      }
    }
    if (again.size() <= allowed) {
      return;
    }
    for (int k : again) {
      Place place = comparison.whole(new Stretch(side, k, k + 1));
      boolean original = comparison.isSource(side);
      findings.add(
          Rule.REPETITION,
          original ? place : Place.nowhere(),
          original ? Place.nowhere() : place,
          (original ? Phrase.REPEATED_IN_ORIGINAL : Phrase.REPEATED_IN_TRANSLATION).with());
    }
  }

  private static int twins(Side side) {
    Set<String> seen = new HashSet<>();
    int twins = 0;
    for (int k = 0; k < side.segments().size(); k++) {
      String text = side.textOf(k);
      if (words(text).size() >= LEAST_WORDS && !seen.add(Spelling.folded(text))) {
        twins++;
      }
    }
    return twins;
  }

  private static void unbalanced(Comparison comparison, Stretch stretch, Findings findings) {
    Deque<Integer> open = new ArrayDeque<>();
    String text = stretch.text();
    int odd = -1;
    for (int at = 0; at < text.length(); at++) {
      char letter = text.charAt(at);
      if (letter == '[') {
        open.push(at);
      } else if (letter == ']' && !open.isEmpty()) {
        open.pop();
      } else if (letter == ']') {
        odd = at;
      }
    }
    odd = open.isEmpty() ? odd : open.peek();
    if (odd >= 0) {
      findings.add(
          Rule.ANNOTATION,
          Place.nowhere(),
          comparison.inTarget(stretch, odd, odd + 1),
          Phrase.BRACKET.with());
    }
  }

  private static List<String> words(String text) {
    return List.of(WORDS.split(text, -1)).stream()
        .map(Spelling::folded)
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
