package org.cotejo.ocr.recognition;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the languages of a page whose record does not say them: from a first reading, block by
 * block, so that a letter with an annex in another language gets both.
 *
 * @param finder of the language of each block
 * @param models that are installed
 */
record PageLanguages(LanguageFinder finder, SortedSet<String> models) {
  /** What changes when other languages may be found for the same reading. */
  static final String VERSION = "1";

  /** A block with less says too little. */
  private static final int LEAST_LETTERS = 40;

  /** A language with less of the page is a quotation or an error. */
  private static final double LEAST_SHARE = 0.15;

  /** Each further model takes time and makes errors of its own. */
  private static final int MOST_LANGUAGES = 3;

  /** One for each alphabet is enough to see the language by. */
  private static final String LATIN = "eng";

  private static final List<String> OTHER_ALPHABETS = List.of("rus", "ell");

  /** The languages of the first reading. */
  List<LanguageTag> first() {
    Set<String> names = languages();
    Stream<String> latin =
        names.contains(LATIN)
            ? Stream.of(LATIN)
            : names.stream().filter(name -> !OTHER_ALPHABETS.contains(name)).limit(1);
    return Stream.concat(latin, OTHER_ALPHABETS.stream().filter(names::contains))
        .map(PageLanguages::tag)
        .toList();
  }

  /** All that are installed and named for a language. */
  List<LanguageTag> candidates() {
    return languages().stream().map(PageLanguages::tag).toList();
  }

  /** The languages of what was read, the main one first; none when it does not say. */
  List<LanguageTag> of(List<Block> blocks) {
    Map<String, Integer> letters = new HashMap<>();
    int all = 0;
    for (Block block : blocks) {
      String text = text(List.of(block));
      int size = letters(text);
      all += size;
      if (size >= LEAST_LETTERS) {
        finder.model(text, languages()).ifPresent(name -> letters.merge(name, size, Integer::sum));
      }
    }
    if (letters.isEmpty()) {
      Optional<String> whole =
          all < LEAST_LETTERS ? Optional.empty() : finder.model(text(blocks), languages());
      return whole.map(PageLanguages::tag).stream().toList();
    }
    double least = LEAST_SHARE * all;
    return letters.entrySet().stream()
        .filter(entry -> entry.getValue() >= least)
        .sorted(
            Comparator.comparing((Map.Entry<String, Integer> entry) -> -entry.getValue())
                .thenComparing(Map.Entry::getKey))
        .limit(MOST_LANGUAGES)
        .map(entry -> tag(entry.getKey()))
        .toList();
  }

  /** Models named for a script ({@code chi_sim}) are read through their language's tag alone. */
  private SortedSet<String> languages() {
    return models.stream()
        .filter(name -> name.matches("[a-z]{3}"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String text(List<Block> blocks) {
    return blocks.stream()
        .flatMap(block -> block.lines().stream())
        .map(Line::text)
        .collect(Collectors.joining(" "));
  }

  private static int letters(String text) {
    return (int) text.codePoints().filter(Character::isLetter).count();
  }

  /** The shorter tag where there is one: {@code es} of {@code spa}. */
  private static LanguageTag tag(String model) {
    for (String code : Locale.getISOLanguages()) {
      if (code.length() == 2 && Locale.of(code).getISO3Language().equals(model)) {
        return new LanguageTag(code);
      }
    }
    return new LanguageTag(model);
  }
}
