package org.cotejo.translation.reading;

import java.util.Map;

/**
 * Decides where a new paragraph begins, by adding up what speaks for and against it.
 *
 * <p>For: a wider gap, a first-line indent, the typist's {@code --} after a finished sentence, a
 * line that ends although the next word would have fitted, another kind of region. Against: a word
 * or a sentence that goes on. No single sign is trusted, for recognisers miss indents and split
 * regions as they like.
 */
final class ParagraphJudge {
  private static final double THRESHOLD = 1;
  private static final double WIDE_GAP = 1.45;
  private static final String SENTENCE_ENDS = ".!?:\u2026\u3002\uff1f\uff01";
  private static final String DASHES = "-=\u2013\u2014\u2012";
  private static final String CLOSERS = "\"'\u201d\u2019\u00bb)]";

  private final Map<Integer, LineMeasures> measures;
  private final Hyphenation hyphenation;

  ParagraphJudge(Map<Integer, LineMeasures> measures, Hyphenation hyphenation) {
    this.measures = measures;
    this.hyphenation = hyphenation;
  }

  /** Whether a paragraph begins with a line, given the line of text before it. */
  boolean opens(PageLine before, PageLine line) {
    if (hyphenation.joined(before.lastWord(), line.firstWord()).isPresent()) {
      return false;
    }
    if (before.samePage(line)
        && before.region().equals(line.region())
        && standsTogether(line.region().type())) {
      return false;
    }
    // A short line of running text is easily taken for a heading: a sentence that goes on says
    // more.
    boolean goesOn = !finishes(before.lastWord()) && goesOnInLowerCase(line.firstWord());
    if (!goesOn && differInKind(before.region().type(), line.region().type())) {
      return true;
    }
    return evidence(before, line) >= THRESHOLD;
  }

  private double evidence(PageLine before, PageLine line) {
    boolean finished = finishes(before.lastWord());
    double evidence = 0;
    String first = line.firstWord();
    if (goesOnInLowerCase(first)) {
      evidence -= 1.2;
    } else if (opensWithDash(first)) {
      evidence += finished ? 1 : .6;
    } else if (!finished) {
      evidence -= before.lastWord().endsWith(",") ? .6 : .3;
    }
    return evidence + layout(before, line, finished);
  }

  private double layout(PageLine before, PageLine line, boolean finished) {
    LineMeasures above = measuresOf(before);
    LineMeasures here = measuresOf(line);
    double evidence = 0;
    if (above.endsEarly(before.box(), line.firstWord().length())) {
      evidence += finished ? 1 : .8;
    }
    boolean indented = here.indented(line.box());
    boolean indentedBefore = above.indented(before.box());
    if (indented && !indentedBefore) {
      evidence += finished ? 1 : .5;
    }
    if (before.samePage(line)) {
      double gap = (line.box().bottom() - before.box().bottom()) / here.pitch();
      if (gap >= WIDE_GAP) {
        evidence += finished ? 1 : .5;
      } else if (gap < -1) {
        // The next column, or a region that stands beside: nothing can be read from the places.
        evidence += finished ? .3 : 0;
      }
    }
    return evidence;
  }

  private LineMeasures measuresOf(PageLine line) {
    LineMeasures found = measures.get(line.page().page());
    if (found == null) {
      throw new IllegalStateException("no measures of page " + line.page().page());
    }
    return found;
  }

  private static boolean differInKind(RegionType before, RegionType now) {
    return ownParagraph(before) != ownParagraph(now) || (ownParagraph(now) && before != now);
  }

  /** The lines of one address or signature are one paragraph. */
  private static boolean standsTogether(RegionType type) {
    return type == RegionType.ADDRESS || type == RegionType.SIGNATURE;
  }

  private static boolean ownParagraph(RegionType type) {
    return switch (type) {
      case HEADING, DATE_LINE, ADDRESS, SIGNATURE -> true;
      case BODY, TABLE, UNKNOWN, LETTERHEAD, PAGE_NUMBER, STAMP, MARGINAL_NOTE -> false;
    };
  }

  /**
   * Two hyphens, or a dash: what the typist, the printer and the recogniser make of one another.
   */
  private static boolean opensWithDash(String word) {
    int dashes = 0;
    while (dashes < word.length() && DASHES.indexOf(word.charAt(dashes)) >= 0) {
      dashes++;
    }
    return dashes >= 2 || (dashes == 1 && word.charAt(0) != '-');
  }

  private static boolean goesOnInLowerCase(String word) {
    int at = 0;
    while (at < word.length() && !Character.isLetterOrDigit(word.charAt(at))) {
      at++;
    }
    return at < word.length() && Character.isLowerCase(word.codePointAt(at));
  }

  /** Whether a word ends a sentence, closing quotes and brackets aside. */
  static boolean finishes(String word) {
    int end = word.length();
    while (end > 1 && CLOSERS.indexOf(word.charAt(end - 1)) >= 0) {
      end--;
    }
    return SENTENCE_ENDS.indexOf(word.charAt(end - 1)) >= 0
        // ",," and "», " ends of quoted speech: the typist's comma after a closed quotation.
        || (end >= 2 && word.charAt(end - 1) == ',' && CLOSERS.indexOf(word.charAt(end - 2)) >= 0);
  }
}
