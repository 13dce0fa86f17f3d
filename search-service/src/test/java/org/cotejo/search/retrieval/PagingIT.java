package org.cotejo.search.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cotejo.search.bench.WrittenPaper;
import org.cotejo.search.projection.index.BareIndex;
import org.cotejo.search.retrieval.SearchQuery.Order;
import org.junit.jupiter.api.Test;

class PagingIT {
  private static final int PAPERS = 120;
  private static final int PAGE = 9;

  /** Elasticsearch cuts lists off at its result window, 10,000 by itself and here a few. */
  @Test
  void cursorsGoPastTheResultWindowInEveryOrder() throws IOException {
    try (BareIndex elasticsearch = new BareIndex()) {
      // Given
      BareIndex.Filled index = elasticsearch.fresh("paging");
      elasticsearch.window("paging", PAGE + 1);
      Set<String> expected = new HashSet<>();
      for (int number = 0; number < PAPERS; number++) {
        WrittenPaper paper =
            new WrittenPaper(
                    "00000000-0000-7000-8000-%012d".formatted(number), "Hoja " + number % 7)
                .sentence("Hoja contada.", "Counted leaf.")
                .dated(1900 + number % 11, 1);
        index.write(paper.id, paper.record, paper.aligned(), paper.text(), paper.bitexts());
        expected.add(paper.id);
      }
      index.refresh();
      for (Order order : Order.values()) {
        for (String query : List.of("", "contada")) {
          // When
          List<String> walked = walk(index, query, order);
          // Then
          assertEquals(PAPERS, walked.size(), order + " " + query);
          assertEquals(expected, new HashSet<>(walked), order + " " + query);
        }
      }
    }
  }

  private static List<String> walk(BareIndex.Filled index, String query, Order order) {
    List<String> walked = new ArrayList<>();
    Optional<List<String>> after = Optional.of(List.of());
    for (int page = 0; page <= PAPERS / PAGE + 1 && after.isPresent(); page++) {
      SearchResult result =
          index.retrieval.search(
              new SearchQuery(
                  QueryText.parse(query),
                  SearchQuery.Tolerance.ALL,
                  SearchQuery.Filter.NONE,
                  new SearchQuery.Viewer(Set.of(), LocalDate.of(2026, 1, 1)),
                  new SearchQuery.Window(order, after.get(), PAGE, 1, false)));
      result.hits().forEach(hit -> walked.add(hit.document().documentId()));
      after = result.next();
    }
    return walked;
  }
}
