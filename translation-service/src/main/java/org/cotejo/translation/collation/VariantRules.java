package org.cotejo.translation.collation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotejo.translation.reading.Furniture;
import org.cotejo.translation.reading.Likeness;
import org.cotejo.translation.reading.PageBox;

/**
 * Spellings of one name that differ inside a document: by an accent or a letter on one side, beside
 * a name that both sides share, between the text and an editor's brackets, or by a number in a
 * letterhead that comes again.
 */
final class VariantRules implements CollationRule {
  private static final Pattern WORD = Pattern.compile("\\p{Lu}\\p{Ll}[\\p{L}\\p{M}]*");
  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final int SHORTEST = 5;
  private static final int SHORTEST_ACCENTED = 4;

  @Override
  public void check(Comparison comparison, Findings findings) {
    withinSide(comparison, comparison.source(), findings);
    withinSide(comparison, comparison.target(), findings);
    Countries countries = new Countries(comparison.source().language());
    comparison
        .couples()
        .forEach(couple -> besideSharedName(comparison, couple, countries, findings));
    letterheads(comparison.reading().text().furniture(), findings);
  }

  private static void withinSide(Comparison comparison, Side side, Findings findings) {
    Names names = new Names(side);
    Map<String, Stretch> where = new LinkedHashMap<>();
    Map<String, int[]> offsets = new HashMap<>();
    for (int k = 0; k < side.segments().size(); k++) {
      Stretch stretch = new Stretch(side, k, k + 1);
      Matcher words = WORD.matcher(stretch.text());
      while (words.find()) {
        String word = words.group();
        if (word.length() >= SHORTEST_ACCENTED
            && !names.writtenSmall(Spelling.folded(word))
            && !where.containsKey(word)) {
          where.put(word, stretch);
          offsets.put(word, new int[] {words.start(), words.end()});
        }
      }
    }
    List<String> words = new ArrayList<>(where.keySet());
    List<String> folded = words.stream().map(Spelling::folded).toList();
    for (int k = 0; k < words.size(); k++) {
      for (int j = 0; j < k; j++) {
        if (variants(folded.get(j), folded.get(k))) {
          report(comparison, side, where, offsets, words.get(j), words.get(k), findings);
        }
      }
    }
  }

  private static void report(
      Comparison comparison,
      Side side,
      Map<String, Stretch> where,
      Map<String, int[]> offsets,
      String first,
      String second,
      Findings findings) {
    Stretch stretch = where.getOrDefault(second, where.values().iterator().next());
    int[] at = offsets.getOrDefault(second, new int[2]);
    boolean original = comparison.isSource(side);
    if (original && comparison.isHardlyRead(comparison.inSource(stretch, at[0], at[1]))) {
      return;
    }
    findings.add(
        Rule.SPELLING_VARIANT,
        original ? comparison.inSource(stretch, at[0], at[1]) : Place.nowhere(),
        original ? Place.nowhere() : comparison.inTarget(stretch, at[0], at[1]),
        (original ? Phrase.SPELLED_TWICE_IN_ORIGINAL : Phrase.SPELLED_TWICE_IN_TRANSLATION)
            .with(first, second));
  }

  /** One name by an accent, or by one letter that no ending of a language explains. */
  private static boolean variants(String first, String second) {
    if (first.equals(second)) {
      return true;
    }
    if (Math.min(first.length(), second.length()) < SHORTEST
        || first.charAt(0) != second.charAt(0)
        || Math.abs(first.length() - second.length()) > 1
        || Likeness.distance(first, second) != 1) {
      return false;
    }
    String shorter = first.length() < second.length() ? first : second;
    String longer = shorter.equals(first) ? second : first;
    if (shorter.length() == longer.length()) {
      // The last letter tells gender or case (Mario, Maria): no variant of one name.
      return first.regionMatches(first.length() - 1, second, second.length() - 1, 1)
          && first.length() > SHORTEST;
    }
    return !longer.startsWith(shorter) || (longer.endsWith("n") && shorter.endsWith("i"));
  }

  /** {@code Dorticos Torredo} beside {@code Dorticos Torrado}. */
  private static void besideSharedName(
      Comparison comparison, Couple couple, Countries countries, Findings findings) {
    List<Name> ours = capitalised(couple.source());
    List<Name> theirs = capitalised(couple.target());
    for (int k = 0; k + 1 < ours.size(); k++) {
      for (int j = 0; j + 1 < theirs.size(); j++) {
        if (ours.get(k).folded().equals(theirs.get(j).folded())) {
          oneLetter(comparison, couple, countries, ours.get(k + 1), theirs.get(j + 1), findings);
        }
        if (ours.get(k + 1).folded().equals(theirs.get(j + 1).folded())) {
          oneLetter(comparison, couple, countries, ours.get(k), theirs.get(j), findings);
        }
      }
    }
  }

  private static void oneLetter(
      Comparison comparison,
      Couple couple,
      Countries countries,
      Name one,
      Name other,
      Findings findings) {
    // Countries are spelled as each language does: Brasil and Brazil are no variants.
    boolean variant =
        one.folded().length() == other.folded().length()
            && one.folded().length() >= SHORTEST
            && one.folded().endsWith(other.folded().substring(other.folded().length() - 1))
            && countries.of(one).isEmpty()
            && Likeness.distance(one.folded(), other.folded()) == 1;
    if (variant) {
      findings.add(
          Rule.SPELLING_VARIANT,
          comparison.inSource(couple.source(), one.start(), one.end()),
          comparison.inTarget(couple.target(), other.start(), other.end()),
          Phrase.SPELLED_OTHERWISE.with(one.written(), other.written()));
    }
  }

  private static Place onPage(Furniture known) {
    List<PageBox> boxes =
        known.words().stream()
            .map(word -> new PageBox(known.page(), word.box(), known.regionId()))
            .toList();
    return new Place(List.of(), 0, 0, boxes);
  }

  private static List<Name> capitalised(Stretch stretch) {
    List<Name> found = new ArrayList<>();
    Matcher words = WORD.matcher(stretch.compared());
    while (words.find()) {
      String folded = Spelling.folded(words.group());
      found.add(new Name(words.start(), words.end(), words.group(), folded, true, false));
    }
    return found;
  }

  /** A letterhead that comes again with another number: 155 and 135 East 44th Street. */
  private static void letterheads(List<Furniture> furniture, Findings findings) {
    Map<String, Map<String, Furniture>> byShape = new LinkedHashMap<>();
    for (Furniture piece : furniture) {
      String shape = DIGITS.matcher(piece.text()).replaceAll("#");
      if (shape.chars().filter(Character::isLetter).count() >= 8 && shape.contains("#")) {
        byShape
            .computeIfAbsent(shape.strip(), key -> new LinkedHashMap<>())
            .putIfAbsent(piece.text(), piece);
      }
    }
    for (Map<String, Furniture> texts : byShape.values()) {
      List<Furniture> spellings = List.copyOf(texts.values());
      for (int k = 1; k < spellings.size(); k++) {
        findings.add(
            Rule.SPELLING_VARIANT,
            onPage(spellings.get(k)),
            Place.nowhere(),
            Phrase.OTHER_LETTERHEAD.with(spellings.getFirst().text(), spellings.get(k).text()));
      }
    }
  }
}
