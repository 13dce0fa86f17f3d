package org.cotejo.search.relevance;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.cotejo.search.projection.index.BareIndex;
import org.junit.jupiter.api.Test;

/**
 * Floors below which no change may bring the answers to the judged questions; each is what was
 * measured, less a little.
 */
class RelevanceIT {
  /** The least nDCG@10 and recall@100 over all papers. */
  private record Floor(String kind, int misreadPercent, double ndcg, double recall) {
    void check(RelevanceBench.Table table) {
      Measures measures = table.of("all papers", kind, misreadPercent);
      String message = kind + " at " + misreadPercent + " %: " + measures;
      assertTrue(measures.ndcg() >= ndcg && measures.recall() >= recall, message);
    }
  }

  private static final List<Floor> FLOORS =
      List.of(
          new Floor("words, own language", 0, 0.98, 0.98),
          new Floor("words, own language", 5, 0.92, 0.90),
          new Floor("words, own language", 10, 0.86, 0.82),
          new Floor("words, other language", 0, 0.98, 0.98),
          new Floor("words, other language", 10, 0.84, 0.78),
          new Floor("phrase, own language", 0, 0.98, 0.98),
          new Floor("phrase, own language", 5, 0.97, 0.88),
          new Floor("phrase, own language", 10, 0.97, 0.72),
          new Floor("phrase, other language", 0, 0.98, 0.98),
          new Floor("phrase, other language", 10, 0.97, 0.76),
          new Floor("misspelt", 0, 0.98, 0.98),
          new Floor("misspelt", 10, 0.97, 0.68),
          new Floor("name", 10, 0.97, 0.91),
          new Floor("name, other form", 0, 0.95, 0.90),
          new Floor("name, other form", 10, 0.92, 0.76),
          new Floor("conditions", 10, 0.99, 0.99));

  @Test
  void theJudgedQuestionsAreAnsweredAsWellAsBefore() throws IOException {
    assertTrue(new JudgedPapers(0).questions().size() >= 60);
    RelevanceBench.Table table;
    try (BareIndex elasticsearch = new BareIndex()) {
      table = RelevanceBench.measure(elasticsearch);
    }
    assertAll(
        Stream.concat(
            FLOORS.stream().map(floor -> () -> floor.check(table)),
            Stream.of(
                () -> acrossLanguages(table, "translated papers", 0),
                () -> acrossLanguages(table, "untranslated papers", 0),
                () -> acrossLanguages(table, "untranslated papers", 5))));
  }

  /** Words of the other language find at least four fifths of what words of the own one find. */
  private static void acrossLanguages(RelevanceBench.Table table, String papers, int percent) {
    Measures own = table.of(papers, "words, own language", percent);
    Measures other = table.of(papers, "words, other language", percent);
    assertTrue(other.ndcg() >= 0.8 * own.ndcg(), papers + ": " + other + " against " + own);
  }
}
