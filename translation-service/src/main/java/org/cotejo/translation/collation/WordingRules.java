package org.cotejo.translation.collation;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a thing is said: quotation marks, questions, negations, modality.
 *
 * <p>Only links in which one side has the mark and the other has none at all are reported; words
 * that say the same without it (to lack, to refuse) count for the other side.
 */
final class WordingRules implements CollationRule {
  private static final Pattern QUOTES =
      Pattern.compile(
          "[\"\u201c\u201d\u201e\u201f\u00ab\u00bb]|(?<!\\p{L})\u2018|(?<=[.,!?])\u2019");
  private static final Pattern SPEECH_DASH = Pattern.compile("(?m)^\\s*(?:[\u2014\u2013-])");
  private static final Pattern QUESTION = Pattern.compile("[?\u00bf\uff1f]");
  private static final int OFTEN = 4;
  // So many links with quotation marks make a custom of the text.
  private static final int CUSTOM = 8;
  private static final double SURE = .62;
  private static final int LONG = 120;

  // The month is no doubt.
  private static final String MAY = "(?-i:may|May(?=\\s+\\p{Ll}))";

  private static final Map<String, Pattern> DOUBTS =
      WordPatterns.of(
          Map.of(
              "en", "might|" + MAY + "|perhaps|maybe|possibly|probably|presumably",
              "es", "quizá|quizás|acaso|posiblemente|probablemente|tal\\s+vez|a\\s+lo\\s+mejor",
              "fr", "peut-être|possiblement|probablement|sans\\s+doute",
              "de", "vielleicht|möglicherweise|wahrscheinlich|vermutlich|womöglich"));
  // What leaves it open without saying so: it meets a doubt of the other side.
  private static final Map<String, Pattern> OPEN =
      WordPatterns.of(
          Map.of(
              "en",
                  "might|"
                      + MAY
                      + "|perhaps|maybe|possib\\p{L}*|probabl\\p{L}*|presum\\p{L}*|could|would"
                      + "|can|should|if|seem\\p{L}*|appear\\p{L}*|likely|doubt\\p{L}*|let|must",
              "es",
                  "quizás?|acaso|probable\\p{L}*|tal\\s+vez|pued\\p{L}*|pud[ioe]\\p{L}*|podr\\p{L}*"
                      + "|deb\\p{L}*|si|parec\\p{L}*|dud\\p{L}*|ojalá|\\p{L}+ría[ns]?"
                      + "|para|(?<!hicieron )(?<!hizo )(?<!hacer )posible\\p{L}*",
              "fr",
                  "peut-être|probabl\\p{L}*|peu[tvx]\\p{L}*|pour\\p{L}*|pu|doi\\p{L}*|dev\\p{L}*"
                      + "|si|s|sembl\\p{L}*|parai\\p{L}*|paraî\\p{L}*|doute\\p{L}*|possib\\p{L}*"
                      + "|\\p{L}+rai[ts]|\\p{L}+raient",
              "de",
                  "vielleicht|möglich\\p{L}*|wahrscheinlich|vermutlich|könn\\p{L}*|kann|konnte\\p{L}*"
                      + "|mag|mög\\p{L}*|möch\\p{L}*|dürf\\p{L}*|würd\\p{L}*|woh?l|wenn|ob|schein\\p{L}*"
                      + "|soll\\p{L}*|etwa"));

  @Override
  public void check(Comparison comparison, Findings findings) {
    boolean quoting = quoteAlike(comparison);
    for (Couple couple : comparison.couples()) {
      if (couple.confidence() < SURE) {
        continue;
      }
      if (quoting) {
        quotation(comparison, couple, findings);
      }
      question(comparison, couple, findings);
      negation(comparison, couple, findings);
      modality(comparison, couple, findings);
    }
  }

  private static void quotation(Comparison comparison, Couple couple, Findings findings) {
    long source = count(QUOTES, couple.source());
    long target = count(QUOTES, couple.target());
    boolean spoken = count(SPEECH_DASH, couple.source()) + count(SPEECH_DASH, couple.target()) > 0;
    if (source >= 2 && target == 0 && !(spoken && source == 2 && wraps(couple.source()))) {
      report(comparison, couple, Rule.QUOTATION, Phrase.QUOTES_DROPPED, findings);
    } else if (target >= 2 && source == 0 && !spoken) {
      report(comparison, couple, Rule.QUOTATION, Phrase.QUOTES_ADDED, findings);
    }
  }

  /**
   * Whether both sides mark speech in the same way: novels have dashes in one, quotes in another.
   */
  private static boolean quoteAlike(Comparison comparison) {
    long source =
        comparison.couples().stream().filter(couple -> count(QUOTES, couple.source()) > 0).count();
    long target =
        comparison.couples().stream().filter(couple -> count(QUOTES, couple.target()) > 0).count();
    boolean many = Math.max(source, target) >= CUSTOM;
    return !many || Math.min(source, target) * OFTEN >= Math.max(source, target);
  }

  private static boolean wraps(Stretch stretch) {
    Matcher quotes = QUOTES.matcher(stretch.compared().strip());
    return quotes.lookingAt();
  }

  private static void question(Comparison comparison, Couple couple, Findings findings) {
    boolean asks = count(QUESTION, couple.source()) > 0;
    if (asks != count(QUESTION, couple.target()) > 0) {
      report(
          comparison,
          couple,
          Rule.QUESTION,
          asks ? Phrase.QUESTION_STATED : Phrase.STATEMENT_ASKED,
          findings);
    }
  }

  private static void negation(Comparison comparison, Couple couple, Findings findings) {
    if (!Negations.knows(couple.source().side().language())
        || !Negations.knows(couple.target().side().language())) {
      return;
    }
    // A long passage denies somewhere or other.
    boolean asked =
        Negations.asksWhether(couple.source()) || Negations.asksWhether(couple.target());
    boolean single = couple.source().size() == 1 && couple.target().size() == 1;
    if (asked || !(single || couple.source().compared().length() < LONG)) {
      return;
    }
    boolean denies = Negations.denies(couple.source());
    Stretch denying = denies ? couple.source() : couple.target();
    Stretch other = denies ? couple.target() : couple.source();
    if (denies != Negations.denies(couple.target())
        && Negations.answers(other) <= Negations.answers(denying)) {
      report(
          comparison,
          couple,
          Rule.NEGATION,
          denies ? Phrase.NEGATION_LOST : Phrase.NEGATION_GAINED,
          findings);
    }
  }

  private static void modality(Comparison comparison, Couple couple, Findings findings) {
    boolean softened = doubts(couple.target()) && settled(couple.source());
    boolean hardened = doubts(couple.source()) && settled(couple.target());
    if (softened || hardened) {
      report(
          comparison,
          couple,
          Rule.MODALITY,
          softened ? Phrase.LESS_CERTAIN : Phrase.MORE_CERTAIN,
          findings);
    }
  }

  private static boolean doubts(Stretch stretch) {
    Pattern doubts = DOUBTS.get(stretch.side().language());
    return doubts != null && count(doubts, stretch) > 0;
  }

  private static boolean settled(Stretch stretch) {
    Pattern open = OPEN.get(stretch.side().language());
    return open != null && count(open, stretch) == 0;
  }

  private static void report(
      Comparison comparison, Couple couple, Rule rule, Phrase phrase, Findings findings) {
    findings.add(
        rule, comparison.whole(couple.source()), comparison.whole(couple.target()), phrase.with());
  }

  private static long count(Pattern pattern, Stretch stretch) {
    return pattern.matcher(stretch.compared()).results().count();
  }
}
