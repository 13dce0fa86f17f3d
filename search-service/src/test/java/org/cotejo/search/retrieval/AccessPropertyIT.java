package org.cotejo.search.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.cotejo.search.bench.WrittenPaper;
import org.cotejo.search.projection.index.BareIndex;
import org.cotejo.search.retrieval.SearchQuery.Viewer;
import org.cotejo.search.retrieval.SearchQuery.Window;
import org.junit.jupiter.api.Test;

/**
 * Random documents, callers and days over one index that is written once: what a caller may not see
 * is in no hit, total, facet, passage or suggestion, and an embargo ends by the day alone.
 */
class AccessPropertyIT {
  private static final int PAPERS = 150;
  private static final int CALLERS = 40;
  private static final LocalDate START = LocalDate.of(2026, 3, 1);
  private static final List<String> ROLES = List.of("reader", "submitter", "curator", "operator");

  /** A document with the words that it alone has. */
  private record Kept(String id, String own, String level, Optional<LocalDate> until) {
    boolean visible(Viewer viewer) {
      boolean curates = viewer.roles().contains("curator") || viewer.roles().contains("operator");
      return switch (level) {
        case "public" -> true;
        case "restricted" -> curates || viewer.roles().contains("reader");
        default -> curates || !viewer.today().isBefore(until.orElseThrow());
      };
    }
  }

  @Test
  void nothingTellsOfWhatACallerMayNotSee() throws IOException {
    Random random = new Random(20_261_125);
    try (BareIndex elasticsearch = new BareIndex()) {
      BareIndex.Filled index = elasticsearch.fresh("access");
      List<Kept> papers = new ArrayList<>();
      for (int number = 0; number < PAPERS; number++) {
        papers.add(write(index, number, random));
      }
      index.refresh();
      int closed = 0;
      for (int caller = 0; caller < CALLERS; caller++) {
        Viewer viewer =
            new Viewer(
                ROLES.stream().filter(_ -> random.nextInt(4) == 0).collect(Collectors.toSet()),
                START.plusDays(random.nextInt(40)));
        Set<String> visible =
            papers.stream()
                .filter(paper -> paper.visible(viewer))
                .map(Kept::id)
                .collect(Collectors.toSet());
        closed += PAPERS - visible.size();
        check(index, papers, visible, viewer, random);
      }
      assertTrue(closed > CALLERS, "too few documents were closed to tell anything");
    }
  }

  private static Kept write(BareIndex.Filled index, int number, Random random) {
    String own = "zuaqo%03d".formatted(number);
    String level = List.of("public", "restricted", "embargoed").get(random.nextInt(3));
    Optional<LocalDate> until =
        "embargoed".equals(level)
            ? Optional.of(START.plusDays(random.nextInt(40)))
            : Optional.empty();
    WrittenPaper paper =
        new WrittenPaper("00000000-0000-7000-8000-%012d".formatted(number), "Acta " + own)
            .sentence("Común reservadilla " + own + ".", "Common sentence " + own + ".");
    var access = paper.record.putObject("access").put("level", level);
    until.ifPresent(day -> access.put("until", day.toString()));
    paper.record.put("collection", "Fondo " + own);
    paper.record.putArray("people").add("Persona " + own);
    index.write(paper.id, paper.record, paper.aligned(), paper.text(), paper.bitexts());
    return new Kept(paper.id, own, level, until);
  }

  private static void check(
      BareIndex.Filled index,
      List<Kept> papers,
      Set<String> visible,
      Viewer viewer,
      Random random) {
    for (String query :
        List.of("", "reservadilla", "reservadillo~", "title:acta", "\"común reservadilla\"")) {
      SearchResult all = index.retrieval.search(search(query, viewer, PAPERS));
      Set<String> found = new HashSet<>();
      all.hits().forEach(hit -> found.add(hit.document().documentId()));
      assertEquals(visible, found, query + " of " + viewer);
      assertEquals(visible.size(), all.total());
      Map<String, Long> collections =
          all.facets().getOrDefault("collection", new java.util.LinkedHashMap<>());
      for (Kept paper : papers) {
        if (!visible.contains(paper.id())) {
          assertFalse(collections.containsKey("Fondo " + paper.own()));
        }
      }
    }
    Kept one = papers.get(random.nextInt(papers.size()));
    boolean seen = visible.contains(one.id());
    for (String query :
        List.of(one.own(), "person:" + one.own(), one.own() + "*", "fondo:" + one.own())) {
      SearchResult result = index.retrieval.search(search(query, viewer, 10));
      boolean there =
          result.hits().stream().anyMatch(hit -> hit.document().documentId().equals(one.id()));
      assertEquals(seen, there, query + " of " + viewer);
      assertFalse(!seen && result.toString().contains(one.own()), query + " of " + viewer);
    }
    List<Suggestion> suggestions = index.suggestions.of(Typed.of(one.own()), viewer, 5);
    assertEquals(
        seen,
        suggestions.stream().anyMatch(suggestion -> suggestion.text().contains(one.own())),
        one + " for " + viewer + ": " + suggestions);
  }

  private static SearchQuery search(String query, Viewer viewer, int size) {
    return new SearchQuery(
        QueryText.parse(query),
        SearchQuery.Tolerance.ALL,
        SearchQuery.Filter.NONE,
        viewer,
        new Window(SearchQuery.Order.RELEVANCE, List.of(), size, 3, true));
  }
}
