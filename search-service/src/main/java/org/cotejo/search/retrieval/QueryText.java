package org.cotejo.search.retrieval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cotejo.search.retrieval.Query.Clause;
import org.cotejo.search.retrieval.Query.Condition;
import org.cotejo.search.retrieval.Query.Described;
import org.cotejo.search.retrieval.Query.Said;
import org.cotejo.search.retrieval.Query.Term;

/**
 * Reads the query language:
 *
 * <pre>
 * query  = { ["-"] ( term | field ":" term | "date:" edtf ) }
 * term   = word | letters "*" | letters "~" ["1" | "2"] | '"' words '"' ["~" number]
 * </pre>
 *
 * The language is flat, so that a query is read in one pass from left to right without recursion.
 */
public final class QueryText {
  /** Longest query, in UTF-16 code units. */
  public static final int MAXIMUM_LENGTH = 1000;

  /** Most clauses of a query. */
  public static final int MAXIMUM_CLAUSES = 50;

  /** Farthest that the words of a phrase may stand apart. */
  public static final int MAXIMUM_APART = 50;

  private static final int SHORTEST_PREFIX = 2;
  private static final String QUOTES = "\"“”„«»";
  private static final Pattern LETTER_OR_DIGIT = Pattern.compile("[\\p{L}\\p{N}]");
  private static final Pattern FIELD = Pattern.compile("(\\p{L}[\\p{L}\\p{M}_-]*):(.*)");
  private static final Pattern FUZZY = Pattern.compile("(.+)~([0-9]*)");
  private static final Pattern NUMBER = Pattern.compile("~([0-9]{0,9})");

  private final String text;
  private int position;

  private QueryText(String text) {
    this.text = text;
  }

  /** A query that cannot be understood; it says what, where, and what was expected. */
  public static final class InvalidQuery extends RuntimeException {
    private final String code;
    private final OptionalInt position;
    private final Optional<String> expected;

    public InvalidQuery(String code, String message) {
      super(message);
      this.code = code;
      this.position = OptionalInt.empty();
      this.expected = Optional.empty();
    }

    InvalidQuery(String code, int position, String message, String expected) {
      super(message);
      this.code = code;
      this.position = OptionalInt.of(position);
      this.expected = Optional.of(expected);
    }

    public String code() {
      return code;
    }

    /** Where in the query, in UTF-16 code units from 0. */
    public OptionalInt position() {
      return position;
    }

    /** What should stand there. */
    public Optional<String> expected() {
      return expected;
    }

    /** For people, never null. */
    public String explanation() {
      return String.valueOf(getMessage());
    }
  }

  /**
   * Reads a query. Words without any letter or digit are left out.
   *
   * @throws InvalidQuery when it cannot be understood
   */
  public static Query parse(String text) {
    if (text.length() > MAXIMUM_LENGTH) {
      throw new InvalidQuery(
          "query.too-long",
          MAXIMUM_LENGTH,
          "The query has more than " + MAXIMUM_LENGTH + " characters.",
          "at most " + MAXIMUM_LENGTH + " characters");
    }
    List<Clause> clauses = new QueryText(text).clauses();
    if (clauses.isEmpty() && !text.isBlank()) {
      throw new InvalidQuery(
          "query.no-words", 0, "The query has no word to look for.", "a word of letters or digits");
    }
    if (!clauses.isEmpty() && clauses.stream().allMatch(Clause::excluded)) {
      throw new InvalidQuery(
          "query.only-exclusions",
          text.length(),
          "The query only says what not to find.",
          "a word to find");
    }
    return new Query(clauses);
  }

  private List<Clause> clauses() {
    List<Clause> clauses = new ArrayList<>();
    while (skipSpace()) {
      int start = position;
      clause().ifPresent(clauses::add);
      if (clauses.size() > MAXIMUM_CLAUSES) {
        throw new InvalidQuery(
            "query.too-many-words",
            start,
            "The query has more than " + MAXIMUM_CLAUSES + " parts.",
            "at most " + MAXIMUM_CLAUSES + " words, phrases and conditions");
      }
    }
    return clauses;
  }

  private Optional<Clause> clause() {
    boolean excluded = text.charAt(position) == '-' && !atSpace(position + 1);
    if (excluded) {
      position++;
    }
    if (isQuote(position)) {
      return Optional.of(new Clause(excluded, new Said(phrase())));
    }
    int start = position;
    String word = word();
    Matcher field = FIELD.matcher(word);
    if (field.matches()) {
      Optional<Condition> condition = condition(field.group(1), field.group(2), start);
      if (condition.isPresent()) {
        return condition.map(found -> new Clause(excluded, found));
      }
    }
    if (!LETTER_OR_DIGIT.matcher(word).find()) {
      return Optional.empty();
    }
    requireNoOperator(word, start);
    return Optional.of(new Clause(excluded, new Said(term(word, start))));
  }

  /** What stands behind a field's name; empty where the colon is only a mark of punctuation. */
  private Optional<Condition> condition(String name, String value, int start) {
    int at = start + name.length() + 1;
    boolean quoted = value.isEmpty() && isQuote(position);
    Optional<QueryField> known = QueryField.named(name);
    if (known.isEmpty()) {
      if (value.isEmpty() && !quoted) {
        return Optional.empty();
      }
      throw unknownField(name, start);
    }
    QueryField field = known.get();
    if (!quoted && !LETTER_OR_DIGIT.matcher(value).find()) {
      throw new InvalidQuery(
          "query.value-missing",
          at,
          "Nothing stands behind " + name + ": to look for.",
          field == QueryField.DATE ? DateSpan.EXPECTED : "a word or \"phrase\" without a space");
    }
    if (field == QueryField.DATE) {
      return Optional.of(dated(quoted ? phrase().text() : value, at));
    }
    Term term = quoted ? phrase() : term(value, at);
    if (!field.holdsWords() && !(term instanceof Query.Word || term instanceof Query.Prefix)) {
      if (term instanceof Query.Phrase(String words, int apart) && apart == 0) {
        return Optional.of(new Described(field, new Query.Phrase(words, 0)));
      }
      throw new InvalidQuery(
          "query.value-not-exact",
          at,
          name + ": is met as it is written, without ~.",
          "the value itself, or its beginning and *");
    }
    return Optional.of(new Described(field, term));
  }

  private static Condition dated(String edtf, int at) {
    return DateSpan.parse(edtf)
        .<Condition>map(span -> new Query.Dated(edtf, span))
        .orElseThrow(
            () ->
                new InvalidQuery(
                    "query.date-invalid",
                    at,
                    "\"" + edtf + "\" is not a date that can be looked for.",
                    DateSpan.EXPECTED));
  }

  private Query.Phrase phrase() {
    int open = position;
    int close = open + 1;
    while (close < text.length() && !isQuote(close)) {
      close++;
    }
    if (close == text.length()) {
      throw new InvalidQuery(
          "query.quote-open", open, "A quotation mark is not closed.", "a second quotation mark");
    }
    String words = text.substring(open + 1, close).strip().replaceAll("\\s+", " ");
    position = close + 1;
    if (!LETTER_OR_DIGIT.matcher(words).find()) {
      throw new InvalidQuery(
          "query.phrase-empty",
          open,
          "Between the quotation marks there is nothing to look for.",
          "words between the quotation marks");
    }
    return new Query.Phrase(words, apart());
  }

  private int apart() {
    Matcher number = NUMBER.matcher(text).region(position, text.length());
    if (!number.lookingAt()) {
      return 0;
    }
    int at = position + 1;
    position = number.end();
    String digits = number.group(1);
    int apart = digits.isEmpty() ? 0 : Integer.parseInt(digits);
    if (apart < 1 || apart > MAXIMUM_APART) {
      throw new InvalidQuery(
          "query.distance-invalid",
          at,
          "Behind \"phrase\"~ stands how many words apart its words may be.",
          "a number from 1 to " + MAXIMUM_APART);
    }
    return apart;
  }

  private Term term(String word, int start) {
    int star = word.indexOf('*');
    if (star >= 0) {
      return prefix(word, star, start);
    }
    Matcher fuzzy = FUZZY.matcher(word);
    if (!fuzzy.matches() || !LETTER_OR_DIGIT.matcher(fuzzy.group(1)).find()) {
      return new Query.Word(word);
    }
    return switch (fuzzy.group(2)) {
      case "" -> new Query.Fuzzy(fuzzy.group(1), OptionalInt.empty());
      case "1" -> new Query.Fuzzy(fuzzy.group(1), OptionalInt.of(1));
      case "2" -> new Query.Fuzzy(fuzzy.group(1), OptionalInt.of(2));
      case String _ ->
          throw new InvalidQuery(
              "query.edits-invalid",
              start + fuzzy.start(2),
              "At most two letters of a word may differ.",
              "~, ~1 or ~2");
    };
  }

  private static Term prefix(String word, int star, int start) {
    if (star != word.length() - 1) {
      throw new InvalidQuery(
          "query.star-misplaced",
          start + star,
          "A * stands for the rest of a word, so only at its end.",
          "the beginning of a word and then *");
    }
    String letters = word.substring(0, star);
    long known = LETTER_OR_DIGIT.matcher(letters).results().count();
    if (known < SHORTEST_PREFIX) {
      throw new InvalidQuery(
          "query.prefix-short",
          start,
          "Before a * stand at least " + SHORTEST_PREFIX + " letters.",
          "more letters before the *");
    }
    return new Query.Prefix(letters);
  }

  private static void requireNoOperator(String word, int start) {
    switch (word) {
      case "OR" ->
          throw new InvalidQuery(
              "query.operator", start, "There is no OR; all words are looked for.", "a word");
      case "AND" ->
          throw new InvalidQuery(
              "query.operator", start, "All words are looked for; AND is not needed.", "a word");
      case "NOT" ->
          throw new InvalidQuery(
              "query.operator",
              start,
              "What is not to be found has a - directly before it.",
              "-word or -\"phrase\"");
      default -> {}
    }
  }

  private static InvalidQuery unknownField(String name, int start) {
    String known =
        Arrays.stream(QueryField.values()).map(QueryField::label).collect(Collectors.joining(", "));
    String meant =
        QueryField.nearest(name)
            .map(field -> " Was " + field.label() + ": meant?")
            .orElse(" Put it into quotation marks to look for it as it is.");
    return new InvalidQuery(
        "query.field-unknown", start, "There is no field " + name + "." + meant, "one of " + known);
  }

  private boolean skipSpace() {
    while (position < text.length() && atSpace(position)) {
      position++;
    }
    return position < text.length();
  }

  private String word() {
    int start = position;
    while (position < text.length() && !atSpace(position) && !isQuote(position)) {
      position++;
    }
    return text.substring(start, position);
  }

  private boolean atSpace(int index) {
    return index >= text.length()
        || Character.isWhitespace(text.charAt(index))
        || Character.isSpaceChar(text.charAt(index));
  }

  private boolean isQuote(int index) {
    return index < text.length() && QUOTES.indexOf(text.charAt(index)) >= 0;
  }
}
