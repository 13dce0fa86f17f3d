package org.cotejo.translation.collation;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words for numbers of a language, folded. */
final class NumberWords {
  private static final Map<String, String> CARDINALS =
      Map.of(
          "en",
              "two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12"
                  + " thirteen 13 fourteen 14 fifteen 15 sixteen 16 seventeen 17 eighteen 18"
                  + " nineteen 19 twenty 20 thirty 30 forty 40 fifty 50 sixty 60 seventy 70 eighty"
                  + " 80 ninety 90 hundred 100 thousand 1000 million 1000000 millions 1000000",
          "es",
              "dos 2 tres 3 cuatro 4 quatro 4 cinco 5 seis 6 siete 7 ocho 8 nueve 9 diez 10 once 11 doce 12"
                  + " trece 13 catorce 14 quince 15 dieciseis 16 diecisiete 17 dieciocho 18"
                  + " diecinueve 19 veinte 20 veintiuno 21 veintiun 21 veintiuna 21 veintidos 22"
                  + " veintitres 23 veinticuatro 24 veinticinco 25 veintiseis 26 veintisiete 27"
                  + " veintiocho 28 veintinueve 29 treinta 30 cuarenta 40 quarenta 40 cincuenta 50 sesenta 60"
                  + " setenta 70 ochenta 80 noventa 90 cien 100 ciento 100 doscientos 200 doscientas"
                  + " 200 trescientos 300 trescientas 300 cuatrocientos 400 quatrocientos 400 cuatrocientas 400"
                  + " quinientos 500 quinientas 500 seiscientos 600 seiscientas 600 setecientos 700"
                  + " setecientas 700 ochocientos 800 ochocientas 800 novecientos 900 novecientas"
                  + " 900 mil 1000 millon 1000000 millones 1000000",
          "fr",
              "deux 2 trois 3 quatre 4 cinq 5 six 6 sept 7 huit 8 neuf 9 dix 10 onze 11 douze 12"
                  + " treize 13 quatorze 14 quinze 15 seize 16 vingt 20 vingts 20 trente 30 quarante"
                  + " 40 cinquante 50 soixante 60 septante 70 octante 80 huitante 80 nonante 90 cent"
                  + " 100 cents 100 mille 1000 mil 1000 million 1000000 millions 1000000",
          "de",
              "zwei 2 zwo 2 drei 3 vier 4 fuenf 5 funf 5 sechs 6 sieben 7 acht 8 neun 9 zehn 10 elf"
                  + " 11 zwolf 12 dreizehn 13 vierzehn 14 funfzehn 15 sechzehn 16 siebzehn 17"
                  + " achtzehn 18 neunzehn 19 zwanzig 20 dreissig 30 vierzig 40 funfzig 50 sechzig"
                  + " 60 siebzig 70 achtzig 80 neunzig 90 hundert 100 tausend 1000 million 1000000"
                  + " millionen 1000000");
  private static final Map<String, String> LOOSE =
      Map.of(
          "en",
              "one 1 a 1 an 1 first 1 once 1 second 2 both 2 twice 2 couple 2 pair 2 double 2 third 3"
                  + " thrice 3 fourth 4 quarter 4 fifth 5 sixth 6 seventh 7 eighth 8 ninth 9 tenth"
                  + " 10 dozen 12 score 20 fortnight 15 week 8 hundreds 100 thousands 1000 half 2",
          "es",
              "un 1 uno 1 una 1 primer 1 primero 1 primera 1 segundo 2 segunda 2 ambos 2 ambas 2 par"
                  + " 2 pareja 2 doble 2 tercer 3 tercero 3 tercera 3 cuarto 4 cuarta 4 quinto 5"
                  + " quinta 5 sexto 6 septimo 7 octavo 8 noveno 9 decimo 10 docena 12 quincena 15"
                  + " cientos 100 centenares 100 miles 1000 millares 1000 medio 2 media 2",
          "fr",
              "un 1 une 1 premier 1 premiere 1 second 2 seconde 2 deuxieme 2 double 2 paire 2"
                  + " troisieme 3 tiers 3 quatrieme 4 quart 4 cinquieme 5 sixieme 6 septieme 7"
                  + " huitieme 8 neuvieme 9 dixieme 10 dizaine 10 douzaine 12 quinzaine 15 vingtaine"
                  + " 20 trentaine 30 quarantaine 40 cinquantaine 50 centaine 100 centaines 100"
                  + " millier 1000 milliers 1000 demi 2 demie 2",
          "de",
              "ein 1 eine 1 einen 1 einem 1 einer 1 eines 1 eins 1 erste 1 ersten 1 erster 1 erstes"
                  + " 1 zweite 2 zweiten 2 zweiter 2 beide 2 beiden 2 beider 2 paar 2 doppelt 2"
                  + " zweimal 2 dritte 3 dritten 3 dritter 3 dreimal 3 vierte 4 vierten 4 viertel 4"
                  + " funfte 5 funften 5 sechste 6 sechsten 6 siebte 7 achte 8 neunte 9 zehnte 10"
                  + " dutzend 12 hunderte 100 tausende 1000 halb 2 halbe 2 anderthalb 2");
  private static final Map<String, Set<String>> JOINTS =
      Map.of("en", Set.of("and"), "es", Set.of("y"), "fr", Set.of("et"), "de", Set.of("und"));
  private static final Pattern SUMMIT = Pattern.compile("(\\p{L}+tausend)ern?s?");
  private static final int HUNDRED = 100;
  private static final int THOUSAND = 1000;

  private final Map<String, Long> cardinals;
  private final Map<String, Long> loose;
  private final Set<String> joints;
  private final boolean compounds;

  private NumberWords(
      Map<String, Long> cardinals, Map<String, Long> loose, Set<String> joints, boolean compounds) {
    this.cardinals = cardinals;
    this.loose = loose;
    this.joints = joints;
    this.compounds = compounds;
  }

  /** Those of a language; none where it is not known. */
  static NumberWords of(String language) {
    return new NumberWords(
        map(CARDINALS.getOrDefault(language, "")),
        map(LOOSE.getOrDefault(language, "")),
        JOINTS.getOrDefault(language, Set.of()),
        language.equals("de"));
  }

  boolean isEmpty() {
    return cardinals.isEmpty();
  }

  boolean joins(String folded) {
    return joints.contains(folded);
  }

  /** The value of a word that counts: from two on. */
  OptionalLong cardinal(String folded) {
    Long value = cardinals.get(folded);
    if (value != null) {
      return OptionalLong.of(value);
    }
    return compounds ? compound(folded) : OptionalLong.empty();
  }

  /** The value of a word that hints at a number. */
  OptionalLong loose(String folded) {
    Long value = loose.get(folded);
    if (value == null && compounds) {
      // Achttausender: a mountain of eight thousand metres.
      Matcher summit = SUMMIT.matcher(folded);
      return summit.matches() ? cardinal(summit.group(1)) : OptionalLong.empty();
    }
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  /** {@code zweihundertfuenfunddreissig}: thousands, hundreds, then units before tens. */
  private OptionalLong compound(String word) {
    for (Map.Entry<String, Integer> step :
        Map.of("tausend", THOUSAND, "hundert", HUNDRED).entrySet()) {
      int at = word.indexOf(step.getKey());
      if (at >= 0 && (step.getValue() == THOUSAND || !word.contains("tausend"))) {
        OptionalLong before = at == 0 ? OptionalLong.of(1) : part(word.substring(0, at));
        String rest = word.substring(at + step.getKey().length());
        if (rest.startsWith("und")) {
          rest = rest.substring(3);
        }
        OptionalLong after = rest.isEmpty() ? OptionalLong.of(0) : part(rest);
        return before.isPresent() && after.isPresent()
            ? OptionalLong.of(before.getAsLong() * step.getValue() + after.getAsLong())
            : OptionalLong.empty();
      }
    }
    int und = word.indexOf("und", 1);
    if (und < 0) {
      return OptionalLong.empty();
    }
    OptionalLong units = part(word.substring(0, und));
    OptionalLong tens = part(word.substring(und + 3));
    return units.isPresent() && tens.isPresent() && units.getAsLong() < 10 && tens.getAsLong() >= 20
        ? OptionalLong.of(units.getAsLong() + tens.getAsLong())
        : OptionalLong.empty();
  }

  private OptionalLong part(String word) {
    return word.equals("ein") || word.equals("eins") ? OptionalLong.of(1) : cardinal(word);
  }

  private static Map<String, Long> map(String list) {
    Map<String, Long> map = new HashMap<>();
    if (!list.isEmpty()) {
      String[] parts = list.split(" ", -1);
      for (int k = 0; k < parts.length; k += 2) {
        map.put(parts[k].toLowerCase(Locale.ROOT), Long.parseLong(parts[k + 1]));
      }
    }
    return Map.copyOf(map);
  }
}
