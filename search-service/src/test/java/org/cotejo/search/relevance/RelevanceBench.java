package org.cotejo.search.relevance;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cotejo.search.bench.WrittenPaper;
import org.cotejo.search.projection.index.BareIndex;
import org.cotejo.search.relevance.JudgedPapers.Question;
import org.cotejo.search.retrieval.DateSpan;
import org.cotejo.search.retrieval.QueryText;
import org.cotejo.search.retrieval.SearchQuery;

/**
 * Asks the judged questions of pages read well, fairly and badly, and prints how they are answered.
 */
public final class RelevanceBench {
  static final List<Integer> MISREAD_PERCENT = List.of(0, 5, 10);
  private static final int DEEP = 100;

  private RelevanceBench() {}

  /** Which papers are asked. */
  private enum Asked {
    ALL,
    TRANSLATED,
    UNTRANSLATED
  }

  /** One run: how far a word may be, and which papers are asked. */
  private record Run(String name, SearchQuery.Tolerance tolerance, Asked asked) {}

  private static final List<Run> RUNS =
      List.of(
          new Run("all papers", SearchQuery.Tolerance.ALL, Asked.ALL),
          new Run("translated papers", SearchQuery.Tolerance.ALL, Asked.TRANSLATED),
          new Run("untranslated papers", SearchQuery.Tolerance.ALL, Asked.UNTRANSLATED),
          new Run("without the lexicon", new SearchQuery.Tolerance(true, true, false), Asked.ALL),
          new Run("words alone", SearchQuery.Tolerance.NONE, Asked.ALL));

  /** Means by run, kind of question and share of misread letters. */
  record Table(Map<String, Map<String, Map<Integer, Measures>>> rows) {
    Measures of(String run, String kind, int percent) {
      return rows.get(run).get(kind).get(percent);
    }
  }

  static Table measure(BareIndex elasticsearch) throws IOException {
    Map<String, Map<String, Map<Integer, Measures>>> rows = new LinkedHashMap<>();
    for (int percent : MISREAD_PERCENT) {
      JudgedPapers judged = new JudgedPapers(percent / 100.0);
      BareIndex.Filled index = elasticsearch.fresh("judged-" + percent);
      for (WrittenPaper paper : judged.papers()) {
        index.write(paper.id, paper.record, paper.aligned(), paper.text(), paper.bitexts());
      }
      index.refresh();
      elasticsearch.use(LearnedLexicon.of(judged.papers()));
      for (Run run : RUNS) {
        Map<String, List<Measures>> byKind = new LinkedHashMap<>();
        for (Question question : judged.questions()) {
          Set<String> relevant =
              switch (run.asked()) {
                case ALL -> question.relevant();
                case TRANSLATED -> judged.translated(question.relevant());
                case UNTRANSLATED -> judged.untranslated(question.relevant());
              };
          if (!relevant.isEmpty()) {
            byKind
                .computeIfAbsent(question.kind(), _ -> new ArrayList<>())
                .add(Measures.of(ask(index, question, run), relevant));
          }
        }
        byKind.forEach(
            (kind, all) ->
                rows.computeIfAbsent(run.name(), _ -> new LinkedHashMap<>())
                    .computeIfAbsent(kind, _ -> new TreeMap<>())
                    .put(percent, Measures.mean(all)));
      }
    }
    return new Table(rows);
  }

  private static List<String> ask(BareIndex.Filled index, Question question, Run run) {
    Map<String, Set<String>> values =
        switch (run.asked()) {
          case ALL -> Map.of();
          case TRANSLATED -> Map.of("translated", Set.of("yes"));
          case UNTRANSLATED -> Map.of("translated", Set.of("no"));
        };
    SearchQuery query =
        new SearchQuery(
            QueryText.parse(question.query()),
            run.tolerance(),
            new SearchQuery.Filter(values, DateSpan.ANY, java.util.Optional.empty()),
            new SearchQuery.Viewer(Set.of(), LocalDate.of(2026, 1, 1)),
            SearchQuery.Window.first(DEEP, 0));
    return index.retrieval.search(query).hits().stream()
        .map(hit -> hit.document().documentId())
        .toList();
  }

  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws IOException {
    try (BareIndex elasticsearch = new BareIndex()) {
      System.out.print(print(measure(elasticsearch)));
    }
  }

  private static String print(Table table) {
    StringBuilder out = new StringBuilder();
    table
        .rows()
        .forEach(
            (run, kinds) -> {
              out.append("\n| ").append(run).append(" |");
              MISREAD_PERCENT.forEach(percent -> out.append(" %d %% misread |".formatted(percent)));
              out.append("\n|---|").append("---|".repeat(MISREAD_PERCENT.size())).append('\n');
              kinds.forEach(
                  (kind, shares) -> {
                    out.append("| ").append(kind).append(" |");
                    shares
                        .values()
                        .forEach(
                            measures ->
                                out.append(
                                    String.format(
                                        Locale.ROOT,
                                        " %.3f / %.3f / %.3f |",
                                        measures.ndcg(),
                                        measures.recall(),
                                        measures.reciprocal())));
                    out.append('\n');
                  });
            });
    return out.toString();
  }
}
