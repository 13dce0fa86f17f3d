package org.cotejo.ocr.recognition;

import java.util.List;
import java.util.regex.Matcher;
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

  /** A month of a year. */
  private static final Pattern MONTH =
      Pattern.compile(
          "\\b(?:" + MONTHS + ")\\.?,?\\s+(?:de\\s+)?(?:1[5-9]|20)[0-9]{2}\\b",
          FLAGS | Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern YEAR = Pattern.compile("\\b(?:1[5-9]|20)[0-9]{2}\\b");

  private static final Pattern STAMP =
      Pattern.compile(
          "\\b(?:top secret|secret[oa]?|strictly"
              + " confidential|confidential|confidencial|confidentiel|geheim|vertraulich|streng"
              + " geheim|секретно|совершенно секретно|urgent[e]?|received|recibido"
              + "|reçu|eingegangen|entrada|copia|copy|kopie|copie|копия|declassified|desclasificado|original|registrado|archivo|archiv|duplicate|duplicado|approved|visto"
              + " bueno)\\b",
          FLAGS | Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern SIGNED =
      Pattern.compile(
          "^[\\W_]*(?:\\(?(?:signed|sgd|firmado|fdo|signé|gez|gezeichnet|firmato|assinado|podpis|подпись|/s/|s/)\\b|(?:very"
              + " )?sincerely|(?:very )?truly|(?:we|i) (?:remain|am|have the honou?r to be),"
              + "|yours|respectfully|faithfully|atentamente|atte|cordialmente|hochachtungsvoll|heil|mit"
              + " (?:freundlichen|besten|vorzüglicher|ausgezeichneter)|veuillez agréer|le saluda)",
          FLAGS | Pattern.UNICODE_CHARACTER_CLASS);

  /** What a paper is to be treated as, typed as often as stamped. */
  private static final Pattern HANDLING =
      Pattern.compile(
          "[\\W_]*(?:(?:strictly|top|streng|muy|très|very|совершенно)\\s+)?"
              + "(?:secret[oa]?|confidential|confidencial|confidentiel|geheim|vertraulich|eigenhändig|persönlich"
              + "|personal|private|restricted|reservad[oa]|urgent[e]?|dringend|copy|copia|kopie|copie|abschrift"
              + "|duplicate|duplicado|секретно|копия)[\\W_]*[Il1]?[\\W_]*",
          FLAGS | Pattern.UNICODE_CHARACTER_CLASS);

  /** A number of an office: "No. 227", "G.D.301.758-St.B.", "B.189"; letters are few. */
  private static final Pattern REFERENCE =
      Pattern.compile(
          "[\\W_]*(?:(?:no|nr|n°|num|núm|ref|az|z|zl)[.:]?\\s*)?(?:\\b\\p{L}{1,3}\\b[.\\s/-]*){0,5}"
              + "[0-9][0-9.,/\\s-]*(?:\\b\\p{L}{1,3}\\b[.\\s/-]*){0,3}(?:no\\.?\\s*[0-9]+)?[\\W_]*",
          FLAGS | Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern SUBJECT =
      Pattern.compile(
          "^[\\W_]*(?:subject|asunto|betr(?:eff|ifft|\\.)?|gegenstand|objet|oggetto|assunto|re|тема)\\b\\s*[.:]?",
          FLAGS | Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern SALUTATION =
      Pattern.compile(
          "^[\\W_]*(?:(?:my )?dear|sirs?|gentlemen|madam|sehr geehrte[rs]?|(?:mein[e]?"
              + " )?liebe[rs]?|monsieur|messieurs|madame|cher|chère|muy"
              + " señor|señor(?:es)?|estimad[oa]|querid[oa]|egregio|caro|cara"
              + "|prezad[oa]|многоуважаем|уважаем|дорогой)\\b.*[,:!.]?$",
          FLAGS | Pattern.UNICODE_CHARACTER_CLASS);

  /** What libraries print under the pages that they have put on the web. */
  private static final Pattern DIGITISED =
      Pattern.compile(
          "\\b(?:digiti[sz]ed (?:by|from)|google|original from|internet"
              + " archive|hathitrust|gallica|biodiversity|public domain)\\b",
          FLAGS | Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern OFFICE =
      Pattern.compile(
          "\\b(?:tel(?:ef(?:on|ono|one)|ephone|éphone|egr(?:amm?)?)?|telegr|cable|street|avenue|stra(?:ss|ß)e|rue|calle|avenida|postfach|p\\.?o\\.?"
              + " box|apartado|ministerium|ministerio|ministère|ministry|legation|embassy"
              + "|embajada|ambassade|gesandtschaft|botschaft|consulate|consulado|consulat|konsulat|kanzlei"
              + "|\\p{L}*amt|\\p{L}*direktion|misi[oó]n|mission|department|bureau|suite)\\b",
          FLAGS | Pattern.UNICODE_CHARACTER_CLASS);

  private static final String TITLES =
      "the honou?rable|his"
          + " excellency|señor(?:es)?|sr|herrn?|herren|frau|monsieur|messieurs|madame|mrs?|miss"
          + "|exc(?:mo|elentísimo|ellency)|ill?mo";

  /**
   * Somebody's title, with "to" before it or not; or a word like "To" with a colon or an article.
   */
  private static final Pattern ADDRESSEE =
      Pattern.compile(
          "^[\\W_]*(?:(?:to|an|para|al?|à|кому)\\s+)?(?:"
              + TITLES
              + ")\\b|^[\\W_]*(?:to|an|para|al?|à|from|de|von|fm|кому)\\s*:"
              + "|^[\\W_]*(?:to the|an (?:die|den|das)|para (?:el|la|los)|à (?:la|le)|al)\\b",
          FLAGS | Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern NOBLE_NAME =
      Pattern.compile(
          "^(?:von|van|zu|vom|zum|de|del|des|du|di|da|dal|della|ten|ter|af)(?: (?:der|den|dem|la|las|los|le))?"
              + " \\p{Lu}\\p{Ll}+");

  private static final Pattern NUMERAL = Pattern.compile("[IVXLCJ1l|n.\\s]{1,7}", FLAGS);

  /** A year and a mark or two; more is a sentence. */
  private static final int MOST_AFTER_DATE = 12;

  private LineKinds() {}

  static boolean isPageNumber(String text) {
    return text.length() <= 24 && PAGE_NUMBER.matcher(text).matches();
  }

  /** Whether a date stands in a line that holds little else. */
  static boolean isDateLine(Line line) {
    String text = line.text();
    if (line.words().size() > 9 || text.length() > 70) {
      return false;
    }
    Matcher date = DATE.matcher(text);
    boolean dated =
        date.find()
            && (YEAR.matcher(text).find() || date.start() < 4)
            && text.length() - date.end() <= MOST_AFTER_DATE;
    return dated || MONTH.matcher(text).find();
  }

  /** Whether a line is nothing but a mark of handling; letters may be spaced out. */
  static boolean isHandling(String text) {
    return text.length() <= 40
        && (HANDLING.matcher(text).matches()
            || HANDLING.matcher(text.replaceAll("(?<=\\b\\p{L}) (?=\\p{L}\\b)", "")).matches());
  }

  static boolean isReference(String text) {
    return text.length() <= 24 && REFERENCE.matcher(text).matches();
  }

  static boolean isSubject(String text) {
    return SUBJECT.matcher(text).find();
  }

  static boolean isSalutation(Line line) {
    return line.words().size() <= 5 && SALUTATION.matcher(line.text()).find();
  }

  static boolean isDigitised(String text) {
    return DIGITISED.matcher(text).find();
  }

  static boolean namesOffice(String text) {
    return OFFICE.matcher(text).find();
  }

  static long letters(String text) {
    return text.codePoints().filter(Character::isLetter).count();
  }

  static boolean isStamp(Line line) {
    String text = line.text();
    return line.words().size() <= 4 && capitals(text) > 0.8 && STAMP.matcher(text).find();
  }

  static boolean isSigned(String text) {
    return SIGNED.matcher(text).find();
  }

  /** A name that begins with a particle: "von Hattingen", "de la Roca". */
  static boolean isNobleName(String text) {
    return NOBLE_NAME.matcher(text).find();
  }

  /** A Roman number, or what is often read in its place. */
  static boolean isNumeral(String text) {
    return NUMERAL.matcher(text).matches();
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
