package org.cotejo.translation.segmentation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words that end in a full stop without ending a sentence, by language.
 *
 * <p>Own lists, kept short on purpose: what is common in letters, reports and memoranda. Two kinds
 * are told apart: those that always stand before something (titles, references) and those that may
 * also be the last word of a sentence (countries, {@code etc.}).
 */
final class Abbreviations {
  private static final String EVERYWHERE =
      "dr prof st mr mrs ms jr no nr vol fig cf vs ca op cit ibid art pág pag pp cap núm num gen col"
          + " tel apdo aprox";

  private static final Map<String, String> LEADING =
      Map.of(
          "es",
              "sr sra srta sres dra ing lic arq prof gral cnel cap tte sgto cmdte comdte exmo excmo"
                  + " excma ilmo ilma mons fr pbro d dña ud uds vd vds s.e s.m av avda c núm nº n° art"
                  + " arts pág págs cap vol tomo párr ref v.gr p.ej ej aprox lcdo hnos",
          "en",
              "mr mrs ms messrs dr prof rev hon gen col lt capt cmdr maj sgt adm amb sen rep gov pres"
                  + " sec fr st mt ft no nos vol vols p pp ch fig ed eds e.g i.e viz approx dept asst",
          "de",
              "hr hrn fr dr prof ing dipl hl st str nr bd s ff vgl z.b d.h u.a bzw ca usw o.ä i.a"
                  + " gen frhr kgl kais geb gest abs art ziff anm hrsg z b d h bzw evtl ggf inkl sog frl gez i.j u.ä z.t z.zt"
                  + " v.chr n.chr",
          "fr",
              "m mm mme mmes mlle mlles me dr pr mgr st ste art chap p pp vol fig n° no cf ex p.ex"
                  + " gén col cap cdt lt env av bd",
          "pt", "sr sra srs dr dra exmo exma prof eng gen cel cap av r pág págs art n.º nº vol",
          "it", "sig sig.ra sigg dott dott.ssa prof ing avv on gen col cap pag pagg art n s.e",
          "ru", "г гг ул д т.е т.д т.п им см стр проф акад ген тов гр",
          "cs", "p pí pan ing dr mudr judr prof gen plk č čj str odst tzv např tj atd",
          "is", "hr fr dr bls nr skv þ.e t.d m.a o.s.frv");

  private static final String CLOSING =
      "ee.uu ee.uu.aa u.s u.s.a u.k u.n u.r.s.s o.n.u o.e.a n.y d.c etc a.m p.m a.c d.c s.a inc ltd"
          + " co corp cía cia usw ff u.s.w u.s.s.r i.e.s r.d.a r.f.a e.u e.u.a b.c a.d";

  /** Of states and unions, which English sets before what is theirs: {@code U.S. Navy}. */
  private static final Set<String> BEFORE_NOUNS =
      Set.of("u.s", "u.k", "u.n", "u.s.s.r", "e.u", "e.e.c");

  /** English words that open a sentence rather than name an institution. */
  private static final Set<String> OPENING =
      words(
          "the a an this that these those there here he she it they we you i his her its their our"
              + " your my one some many most all both each no none nothing not and but or nor for so"
              + " yet if when while where who what which why how as at by in on of to from with"
              + " without within under over after before during since until upon about against"
              + " between among through although though because however moreover furthermore"
              + " therefore thus then now once only also again later finally first second next last"
              + " meanwhile nevertheless perhaps indeed yes today yesterday tomorrow tonight early"
              + " late in spite despite according mr mrs miss dr is are was were has have had will"
              + " would can could should may might must do does did let another such other others"
              + " every nobody everybody everyone someone anyone unless whether even still just");

  /** Words of their own, which lead only where a number follows; and the short names of months. */
  private static final String BEFORE_NUMBERS =
      "no art fig jan feb febr mar apr jun jul aug sep sept oct okt nov dec dez ene abr ago dic janv"
          + " févr avr juil déc fev fév set out mag giu lug ott";

  private static final Set<String> NUMBERED = words(BEFORE_NUMBERS);
  private static final Set<String> COMMON = words(EVERYWHERE);
  private static final Set<String> MAY_CLOSE = words(CLOSING);
  private static final Map<String, Set<String>> BY_LANGUAGE = byLanguage();
  private static final Set<String> ORDINAL_LANGUAGES =
      Set.of(
          "de", "da", "no", "nb", "nn", "is", "cs", "sk", "pl", "fi", "hu", "hr", "sl", "et", "lv");

  /** Digits or Roman numerals. */
  private static final Pattern NUMBER = Pattern.compile("\\d.*|[IVXLC]+");

  private final Set<String> ofLanguage;
  private final boolean ordinals;
  private final boolean statesLead;

  private Abbreviations(Set<String> ofLanguage, boolean ordinals, boolean statesLead) {
    this.ofLanguage = ofLanguage;
    this.ordinals = ordinals;
    this.statesLead = statesLead;
  }

  /** Those of a BCP 47 tag; an unknown language has the common ones. */
  static Abbreviations of(String language) {
    String primary = Locale.forLanguageTag(language).getLanguage();
    return new Abbreviations(
        BY_LANGUAGE.getOrDefault(primary, Set.of()),
        ORDINAL_LANGUAGES.contains(primary),
        primary.equals("en"));
  }

  /**
   * Whether a sentence cannot end with a word.
   *
   * @param word without its last full stop
   * @param next the word that follows
   */
  boolean leads(String word, String next) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (NUMBERED.contains(lower)) {
      return NUMBER.matcher(next).matches();
    }
    return isInitial(word)
        || COMMON.contains(lower)
        || ofLanguage.contains(lower)
        || (ordinals && isOrdinal(word));
  }

  /** Whether a word is an abbreviation that may or may not end a sentence. */
  boolean mayClose(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return MAY_CLOSE.contains(lower) || isLetterByLetter(word);
  }

  /**
   * Whether an abbreviation belongs to the noun with a capital that follows.
   *
   * @param word without its last full stop
   * @param next the word that follows
   */
  boolean qualifies(String word, String next) {
    return statesLead
        && BEFORE_NOUNS.contains(word.toLowerCase(Locale.ROOT))
        && !OPENING.contains(next.toLowerCase(Locale.ROOT));
  }

  /** Whether pieces typed with spaces between ({@code EE. UU.}) are one abbreviation. */
  boolean isTogether(String pieces) {
    String lower = pieces.toLowerCase(Locale.ROOT);
    return lower.indexOf('.') > 0 && (MAY_CLOSE.contains(lower) || ofLanguage.contains(lower));
  }

  private static boolean isInitial(String word) {
    return word.codePointCount(0, word.length()) == 1 && Character.isUpperCase(word.codePointAt(0));
  }

  private static boolean isOrdinal(String word) {
    return !word.isEmpty()
        && word.length() <= 2
        && word.chars().allMatch(digit -> digit >= '0' && digit <= '9');
  }

  /** {@code U.R.S.S}, {@code a.m}: letters with full stops between. */
  private static boolean isLetterByLetter(String word) {
    if (word.length() < 3 || word.length() % 2 == 0) {
      return false;
    }
    for (int at = 0; at < word.length(); at++) {
      boolean fits = at % 2 == 0 ? Character.isLetter(word.charAt(at)) : word.charAt(at) == '.';
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static Map<String, Set<String>> byLanguage() {
    Map<String, Set<String>> byLanguage = new HashMap<>();
    LEADING.forEach((language, list) -> byLanguage.put(language, words(list)));
    return Map.copyOf(byLanguage);
  }

  private static Set<String> words(String list) {
    return Set.copyOf(new HashSet<>(java.util.List.of(list.split(" ", -1))));
  }
}
