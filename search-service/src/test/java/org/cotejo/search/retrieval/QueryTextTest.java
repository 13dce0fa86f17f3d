package org.cotejo.search.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cotejo.search.retrieval.Query.Clause;
import org.cotejo.search.retrieval.Query.Described;
import org.cotejo.search.retrieval.Query.Fuzzy;
import org.cotejo.search.retrieval.Query.Phrase;
import org.cotejo.search.retrieval.Query.Prefix;
import org.cotejo.search.retrieval.Query.Said;
import org.cotejo.search.retrieval.Query.Term;
import org.cotejo.search.retrieval.Query.Word;
import org.cotejo.search.retrieval.QueryText.InvalidQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryTextTest {
  @Test
  void readsWordsPhrasesPrefixesAndSpellings() {
    assertEquals(
        List.of(
            new Word("faro"),
            new Phrase("luz  roja".replaceAll(" +", " "), 0),
            new Phrase("cónsul brasileño", 5),
            new Prefix("lámp"),
            new Fuzzy("Jruschof", OptionalInt.empty()),
            new Fuzzy("boya", OptionalInt.of(1))),
        QueryText.parse("faro «luz  roja» “cónsul brasileño”~5 lámp* Jruschof~ boya~1").said());
  }

  @Test
  void readsConditionsInEnglishAndSpanish() {
    Query query =
        QueryText.parse("título:faro -person:\"Ana Ruiz\" fondo:puert* number:12/b idioma:es");
    assertEquals(
        List.of(
            clause(false, QueryField.TITLE, new Word("faro")),
            clause(true, QueryField.PERSON, new Phrase("Ana Ruiz", 0)),
            clause(false, QueryField.COLLECTION, new Prefix("puert")),
            clause(false, QueryField.NUMBER, new Word("12/b")),
            clause(false, QueryField.LANGUAGE, new Word("es"))),
        query.clauses());
    assertTrue(query.said().isEmpty());
  }

  @Test
  void keepsExclusionsApart() {
    Query query = QueryText.parse("boya -niebla -\"mar gruesa\" - rojo--verde");
    assertEquals(List.of(new Word("boya"), new Word("rojo--verde")), query.said());
    assertEquals(List.of(new Word("niebla"), new Phrase("mar gruesa", 0)), query.unsaid());
  }

  @Test
  void takesColonsOfPlainTextAsPunctuation() {
    assertEquals(
        List.of(new Word("Secreto:"), new Word("10:30"), new Word("horas")),
        QueryText.parse("Secreto: 10:30 horas ... &").said());
  }

  @Test
  void ofBlankTextThereIsNoQuery() {
    assertTrue(QueryText.parse("  ").isEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "faro \"luz roja          | query.quote-open         | 5",
        "\"luz\"~ roja            | query.distance-invalid   | 6",
        "\"luz roja\"~99          | query.distance-invalid   | 11",
        "faro \"...\"             | query.phrase-empty       | 5",
        "titel:faro               | query.field-unknown      | 0",
        "luz titulo: faro         | query.value-missing      | 11",
        "date:ayer                | query.date-invalid       | 5",
        "fecha:1962/1960          | query.date-invalid       | 6",
        "faro boya~3              | query.edits-invalid      | 10",
        "fa*ro                    | query.star-misplaced     | 2",
        "x*                       | query.prefix-short       | 0",
        "number:12~               | query.value-not-exact    | 7",
        "faro OR boya             | query.operator           | 5",
        "-faro                    | query.only-exclusions    | 5",
        "?!                       | query.no-words           | 0",
      })
  void saysWhatIsWrongAndWhere(String query, String code, int position) {
    InvalidQuery invalid = assertThrows(InvalidQuery.class, () -> QueryText.parse(query));
    assertEquals(code, invalid.code());
    assertEquals(OptionalInt.of(position), invalid.position());
    assertTrue(invalid.expected().isPresent());
  }

  @Test
  void guessesTheFieldThatWasMeant() {
    InvalidQuery invalid =
        assertThrows(InvalidQuery.class, () -> QueryText.parse("colection:puertos"));
    assertTrue(invalid.explanation().contains("collection:"), invalid.explanation());
  }

  @Test
  void isBounded() {
    String tooMany =
        IntStream.rangeClosed(0, QueryText.MAXIMUM_CLAUSES)
            .mapToObj(number -> "w" + number)
            .collect(Collectors.joining(" "));
    assertEquals(
        "query.too-many-words",
        assertThrows(InvalidQuery.class, () -> QueryText.parse(tooMany)).code());
    String tooLong = "a".repeat(QueryText.MAXIMUM_LENGTH + 1);
    assertEquals(
        "query.too-long", assertThrows(InvalidQuery.class, () -> QueryText.parse(tooLong)).code());
  }

  /** Whatever is typed is read or refused by name, and what was read prints as what it means. */
  @Test
  void whatIsPrintedReadsAsTheSameQuery() {
    String[] pieces = {
      "faro",
      "Ñandú",
      "Хрущёв",
      "10:30",
      "-",
      "--",
      "\"",
      "“",
      "»",
      "~",
      "~1",
      "~2",
      "~7",
      "*",
      " ",
      " ",
      " ",
      "\u00a0",
      "title:",
      "fecha:",
      "196X",
      "1961-04~",
      "1960/1962",
      "../1962",
      "número:",
      "nope:",
      ":",
      "(",
      ")",
      "+",
      "\\",
      "/",
      "AND",
      "O'Brien",
      "𝒳",
      "é",
      "\t",
      "[",
      "{",
      "!"
    };
    Random random = new Random(20_261_125);
    int read = 0;
    for (int trial = 0; trial < 50_000; trial++) {
      String text =
          random
              .ints(random.nextInt(1, 12), 0, pieces.length)
              .mapToObj(piece -> pieces[piece])
              .collect(Collectors.joining());
      Query query;
      try {
        query = QueryText.parse(text);
      } catch (InvalidQuery refused) {
        assertTrue(refused.position().orElseThrow() <= text.length(), text);
        continue;
      }
      read++;
      assertEquals(query, QueryText.parse(query.print()), () -> text + " → " + query.print());
    }
    assertTrue(read > 5_000, "only " + read + " were read");
  }

  private static Clause clause(boolean excluded, QueryField field, Term term) {
    return new Clause(excluded, new Described(field, term));
  }

  @Test
  void aWordIsSaid() {
    assertEquals(
        new Query(List.of(new Clause(false, new Said(new Word("faro"))))), QueryText.parse("faro"));
  }
}
