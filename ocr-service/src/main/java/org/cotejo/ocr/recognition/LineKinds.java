package org.cotejo.ocr.recognition;

import java.util.List;
import java.util.regex.Pattern;

/** What the text of a line says about itself, in the languages of the usual papers. */
final class LineKinds {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  /** A number alone, between dashes, or with the word for page; "2 of 5" and "2/5" too. */
  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "[\\W_]*(?:(?:page|pag|pág|página|pagina|seite|blatt|hoja|folio|fol|стр|p|s|f)[.:]?\\s*)?"
              + "(?:[0-9]{1,4}|[ivxl]{1,6})(?:\\s*(?:/|of|de|von|sur|di|из)\\s*[0-9]{1,4})?[\\W_]*",
          FLAGS);

  private static final String MONTHS =
      "jan(?:uary|uar|vier)?|feb(?:ruary|ruar|rero)?|mar(?:ch|zo)?|märz|mars|apr(?:il)?|may|mai|mayo"
          + "|june?|juni|juin|junio|july?|juli|juillet|julio|aug(?:ust)?|août|agosto|sept?(?:ember|embre|iembre)?"
          + "|oct(?:ober|obre|ubre)?|okt(?:ober)?|nov(?:ember|embre|iembre)?|dec(?:ember)?|dez(?:ember)?"
          + "|dic(?:iembre)?|déc(?:embre)?|enero|febrero|févr(?:ier)?|février|avril|abril|gennaio|febbraio"
          + "|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|janeiro|fevereiro|março|maio|junho|julho"
          + "|setembro|outubro|novembro|dezembro|января|февраля|марта|апреля|мая|июня|июля|августа|сентября"
          + "|октября|ноября|декабря";

  private static final Pattern DATE =
      Pattern.compile(
          "\\b[0-9]{1,2}(?:st|nd|rd|th|er|º|°|\\.)?\\s*(?:de\\s+|of\\s+|d[ei]\\s+)?(?:"
              + MONTHS
              + ")\\b\\.?|\\b(?:"
              + MONTHS
              + ")\\.?\\s+[0-9]{1,2}(?:st|nd|rd|th)?\\b|\\b[0-9]{1,2}\\s*[./-]\\s*(?:[0-9]{1,2}|[ivx]{1,4})\\s*[./-]\\s*(?:1[5-9]|20)?[0-9]{2}\\b",
          FLAGS | Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern STAMP =
      Pattern.compile(
          "\\b(?:top secret|secret[oa]?|strictly confidential|confidential|confidencial|confidentiel"
              + "|geheim|vertraulich|streng geheim|секретно|совершенно секретно|urgent[e]?|received|recibido"
              + "|reçu|eingegangen|entrada|copia|copy|kopie|copie|копия|declassified|desclasificado"
              + "|original|registrado|archivo|archiv|duplicate|duplicado|approved|visto bueno)\\b",
          FLAGS | Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern SIGNED =
      Pattern.compile(
          "^[\\W_]*(?:\\(?(?:signed|firmado|fdo|signé|gez|gezeichnet|firmato|assinado|podpis|подпись|/s/|s/)\\b"
              + "|sincerely|yours|respectfully|atentamente|atte|cordialmente|hochachtungsvoll|heil)",
          FLAGS | Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern ADDRESSEE =
      Pattern.compile(
          "^[\\W_]*(?:to|an|para|al?|à|from|de|von|fm|subject|asunto|betr(?:eff|ifft)?|objet|ref|кому"
              + "|señor(?:es)?|sr|herrn?|frau|monsieur|madame|mr|mrs|the honorable|his excellency|exc(?:mo|elentísimo))"
              + "\\b\\s*[.:]?",
          FLAGS | Pattern.UNICODE_CHARACTER_CLASS);

  private LineKinds() {}

  static boolean isPageNumber(String text) {
    return text.length() <= 24 && PAGE_NUMBER.matcher(text).matches();
  }

  /** Whether a date stands in a line that holds little else. */
  static boolean isDateLine(Line line) {
    return line.words().size() <= 9
        && line.text().length() <= 70
        && DATE.matcher(line.text()).find();
  }

  static boolean isStamp(Line line) {
    String text = line.text();
    return line.words().size() <= 4 && capitals(text) > 0.8 && STAMP.matcher(text).find();
  }

  static boolean isSigned(String text) {
    return SIGNED.matcher(text).find();
  }

  static boolean isAddressee(String text) {
    return ADDRESSEE.matcher(text).find();
  }

  /** Part of the letters that are capitals; 0 without letters. */
  static double capitals(String text) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    long capitals = text.codePoints().filter(Character::isUpperCase).count();
    return letters == 0 ? 0 : (double) capitals / letters;
  }

  /** Part of the characters that are letters or digits. */
  static double legible(List<Line> lines) {
    String text = String.join("", lines.stream().map(Line::text).toList()).replace(" ", "");
    long known = text.codePoints().filter(Character::isLetterOrDigit).count();
    return (double) known / Math.max(1, text.codePointCount(0, text.length()));
  }

  /** Whether a line ends as sentences end, or is broken off as only running text is. */
  static boolean endsLikeProse(String text) {
    return !text.isEmpty() && ".;,-¬?!".indexOf(text.charAt(text.length() - 1)) >= 0;
  }
}
