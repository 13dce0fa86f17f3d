package org.cotejo.translation.collation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The sentences that findings are told in, for those who tell them in another language. */
public enum Phrase {
  OMITTED("This sentence of the original has no translation."),
  ADDED("This sentence of the translation has no original."),
  ELSEWHERE("This sentence seems to be translated, but at another place."),
  MOVED("The translation has this passage at another place than the original."),
  OTHER_NUMBER("The original says \u201c%s\u201d, the translation says \u201c%s\u201d."),
  NUMBER_MISSING("The original says \u201c%s\u201d; the translation has no such number here."),
  NUMBER_ADDED("The translation says \u201c%s\u201d; the original has no such number here."),
  OTHER_DATE("The original is dated \u201c%s\u201d, the translation \u201c%s\u201d."),
  OTHER_NAME("The original names \u201c%s\u201d, the translation names \u201c%s\u201d."),
  NAME_MISSING("The name \u201c%s\u201d is missing from the translation of this passage."),
  SPELLED_TWICE_IN_ORIGINAL("The original spells a name \u201c%s\u201d and \u201c%s\u201d."),
  SPELLED_TWICE_IN_TRANSLATION("The translation spells a name \u201c%s\u201d and \u201c%s\u201d."),
  SPELLED_OTHERWISE("The original spells a name \u201c%s\u201d, the translation \u201c%s\u201d."),
  OTHER_LETTERHEAD("The letterhead says \u201c%s\u201d on one page and \u201c%s\u201d on another."),
  QUOTES_DROPPED("The original has quotation marks here, the translation has none."),
  QUOTES_ADDED("The translation has quotation marks here, the original has none."),
  QUESTION_STATED("The original asks, the translation states."),
  STATEMENT_ASKED("The translation asks, the original states."),
  NEGATION_LOST("The original denies, the translation does not."),
  NEGATION_GAINED("The translation denies, the original does not."),
  LESS_CERTAIN("The translation is less certain than the original."),
  MORE_CERTAIN("The translation is more certain than the original."),
  UNTRANSLATED("This passage stands in the translation in the words of the original."),
  UNREADABLE(
      "The original could hardly be read here, yet the translation is fluent: compare the scan."),
  REPEATED_IN_ORIGINAL("This sentence of the original stands there more than once."),
  REPEATED_IN_TRANSLATION("This sentence of the translation stands there more than once."),
  BRACKET("A square bracket has no counterpart: where the editor's words end is not clear."),
  WRONG_LEAF("This passage of the translation does not belong to this passage of the original."),
  OTHER_NUMBER_DOUBTED(OTHER_NUMBER),
  NUMBER_MISSING_DOUBTED(NUMBER_MISSING),
  NUMBER_ADDED_DOUBTED(NUMBER_ADDED),
  OTHER_DATE_DOUBTED(OTHER_DATE),
  OTHER_NAME_DOUBTED(OTHER_NAME),
  NAME_MISSING_DOUBTED(NAME_MISSING);

  private static final String MISREAD = " The scan was hard to read there: maybe it was misread.";
  private static final String QUOTED = "\u201c%s\u201d";

  private final String english;
  private final Pattern form;
  private final Optional<Phrase> sure;

  Phrase(String english) {
    this(english, Optional.empty());
  }

  /** What another says, of words that may have been misread. */
  Phrase(Phrase sure) {
    this(sure.english + MISREAD, Optional.of(sure));
  }

  Phrase(String english, Optional<Phrase> sure) {
    this.english = english;
    this.sure = sure;
    this.form =
        Pattern.compile("\\Q" + english.replace("%s", "\\E(.*)\\Q") + "\\E", Pattern.DOTALL);
  }

  /**
   * A sentence and which it is.
   *
   * @param quotes words of the texts in it, in their order
   */
  public record Said(Phrase phrase, List<String> quotes) {
    public Said {
      quotes = List.copyOf(quotes);
    }

    /** The sentence in English. */
    public String sentence() {
      return phrase.english.formatted(quotes.toArray());
    }

    /** The same of words that may have been misread. */
    Said doubted() {
      return new Said(phrase.doubted(), quotes);
    }
  }

  /** Its name where it is served. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How many words of the texts it quotes. */
  public int quotes() {
    return english.split(QUOTED, -1).length - 1;
  }

  /** Whether the original may have been misread: then it is no fault of the translation's. */
  public boolean isDoubted() {
    return sure.isPresent();
  }

  /** The same said of words that may have been misread; itself where that makes no difference. */
  Phrase doubted() {
    return Stream.of(values())
        .filter(phrase -> phrase.sure.filter(this::equals).isPresent())
        .findFirst()
        .orElse(this);
  }

  /** The sentence with words of the texts in it. */
  Said with(String... quotes) {
    return new Said(this, List.of(quotes));
  }

  /**
   * Which phrase an English sentence is that was stored; none for those that former versions said.
   */
  public static Optional<Said> of(String message) {
    return Stream.of(values()).flatMap(phrase -> phrase.said(message).stream()).findFirst();
  }

  private Optional<Said> said(String message) {
    Matcher found = form.matcher(message);
    return found.matches()
        ? Optional.of(
            new Said(this, IntStream.rangeClosed(1, quotes()).mapToObj(found::group).toList()))
        : Optional.empty();
  }
}
