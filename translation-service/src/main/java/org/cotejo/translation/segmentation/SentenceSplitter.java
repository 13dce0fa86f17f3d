package org.cotejo.translation.segmentation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
          "[.!?\u2026][\"'\u201d\u2019\u00bb)\\]]*(?=\\s*(?:--+|\u2014|\u2013)\\s*[\"\u201c\u00ab\u00bf\u00a1]*\\p{Lu})");
  private static final Pattern NAME_INSIDE =
      Pattern.compile("(?<=\\p{Ll},? )\\p{Lu}[\\p{L}'\u2019-]+");
  private static final String CLOSERS = "\"'\u201d\u2019\u00bb)]";
  private static final String OPENERS = "\"'\u201c\u2018\u00ab([\u00bf\u00a1-\u2013\u2014\u2026.*";

  private final SentenceBreaks breaks;
  private final String language;
  private final Abbreviations abbreviations;
  private final Set<String> names;

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
    List<Integer> starts = new ArrayList<>();
    for (int candidate : candidates) {
      if (candidate > 0 && candidate < paragraph.length() && holds(paragraph, candidate)) {
        starts.add(candidate);
      }
    }
    return starts;
  }

  private boolean holds(String paragraph, int candidate) {
    int next = skip(paragraph, candidate);
    if (next == paragraph.length()) {
      return false;
    }
    boolean question = paragraph.substring(candidate, next).matches(".*[\u00bf\u00a1].*");
    if (Character.isLowerCase(paragraph.codePointAt(next)) && !question) {
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
    if (abbreviations.leads(word)) {
      return true;
    }
    return abbreviations.mayClose(word) && names.contains(wordAt(paragraph, next));
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
    while (end < paragraph.length() && Character.isLetter(paragraph.charAt(end))) {
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
