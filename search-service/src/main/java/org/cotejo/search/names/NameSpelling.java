package org.cotejo.search.names;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cotejo.search.retrieval.Folding;

/**
 * Spells a name in Latin letters as they are read in English, by the rules of the language that it
 * is written in: the j of Spanish is a kh, the sch of German an sh. The codes of sounds were made
 * for such spellings. Cyrillic letters follow the usual transliteration of Russian.
 */
public final class NameSpelling {
  private static final Map<Character, String> CYRILLIC =
      letters(
          "а=a б=b в=v г=g ґ=g д=d е=e є=ye ж=zh з=z и=i і=i й=i к=k л=l м=m н=n о=o п=p р=r с=s"
              + " т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya");

  /** In the order in which they are applied; a capital stands for a sound that is finished. */
  private static final Map<String, List<String[]>> RULES =
      Map.of(
          "es", rules("j=Kh ge=Khe gi=Khi gui=gi gue=ge ll=y ñ=ny qu=k ce=se ci=si"),
          "de", rules("tsch=CH sch=SH ^ch=Kh chr=Khr w=V z=TS"),
          "fr", rules("tch=CH ch=SH ou=u qu=k ge=ZHe gi=ZHi ce=se ci=si j=ZH"));

  private NameSpelling() {}

  /** The spelling of a word of a text whose language is known. */
  public static String latin(String word, String languageTag) {
    String language = languageTag.split("-", 2)[0];
    return spelt(word, RULES.getOrDefault(language, List.of()));
  }

  /** All spellings of a word of which nobody says in what language it is. */
  public static Set<String> latin(String word) {
    Set<String> spellings = new LinkedHashSet<>(Set.of(spelt(word, List.of())));
    RULES.values().forEach(rules -> spellings.add(spelt(word, rules)));
    return spellings;
  }

  private static String spelt(String word, List<String[]> rules) {
    // What the rules ask for is read before accents are taken off; ñ is no n.
    String spelt = "^" + word.toLowerCase(Locale.ROOT);
    for (String[] rule : rules) {
      spelt = spelt.replace(rule[0], rule[1]);
    }
    StringBuilder latin = new StringBuilder();
    for (char letter : Folding.fold(spelt).toCharArray()) {
      String sound = CYRILLIC.get(letter);
      if (sound != null) {
        latin.append(sound);
      } else if (letter >= 'a' && letter <= 'z') {
        latin.append(letter);
      }
    }
    return latin.toString();
  }

  private static Map<Character, String> letters(String table) {
    Map<Character, String> letters = new LinkedHashMap<>();
    for (String[] pair : rules(table)) {
      letters.put(pair[0].charAt(0), pair[1]);
    }
    return Map.copyOf(letters);
  }

  private static List<String[]> rules(String table) {
    return List.of(table.split(" ", -1)).stream().map(rule -> rule.split("=", 2)).toList();
  }
}
