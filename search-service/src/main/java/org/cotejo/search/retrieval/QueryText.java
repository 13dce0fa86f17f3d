package org.cotejo.search.retrieval;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The query language: words that must all occur, "phrases", -exclusions and prefixes*. */
public final class QueryText {
  /** Longest query, in UTF-16 code units. */
  public static final int MAXIMUM_LENGTH = 1000;

  /** Most words of a query. */
  public static final int MAXIMUM_WORDS = 50;

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern EXCLUSION = Pattern.compile("(?<=^|\\s)-(\"[^\"]*\"|\\S+)");
  private static final Pattern LETTER_OR_DIGIT = Pattern.compile("[\\p{L}\\p{N}]");

  private QueryText() {}

  /** A query that cannot be understood; code and message say why. */
  public static final class InvalidQuery extends RuntimeException {
    private final String code;

    public InvalidQuery(String code, String message) {
      super(message);
      this.code = code;
    }

    public String code() {
      return code;
    }

    /** For people, never null. */
    public String explanation() {
      return String.valueOf(getMessage());
    }
  }

  /**
   * Checks a query and brings quotation marks into one form.
   *
   * @return the query without needless space; empty when there is none
   * @throws InvalidQuery when it cannot be understood
   */
  public static String checked(String text) {
    String query = SPACE.matcher(text.replaceAll("[“”„«»]", "\"")).replaceAll(" ").strip();
    if (query.length() > MAXIMUM_LENGTH) {
      throw new InvalidQuery(
          "query.too-long", "The query has more than " + MAXIMUM_LENGTH + " characters.");
    }
    if (query.isEmpty()) {
      return query;
    }
    if (query.chars().filter(c -> c == '"').count() % 2 != 0) {
      throw new InvalidQuery("query.quote-open", "A quotation mark is not closed.");
    }
    List<String> words = Arrays.asList(SPACE.split(query, -1));
    if (words.size() > MAXIMUM_WORDS) {
      throw new InvalidQuery(
          "query.too-many-words", "The query has more than " + MAXIMUM_WORDS + " words.");
    }
    if (words.stream().noneMatch(word -> LETTER_OR_DIGIT.matcher(word).find())) {
      throw new InvalidQuery("query.no-words", "The query has no word to look for.");
    }
    if (EXCLUSION.matcher(query).replaceAll(" ").isBlank()) {
      throw new InvalidQuery(
          "query.only-exclusions", "The query only says what not to find; add a word to find.");
    }
    return query;
  }
}
