package org.cotejo.search.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListFormatTest {
  private final ListedDocument listed =
      new ListedDocument(
          new SearchResult.DocumentSummary(
              "0193",
              "=Nota \"verbal\" & 50 % {copia}",
              Optional.of("1961-04~"),
              Optional.of("abril de 1961"),
              Optional.of("Puertos"),
              Optional.of("P_12"),
              List.of("es", "fr"),
              List.of("en"),
              "public",
              true,
              false),
          "https://archive.example/documents/0193");

  @Test
  void csvQuotesAndIsNoFormula() {
    assertEquals(
        "\"0193\",\"'=Nota \"\"verbal\"\" & 50 % {copia}\",\"1961-04~\",\"abril de 1961\","
            + "\"Puertos\",\"P_12\",\"es;fr\",\"en\",\"https://archive.example/documents/0193\"\r\n",
        ListFormat.CSV.entry(listed));
    assertEquals(9, ListFormat.CSV.head().split(",", -1).length);
  }

  @Test
  void bibtexEscapesWhatTexWouldRead() {
    String entry = ListFormat.BIBTEX.entry(listed);
    assertTrue(entry.contains("title = {{=Nota \"verbal\" \\& 50 \\% \\{copia\\}}}"), entry);
    assertTrue(entry.contains("year = {1961}"), entry);
    assertTrue(entry.contains("note = {Puertos, P\\_12}"), entry);
  }

  @Test
  void risHasItsTagsInOrder() {
    assertEquals(
        """
        TY  - UNPB
        TI  - =Nota "verbal" & 50 % {copia}
        PY  - 1961
        DA  - abril de 1961
        T2  - Puertos
        CN  - P_12
        LA  - es
        LA  - fr
        UR  - https://archive.example/documents/0193
        ID  - 0193
        ER  -\s

        """
            .replace("\n", "\r\n"),
        ListFormat.RIS.entry(listed));
  }
}
