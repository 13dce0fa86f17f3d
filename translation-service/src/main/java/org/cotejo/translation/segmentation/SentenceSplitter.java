package org.cotejo.translation.segmentation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts paragraphs into sentences.
 *
 * <p>The boundaries of UAX 29 are candidates. A new speech or thought that the typist opened with a
 * dash ({@code .--Then}) is a candidate more. A candidate falls where the word before is an
 * abbreviation, where a lower-case letter follows, and inside square brackets.
 */
final class SentenceSplitter {
  private static final Pattern DASH_AFTER_END =
      Pattern.compile(
          "[.!?\u2026][\"'\u201d\u2019\u00bb)\\]]*(?=(?:\\s*(?:--+|\u2014|\u2013)|\\s+-\\s)\\s*[\"\u201c\u00ab\u00bf\u00a1]*\\p{Lu})");
  private static final Pattern NAME_INSIDE =
      Pattern.compile("(?<=\\p{Ll},? )\\p{Lu}[\\p{L}'\u2019-]+");
  private static final Pattern ORDINARY_WORD = Pattern.compile("(?<![\\p{L}])\\p{Ll}+");

  /** What numbers the items of a list, at the start of one. */
  private static final Pattern ENUMERATOR =
      Pattern.compile("\\(?(?:\\d{1,3}|[a-z]|[IVX]{1,5})[.)]{1,2}");

  /** Where the next item of a list begins: {@code (b) The}. */
  private static final Pattern ITEM =
      Pattern.compile("(?<=[.!?])\\s+(?=\\(?(?:\\d{1,3}|[a-z])\\)\\s+\\p{Lu})");

  private static final int GREATEST_PIECE = 2;
  private static final String CLOSERS = "\"'\u201d\u2019\u00bb)]";
  private static final String OPENERS = "\"'\u201c\u2018\u00ab([\u00bf\u00a1-\u2013\u2014\u2026.*";

  private final SentenceBreaks breaks;
  private final String language;
  private final Abbreviations abbreviations;
  private final Set<String> names;
  private final Set<String> ordinary;

  /**
   * A splitter for one text.
   *
   * @param text all of it: words that stand capitalised inside its sentences are taken for names
   */
  SentenceSplitter(SentenceBreaks breaks, String language, String text) {
    this.breaks = breaks;
    this.language = language;
    abbreviations = Abbreviations.of(language);
    names = new HashSet<>();
    Matcher matcher = NAME_INSIDE.matcher(text);
    while (matcher.find()) {
      names.add(matcher.group());
    }
    ordinary = new HashSet<>();
    Matcher words = ORDINARY_WORD.matcher(text);
    while (words.find()) {
      ordinary.add(words.group());
    }
  }

  /** The offsets at which sentences of a paragraph begin, the first excepted. */
  List<Integer> starts(String paragraph) {
    TreeSet<Integer> candidates = new TreeSet<>();
    for (int candidate : breaks.within(paragraph, language)) {
      candidates.add(candidate);
    }
    Matcher dashes = DASH_AFTER_END.matcher(paragraph);
    while (dashes.find()) {
      candidates.add(dashes.end());
    }
    Set<Integer> items = new HashSet<>();
    Matcher next = ITEM.matcher(paragraph);
    while (next.find()) {
      items.add(next.end());
    }
    candidates.addAll(items);
    List<Integer> starts = new ArrayList<>();
    int before = 0;
    for (int candidate : candidates) {
      if (candidate > 0
          && candidate < paragraph.length()
          && !ENUMERATOR.matcher(paragraph.substring(before, candidate).strip()).matches()
          && holds(paragraph, candidate, items.contains(candidate))) {
        starts.add(candidate);
        before = candidate;
      }
    }
    return starts;
  }

  private boolean holds(String paragraph, int candidate, boolean item) {
    int next = skip(paragraph, candidate);
    if (next == paragraph.length()) {
      return false;
    }
    boolean question = paragraph.substring(candidate, next).matches(".*[\u00bf\u00a1].*");
    if (Character.isLowerCase(paragraph.codePointAt(next)) && !question && !item) {
      return false;
    }
    if (insideSquareBrackets(paragraph, candidate)) {
      return false;
    }
    return !followsAbbreviation(paragraph, candidate, next);
  }

  private boolean followsAbbreviation(String paragraph, int candidate, int next) {
    int end = candidate;
    while (end > 0
        && (Character.isWhitespace(paragraph.charAt(end - 1))
            || CLOSERS.indexOf(paragraph.charAt(end - 1)) >= 0)) {
      end--;
    }
    if (end == 0 || paragraph.charAt(end - 1) != '.') {
      return false;
    }
    String word = wordBefore(paragraph, end - 1);
    String following = wordAt(paragraph, next);
    boolean shortened =
        next + following.length() < paragraph.length()
            && paragraph.charAt(next + following.length()) == '.';
    String pieces = piecesBefore(paragraph, end - 1);
    if (shortened
        && (abbreviations.isTogether(pieces + "." + following)
            || abbreviations.isTogether(word + "." + following)
            || (abbreviations.mayClose(word) && abbreviations.mayClose(following)))) {
      return true;
    }
    if (!pieces.equals(word) && abbreviations.isTogether(pieces)) {
      return goesOn(pieces, following);
    }
    if (abbreviations.leads(word, following)) {
      return true;
    }
    return (abbreviations.mayClose(word) && names.contains(following))
        || (abbreviations.qualifies(word, following)
            && !ordinary.contains(following.toLowerCase(Locale.ROOT)));
  }

  /** Single letters with spaces may be initials too, which the next word must speak against. */
  private boolean goesOn(String pieces, String following) {
    if (!abbreviations.mayClose(pieces) || names.contains(following)) {
      return true;
    }
    boolean letters = pieces.matches("(?:\\p{L}\\.)+\\p{L}");
    return letters && !ordinary.contains(following.toLowerCase(Locale.ROOT));
  }

  /** The word before an offset with the short pieces before it that were typed apart. */
  private static String piecesBefore(String paragraph, int end) {
    String pieces = wordBefore(paragraph, end);
    int start = end - pieces.length();
    while (start > 1
        && Character.isWhitespace(paragraph.charAt(start - 1))
        && paragraph.charAt(start - 2) == '.') {
      String before = wordBefore(paragraph, start - 2);
      if (before.isEmpty() || before.length() > GREATEST_PIECE) {
        break;
      }
      pieces = before + "." + pieces;
      start -= before.length() + 2;
    }
    return pieces;
  }

  private static int skip(String paragraph, int from) {
    int at = from;
    while (at < paragraph.length()
        && (Character.isWhitespace(paragraph.charAt(at))
            || OPENERS.indexOf(paragraph.charAt(at)) >= 0)) {
      at++;
    }
    return at;
  }

  private static String wordBefore(String paragraph, int end) {
    int start = end;
    while (start > 0) {
      char before = paragraph.charAt(start - 1);
      boolean partOfWord =
          Character.isLetterOrDigit(before) || before == '.' || before == 'º' || before == '°';
      if (!partOfWord) {
        break;
      }
      start--;
    }
    return paragraph.substring(start, end);
  }

  private static String wordAt(String paragraph, int start) {
    int end = start;
    while (end < paragraph.length() && Character.isLetterOrDigit(paragraph.charAt(end))) {
      end++;
    }
    return paragraph.substring(start, end);
  }

  private static boolean insideSquareBrackets(String paragraph, int at) {
    int open = paragraph.lastIndexOf('[', at - 1);
    if (open < 0) {
      return false;
    }
    int close = paragraph.indexOf(']', open);
    return close >= at;
  }
}
