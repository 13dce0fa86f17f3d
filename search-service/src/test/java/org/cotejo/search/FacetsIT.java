package org.cotejo.search;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.cotejo.local.testing.InfrastructureResource;
import org.junit.jupiter.api.Test;

/** Counts of facets against a count by hand, for random papers and random choices. */
@QuarkusTest
@WithTestResource(TestTokens.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "components", value = "kafka,elasticsearch,objects"))
class FacetsIT extends SearchSteps {
  private static final int PAPERS = 14;
  private static final int CHOICES = 25;
  private static final List<String> COLLECTIONS = List.of("Facetas del norte", "Facetas del sur");
  private static final List<String> PEOPLE = List.of("Ana Faceta", "Blas Faceta", "Cruz Faceta");
  private static final List<String> PLACES = List.of("Puerto Faceta", "Sierra Faceta");
  private static final Map<String, String> TITLES =
      Map.of("Carta", "letter", "Informe", "report", "Telegrama", "telegram");
  private static final int FIRST_YEAR = 1931;
  private static final int YEARS = 3;

  /** A paper by the values of its facets. */
  private record Paper(String id, Map<String, Set<String>> values) {}

  @Test
  void eachFacetIsCountedUnderAllFiltersButItsOwn() {
    // Given
    Random random = new Random(20_261_130);
    List<Paper> papers = new ArrayList<>();
    for (int number = 0; number < PAPERS; number++) {
      papers.add(written(random, number));
    }
    await().atMost(LIMIT).until(() -> ids(Map.of("q", "facetadísimo")).size() == PAPERS);
    for (int number = 0; number < CHOICES; number++) {
      Map<String, Set<String>> chosen = chosen(random);
      Map<String, Object> parameters = new HashMap<>(chosen);
      parameters.put("q", "facetadísimo");
      parameters.put("size", "100");
      // When
      var answer = request("").queryParams(parameters).get("/v1/search").then().extract();
      // Then
      assertEquals(
          ids(papers, paper -> holds(paper, chosen, "")),
          new HashSet<>(answer.<List<String>>path("hits.documentId")),
          chosen.toString());
      for (String facet : papers.getFirst().values().keySet()) {
        Map<String, Integer> expected = new TreeMap<>();
        papers.stream()
            .filter(paper -> holds(paper, chosen, facet))
            .flatMap(paper -> paper.values().get(facet).stream())
            .forEach(value -> expected.merge(value, 1, Integer::sum));
        Map<String, Integer> counted = new TreeMap<>();
        answer
            .<List<Map<String, Object>>>path("facets." + name(facet))
            .forEach(
                count -> counted.put((String) count.get("value"), (Integer) count.get("count")));
        assertEquals(expected, counted, facet + " under " + chosen);
      }
    }
  }

  private Paper written(Random random, int number) {
    Map<String, Set<String>> values = new TreeMap<>();
    String title = List.copyOf(new TreeMap<>(TITLES).keySet()).get(random.nextInt(TITLES.size()));
    boolean translated = random.nextBoolean();
    TestPaper paper =
        paper(title + " faceta " + number)
            .sentence("Papel facetadísimo.", translated ? "Faceted paper." : "");
    values.put("type", Set.of(TITLES.get(title)));
    values.put("language", Set.of("es"));
    values.put("translated", Set.of(translated ? "yes" : "no"));
    values.put("translation-language", translated ? Set.of("en") : Set.of());
    values.put("review", Set.of("no"));
    String collection = COLLECTIONS.get(random.nextInt(COLLECTIONS.size()));
    paper.record.put("collection", collection);
    values.put("collection", Set.of(collection));
    values.put("people", some(random, PEOPLE));
    values.get("people").forEach(paper.record.putArray("people")::add);
    values.put("places", some(random, PLACES));
    values.get("places").forEach(paper.record.putArray("places")::add);
    int year = FIRST_YEAR + random.nextInt(YEARS);
    paper
        .record
        .putObject("date")
        .put("edtf", Integer.toString(year))
        .put("printed", Integer.toString(year))
        .put("earliest", year + "-01-01")
        .put("latest", year + "-12-31");
    values.put("year", Set.of(Integer.toString(year)));
    send("cotejo.bitexts", paper.aligned(1));
    return new Paper(paper.id, values);
  }

  private static Set<String> some(Random random, List<String> of) {
    Set<String> some = new HashSet<>();
    of.stream().filter(_ -> random.nextBoolean()).forEach(some::add);
    return some;
  }

  /** Up to three facets with one or two values. */
  private static Map<String, Set<String>> chosen(Random random) {
    Map<String, List<String>> all =
        Map.of(
            "type",
            List.copyOf(new TreeMap<>(TITLES).values()),
            "collection",
            COLLECTIONS,
            "people",
            PEOPLE,
            "places",
            PLACES,
            "translated",
            List.of("yes", "no"),
            "year",
            List.of(Integer.toString(FIRST_YEAR), Integer.toString(FIRST_YEAR + 1)));
    Map<String, Set<String>> chosen = new TreeMap<>();
    List<String> names = List.copyOf(new TreeMap<>(all).keySet());
    for (int number = random.nextInt(4); number > 0; number--) {
      String name = names.get(random.nextInt(names.size()));
      Set<String> values = new HashSet<>();
      for (int value = 0; value < 1 + random.nextInt(2); value++) {
        values.add(all.get(name).get(random.nextInt(all.get(name).size())));
      }
      chosen.put(name, values);
    }
    return chosen;
  }

  private static boolean holds(Paper paper, Map<String, Set<String>> chosen, String but) {
    return chosen.entrySet().stream()
        .filter(choice -> !choice.getKey().equals(but))
        .allMatch(
            choice ->
                paper.values().get(choice.getKey()).stream().anyMatch(choice.getValue()::contains));
  }

  private static Set<String> ids(List<Paper> papers, Predicate<Paper> which) {
    Set<String> ids = new HashSet<>();
    papers.stream().filter(which).forEach(paper -> ids.add(paper.id()));
    return ids;
  }

  /** As the answer calls what a parameter calls otherwise. */
  private static String name(String parameter) {
    return parameter.equals("translation-language") ? "translationLanguage" : parameter;
  }
}
