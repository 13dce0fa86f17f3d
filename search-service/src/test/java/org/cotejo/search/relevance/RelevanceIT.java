package org.cotejo.search.relevance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.cotejo.search.projection.index.BareIndex;
import org.junit.jupiter.api.Test;

/** Floors below which no change may bring the answers to the judged questions. */
class RelevanceIT {
  @Test
  void theJudgedQuestionsAreAnsweredAsWellAsBefore() throws IOException {
    assertTrue(new JudgedPapers(0).questions().size() >= 60);
    RelevanceBench.Table table;
    try (BareIndex elasticsearch = new BareIndex()) {
      table = RelevanceBench.measure(elasticsearch);
    }
    floor(table, "words, own language", 0, 0.95);
    Measures own = table.of("translated papers", "words, own language", 0);
    Measures other = table.of("translated papers", "words, other language", 0);
    assertTrue(other.ndcg() >= 0.8 * own.ndcg(), "across languages " + other + " against " + own);
  }

  private static void floor(RelevanceBench.Table table, String kind, int percent, double ndcg) {
    Measures measures = table.of("all papers", kind, percent);
    assertTrue(measures.ndcg() >= ndcg, kind + " at " + percent + " %: " + measures);
  }
}
