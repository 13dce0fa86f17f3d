package org.cotejo.translation.collation;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How much a German noun looks like a name. All nouns have capitals; a name shows by what stands
 * before it, by its ending, and by letters that German words do not have.
 */
final class CapitalNouns {
  /** From so much on a noun is taken for a name. */
  static final int NAME = 2;

  private static final Set<String> TITLES =
      Set.of(
          "herr",
          "herrn",
          "frau",
          "fraulein",
          "dr",
          "prof",
          "professor",
          "doktor",
          "major",
          "oberst",
          "hauptmann",
          "leutnant",
          "general",
          "kapitan",
          "konsul",
          "botschafter",
          "gesandter",
          "minister",
          "graf",
          "grafin",
          "baron",
          "furst",
          "konig",
          "kaiser",
          "prinz",
          "sankt",
          "st",
          "von",
          "van",
          "mount",
          "monte",
          "mont",
          "piz",
          "pik",
          "san",
          "kap");
  private static final Set<String> ARTICLES =
      Set.of(
          "der", "die", "das", "des", "dem", "den", "ein", "eine", "einen", "einem", "einer",
          "eines", "kein", "keine", "keinen", "keinem", "keiner", "dieser", "diese", "dieses",
          "diesem", "diesen", "sein", "seine", "seinen", "seinem", "seiner", "ihr", "ihre", "ihren",
          "ihrem", "ihrer", "unser", "unsere", "unseren", "unserem", "unserer", "mein", "meine",
          "im", "am", "zum", "zur", "vom", "beim", "ins", "alle", "viele", "zwei", "drei");
  private static final Pattern NOUN_ENDING =
      Pattern.compile(
          ".{3,}(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|tat|taten|nis"
              + "|nisse|nissen|tum|ling|linge|chen|lein|mann|leute|zeit|jahr|jahre|jahren|tag|tage"
              + "|tagen|werk|wesen|gang|stuck|teil|teile|punkt|weg|seite|hohe|gruppe|gipfel|gebiet"
              + "|gletscher|platz|haus|stelle|lager|lagers|krieg|amt|recht|arbeit|arbeiten)");
  private static final Pattern FOREIGN =
      Pattern.compile("y|x|q|c(?![hk])|[aeiou]{3}|sh|[jdgk]h|oo|ou|[^a-z]");
  private static final Pattern INFLECTED = Pattern.compile(".{3,}(?:e|en|er|es|em)");
  private static final int AFTER_TITLE = 3;
  private static final int ENDING = 3;

  private CapitalNouns() {}

  /**
   * How much a word looks like a name.
   *
   * @param text of the passage
   * @param words of the passage in order
   * @param index of the word
   */
  static int likeness(String text, List<Name> words, int index) {
    Name word = words.get(index);
    int likeness = FOREIGN.matcher(word.folded()).find() ? 1 : 0;
    if (NOUN_ENDING.matcher(word.folded()).matches()) {
      likeness -= ENDING;
    }
    if (index == 0) {
      return likeness;
    }
    Name before = words.get(index - 1);
    if (text.startsWith("-", before.end()) && before.end() + 1 == word.start()) {
      return likeness - ENDING; // Makalu-Gruppe
    }
    if (TITLES.contains(before.folded())) {
      return likeness + AFTER_TITLE;
    }
    if (ARTICLES.contains(before.folded())) {
      return likeness - 1;
    }
    // Names stand without article and adjective.
    return likeness + (before.capital() || !INFLECTED.matcher(before.folded()).matches() ? 1 : 0);
  }
}
