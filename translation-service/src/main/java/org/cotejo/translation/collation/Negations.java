package org.cotejo.translation.collation;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * Whether a passage denies, and whether it says so without a word of denial.
 *
 * <p>What merely looks like a denial is none: {@code sin embargo}, {@code no sólo}, {@code no
 * doubt}, {@code nicht nur}, and the restrictions {@code no ... sino} and {@code ne ... que}, which
 * other languages say with {@code only}. How often a passage denies is not compared: Spanish and
 * Russian deny twice what English denies once.
 */
final class Negations {
  // "ne" and "que" with none of the words between them that make a full denial of it.
  private static final String FRENCH_ONLY =
      "(?!(?:(?!\\b(?:pas|point|jamais|rien|plus|aucune?|personne|guère|ni)\\b)[^.;:!?]){1,50}"
          + "\\bqu[e'’])";

  // "ne laisse pas de", "ne puis m'empêcher de", "n'en doute pas" affirm.
  private static final String FRENCH_DOUBLE =
      "(?![^.;:!?]{1,30}\\b(?:laiss\\p{L}*\\s+pas\\s+d[e'’]|emp[êe]ch\\p{L}*|dout\\p{L}*|"
          + "cess\\p{L}*|manqu\\p{L}*)\\b)";

  private static final Map<String, Pattern> DENYING =
      WordPatterns.of(
          Map.of(
              "en",
              "not(?!\\s+(?:only|merely|withstanding|a\\s+(?:few|little)|(?:been|gone|got)\\s+(?:long|far)))|no(?!\\s+(?:doubt|less|sooner|small|matter)|\\.?\\s*\\d)"
                  + "|never(?!theless)|nothing(?!\\s+(?:but|less|else|for|more|could|can))|nobody|none(?!theless)|neither"
                  + "|nor|nowhere|cannot|without(?!\\s+(?:doubt|hesitation|delay))"
                  + "|\\p{L}+n['’]t",
              "es",
              "no(?!\\s+(?:obstante|sólo|solo|solamente|bien|más\\s+que|menos|poc[oa]s?|cabe\\s+duda|hay\\s+duda)\\b)"
                  + "(?![^.;:!?]{1,80}\\b(?:sino|más\\s+que|hasta)\\b)"
                  + "|ni|nunca|jamás|nada|nadie|ningún|ningun|ninguno|ninguna"
                  + "|sin(?![\\s,]+(?:embargo|duda|demora|cesar|falta))|tampoco",
              "fr",
              "(?:ne(?=\\s)|n(?=['’]))"
                  + FRENCH_ONLY
                  + FRENCH_DOUBLE
                  + "|non(?!\\s+(?:seulement|plus))|ni|jamais|(?<!avant qu[e'’] ?)aucune?|nulle?|rien(?=\\s+de)"
                  + "|(?<!laiss\\p{L}{0,7}\\s)pas(?=\\s+(?:de|d['’]|une?|encore|même|plus|moyen)\\b)"
                  + "|sans(?!\\s+(?:doute|délai|cesse|hésit\\p{L}*|peine))",
              "de",
              "nicht(?!\\s+(?:nur|allein|bloß|minder|zuletzt|un\\p{L}+))|kein\\p{L}*|nie|niemals|nichts"
                  + "|niemand\\p{L}*|nirgends|nirgendwo|ohne(?!\\s+(?:zweifel|weiteres))|weder",
              "ru",
              "не(?!\\s+только)|ни|нет|никогда|ничего|ничто|никто|никого|никак\\p{L}*|нигде|нельзя"
                  + "|без|невозможно"));

  // Words that deny by what they mean or how they are made. They answer a denial of the other side
  // and are none themselves.
  private static final Map<String, Pattern> ANSWERING =
      WordPatterns.of(
          Map.of(
              "en",
              "vain\\p{L}*|lack\\p{L}*|refus\\p{L}*|den(?:y|ies|ied|ial)|fail\\p{L}*|hardly|scarcely|barely|seldom"
                  + "|rarely|in(?:a[bcd]|calc|cap|com[mp]|con[sv]|corr|cred|cur|dec|def|dep|differ|dign"
                  + "|direct|disp|eff|equ|ev|exh|exp|fini|flex|fre|grat|hum|just|noc|num|op|sa[nt]"
                  + "|sec|sens|sep|sign|sol|stab|subord|suff|supp|surm|tol|val|vi[ns]|volun)\\p{L}+"
                  + "|im(?:mat|med|mob|mod|mor|mut|par|pass|pat|perf|pen|pol|poss|pot|prac|prob|prop"
                  + "|prud|pun|pur)\\p{L}*|ir[r]\\p{L}+|ill(?:eg|ic|it|og)\\p{L}+"
                  + "|un(?!der|til|to|ion|it|ivers|less|cle|iq|anim)\\p{L}+"
                  + "|dis(?:a[bdgplrsv]|b|c[ro]|h|l|o[bw]|pens|pl|reg|s[au]|tru|un)\\p{L}*|less"
                  + "|\\p{L}+less\\p{L}*|few|little|only|rather|except|unless|avoid\\p{L}*"
                  + "|prevent\\p{L}*|forb\\p{L}*|cease\\p{L}*|stop\\p{L}*|empty|absen\\p{L}+|before|lost|los(?:e|ing)"
                  + "|mistak\\p{L}*|wrong\\p{L}*|otherwise|other\\s+than|that\\s+is\\s+all|beware|tired|non",
              "es",
              "ap[eé]nas|vano|vanamente|rechaz\\p{L}*|neg(?:ar|ó|aron|ad|ativ|ándo|aba)\\p{L}*|niega\\p{L}*|falt\\p{L}*"
                  + "|in(?:a[cdu]|cap|com[np]|con[st]|corr|cre[ií]|dec|def|depen|difer|dig|direct|efi"
                  + "|es[pt]|evi|exp|fel|fie|fini|frec|frut|grat|hum|jus|mens|m[oóuú]|num|oc|opor|quiet"
                  + "|seg|sens|sep|sign|sol|sop|sufi|tol|[uú]til|v[aá]l|vis|volun)\\p{L}+"
                  + "|im(?:pac|parc|ped|perf|pos|prob|prop|prud|pun)\\p{L}*|irr\\p{L}+|ileg\\p{L}+"
                  + "|des(?:a[cgpv]|con[ofst]|cui|dich|hon|igual|ist|leal|nud|obed|ocu|oíd|orden|prec"
                  + "|prov)\\p{L}*|dej[aóe]\\p{L}*|carec\\p{L}*|m[eé]nos|poc[oa]s?|salvo|excepto|evit\\p{L}*"
                  + "|raras?\\s+ve\\p{L}+|cesa\\p{L}*|vac[ií]\\p{L}+|sol[oa]|sólo|solamente|únicamente",
              "fr",
              "guère|vain\\p{L}*|inesp\\p{L}+|refus\\p{L}*|nier?|nia(?:it|ient)?|manqu\\p{L}*|in(?:a[cdtu]|cap|com[mp]|con[snt]"
                  + "|corr|croy|cré|déc|déf|dép|dig|dir|disp|dif|effic|ex[pta]|év|fini|grat|hab|hum|jus"
                  + "|nom|noc|out|quiet|sens|sign|sol|sép|suff|supp|tol|util|vi[ns]|vol)\\p{L}+"
                  + "|im(?:mob|mor|pat|parf|poss|prat|prob|prop|prud|pui|pun)\\p{L}*|irr\\p{L}+|illég\\p{L}+"
                  + "|dés(?:a|ob|ord|h)\\p{L}+|mal|peu|moins|non|(?<=\\bn(?:e|['’])[^.;:!?]{1,60})que|plus(?=\\s+(?:de|d|rien|jamais|personne|un|une|aucune?)\\b)|autre(?:ment|s)?|voilà\\s+tout|seul\\p{L}*|sauf|excepté|évit\\p{L}*"
                  + "|empêch\\p{L}*|cess\\p{L}+|faute",
              "de",
              "kaum|umsonst|vergeb\\p{L}+|weiger\\p{L}*|fehl\\p{L}*|un(?!d|s|ter|ser|gefähr|iver|iform|ion)\\p{L}+"
                  + "|\\p{L}+los(?:e\\p{L}?)?|wenig\\p{L}*|nur|außer|selten|verhinder\\p{L}*"
                  + "|vermeid\\p{L}*|mangel\\p{L}*|leugne\\p{L}*|bloß|allein",
              "ru",
              "отказ\\p{L}*|отриц\\p{L}*|не\\p{L}{4,}|едва|мало|лишь|только|кроме|отсутств\\p{L}*"));

  private static final Pattern QUESTION = Pattern.compile("[?\u00bf\uff1f]");

  /** Who asks what, where or who does not ask whether. */
  private static final Map<String, Pattern> ASKING_WHAT =
      WordPatterns.of(
          Map.of(
              "en", "who|whom|whose|what|where|when|which|how",
              "es", "qué|qui[eé]n(?:es)?|d[oó]nde|cu[aá]ndo|[cq]u[aá]l(?:es)?|c[oó]mo",
              "fr", "qui|où|quand|quel(?:le)?s?|comment|combien|quoi",
              "de", "wer|wen|wem|wessen|was|wo|wohin|woher|wann|welche\\p{L}*|wie",
              "ru", "кто|кого|кому|что|где|куда|когда|как(?:ой|ая|ие|ое)?"));

  private static final Map<String, Pattern> INDIRECT =
      WordPatterns.of(
          Map.of(
              "en",
              "whether|(?:ask|inquir|enquir|wonder|doubt|see|know)\\p{L}*[^.;:!?]{0,40}\\bif",
              "es",
              "si\\s+acaso|(?:pregunt|dud|inform|averigu|inquir)\\p{L}*[^.;:!?]{0,40}\\bsi",
              "fr",
              "(?:demand|dout|voir|savoir|inform)\\p{L}*[^.;:!?]{0,40}\\b(?:si|s(?=['’]\\s?ils?\\b))",
              "de",
              "ob",
              "ru",
              "ли"));

  private Negations() {}

  /** Whether denials of two languages can be compared. */
  static boolean knows(String language) {
    return DENYING.containsKey(language);
  }

  /** Whether a passage denies. */
  static boolean denies(Stretch stretch) {
    return count(DENYING, stretch) > 0;
  }

  /** Whether a passage asks whether something is so: who asks may deny or not. */
  static boolean asksWhether(Stretch stretch) {
    return count(INDIRECT, stretch) > 0
        || (QUESTION.matcher(stretch.compared()).find() && count(ASKING_WHAT, stretch) == 0);
  }

  /**
   * How many words of a passage may say what the other side denies. Those that the other side has
   * as well stand for each other and not for a denial.
   */
  static int answers(Stretch stretch) {
    return count(ANSWERING, stretch);
  }

  private static int count(Map<String, Pattern> words, Stretch stretch) {
    Pattern pattern = words.get(stretch.side().language());
    return pattern == null ? 0 : (int) pattern.matcher(stretch.compared()).results().count();
  }
}
