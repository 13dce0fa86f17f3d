package org.cotejo.search.retrieval;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A query as understood: every clause must hold. It prints as the text that means the same.
 *
 * @param clauses in the order in which they were written; empty lists everything
 */
public record Query(List<Clause> clauses) {
  /** The query that asks for nothing and so lists everything. */
  public static final Query EVERYTHING = new Query(List.of());

  public Query {
    clauses = List.copyOf(clauses);
  }

  /**
   * One condition.
   *
   * @param excluded whether it must not hold
   */
  public record Clause(boolean excluded, Condition condition) {}

  /** What a clause asks for. */
  public sealed interface Condition permits Said, Described, Dated {}

  /** Words of a passage, or of the record. */
  public record Said(Term term) implements Condition {}

  /** What the record says in one of its fields. */
  public record Described(QueryField field, Term term) implements Condition {}

  /**
   * A date of the record that may lie in a span.
   *
   * @param edtf as written
   */
  public record Dated(String edtf, DateSpan span) implements Condition {}

  /** Words, and how exactly they must be met. */
  public sealed interface Term permits Word, Prefix, Fuzzy, Phrase {
    String text();
  }

  /** A word in any of its forms. */
  public record Word(String text) implements Term {}

  /** The beginning of a word. */
  public record Prefix(String text) implements Term {}

  /**
   * A word that may be spelt a little differently.
   *
   * @param edits letters that may differ, 1 or 2; empty lets the length decide
   */
  public record Fuzzy(String text, OptionalInt edits) implements Term {}

  /**
   * Words that stand together.
   *
   * @param apart how many places they may be moved; 0 for one directly after the other
   */
  public record Phrase(String text, int apart) implements Term {}

  /** The query that asks for a word by its beginning. */
  public static Query beginningWith(String letters) {
    return new Query(List.of(new Clause(false, new Said(new Prefix(letters)))));
  }

  public boolean isEmpty() {
    return clauses.isEmpty();
  }

  /** Terms sought in the texts. */
  public List<Term> said() {
    return terms(false);
  }

  /** Terms that must not occur in a passage. */
  public List<Term> unsaid() {
    return terms(true);
  }

  private List<Term> terms(boolean excluded) {
    return clauses.stream()
        .filter(clause -> clause.excluded() == excluded)
        .flatMap(
            clause ->
                clause.condition() instanceof Said(Term term)
                    ? Stream.of(term)
                    : Stream.<Term>empty())
        .toList();
  }

  /** The query as text; reading it gives the same query again. */
  public String print() {
    return clauses.stream().map(Query::print).collect(Collectors.joining(" "));
  }

  private static String print(Clause clause) {
    String condition =
        switch (clause.condition()) {
          case Said(Term term) -> print(term);
          case Described(QueryField field, Term term) -> field.label() + ":" + print(term);
          case Dated(String edtf, DateSpan _) -> QueryField.DATE.label() + ":" + edtf;
        };
    return clause.excluded() ? "-" + condition : condition;
  }

  private static String print(Term term) {
    return switch (term) {
      case Word(String text) -> text;
      case Prefix(String text) -> text + "*";
      case Fuzzy(String text, OptionalInt edits) ->
          text + "~" + (edits.isPresent() ? edits.getAsInt() : "");
      case Phrase(String text, int apart) -> '"' + text + '"' + (apart > 0 ? "~" + apart : "");
    };
  }
}
