package org.cotejo.search.retrieval;

/**
 * What somebody may be about to type.
 *
 * @param text as people read it
 * @param kind what it is
 * @param query the query that looks for it
 */
public record Suggestion(String text, Kind kind, String query) {
  /** Kinds in the order in which they are offered. */
  public enum Kind {
    WORD,
    PERSON,
    PLACE,
    TITLE,
    COLLECTION
  }

  /** A value of the record under the condition that finds it. */
  public static Suggestion of(Kind kind, String text) {
    String quoted = '"' + text.replaceAll("[\"“”„«»]", " ").replaceAll("\\s+", " ").strip() + '"';
    return new Suggestion(
        text,
        kind,
        switch (kind) {
          case WORD -> text;
          case PERSON -> QueryField.PERSON.label() + ":" + quoted;
          case PLACE -> QueryField.PLACE.label() + ":" + quoted;
          case TITLE -> QueryField.TITLE.label() + ":" + quoted;
          case COLLECTION -> QueryField.COLLECTION.label() + ":" + quoted;
        });
  }
}
