package org.cotejo.search;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotejo.local.testing.InfrastructureResource;
import org.junit.jupiter.api.Test;

/** The query language and its evidence against a real index. */
@QuarkusTest
@WithTestResource(TestTokens.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "components", value = "kafka,elasticsearch,objects"))
class QueryLanguageIT extends SearchSteps {
  @Test
  void conditionsAskTheRecord() {
    // Given
    TestPaper paper = paper("Bitácora del Galerna").sentence("Zarpó al alba.", "She sailed early.");
    paper.record.put("collection", "Bitácoras menores").put("recordNumber", "GAL/77-b");
    paper.record.putArray("people").add("Íñigo Galernés");
    paper.record.putArray("places").add("Punta Galerna");
    dated(paper, "1961-04~", "1961-04-01", "1961-04-30");
    send("cotejo.bitexts", paper.aligned(1));
    // Then
    found("title:galerna", paper).body("hits[0].passages", empty());
    for (String query :
        List.of(
            "person:\"inigo galernes\"",
            "persona:galernez~",
            "lugar:galerna",
            "fondo:bitac* title:galerna",
            "number:gal/77-B",
            "número:GAL*",
            "date:1960/1962 title:galerna",
            "fecha:196X title:galerna",
            "date:1961-04~ title:galerna",
            "language:es -translation:fr title:galerna",
            "alba title:galerna",
            "GAL/77-b")) {
      assertEquals(Set.of(paper.id), ids(Map.of("q", query)), query);
    }
    for (String query :
        List.of(
            "date:1959 title:galerna",
            "-date:1961 title:galerna",
            "-person:galernés title:galerna",
            "translation:fr title:galerna",
            "-alba -early title:galerna")) {
      assertTrue(ids(Map.of("q", query)).isEmpty(), query);
    }
  }

  @Test
  void wordsNearEachOtherAreFoundWithinTheirDistance() {
    TestPaper paper =
        paper("Distancias").sentence("Balizas verdes junto al dique nuevo.", "Green beacons.");
    send("cotejo.bitexts", paper.aligned(1));
    found("balizas", paper);
    assertEquals(Set.of(paper.id), ids(Map.of("q", "\"balizas dique\"~4")));
    assertTrue(ids(Map.of("q", "\"balizas dique\"~1")).isEmpty());
    assertTrue(ids(Map.of("q", "\"balizas dique\"")).isEmpty());
  }

  @Test
  void aMisreadWordIsFoundMarkedAndSaidToBeSo() {
    // Given
    TestPaper paper =
        paper("Erratas").sentence("El capitan Quintarrosa desembarcd ayer.", "He landed.");
    send("cotejo.bitexts", paper.aligned(1));
    // Then
    found("desembarco", paper)
        .body("hits[0].passages[0].marks.start", contains(23))
        .body("hits[0].passages[0].markBoxes.x", contains(180))
        .body("hits[0].passages[0].ways.kind", contains("spelling"))
        .body("hits[0].passages[0].ways[0].as", contains("desembarcd"));
    found("quintarrosa", paper).body("hits[0].passages[0].ways.kind", contains("word"));
    found("\"quintarrosa desembarco\"", paper)
        .body("hits[0].passages[0].marks.start", contains(11, 23))
        .body("hits[0].passages[0].ways.kind", contains("spelling"));
    assertTrue(ids(Map.of("q", "\"desembarco quintarrosa\"")).isEmpty());
    assertTrue(ids(Map.of("q", "desembarco", "spellings", "off")).isEmpty());
    assertEquals(Set.of(paper.id), ids(Map.of("q", "desembarco~", "spellings", "off")));
  }

  @Test
  void aNameIsFoundAsTheOtherLanguageWritesItUnlessThatIsSwitchedOff() {
    // Given
    TestPaper paper =
        paper("Nombres")
            .sentence("Anteayer Petrushenkov saludaba.", "Then Petruschenkow was waving.");
    paper.record.putArray("people").add("Zhilyardov");
    send("cotejo.bitexts", paper.aligned(1));
    // Then
    found("Petruschenkov", paper)
        .body("hits[0].passages[0].ways.kind", contains("variant"))
        .body("hits[0].passages[0].ways[0].as", hasSize(1))
        .body("hits[0].passages[0].through", equalTo("both"))
        .body("hits[0].passages[0].marks", hasSize(1));
    found("Petrushenkov", paper).body("hits[0].passages[0].ways.kind", contains("word"));
    assertEquals(Set.of(paper.id), ids(Map.of("q", "Jilyardov")));
    assertTrue(ids(Map.of("q", "Petruschenkov", "variants", "off", "spellings", "off")).isEmpty());
  }

  @Test
  void aSentenceFoundOnBothSidesIsShownOnceWithBothMarked() {
    // Given
    TestPaper paper =
        paper("Ambos lados")
            .sentence("El Almirante Tormentoso llegó en 1957.", "Admiral Tormentoso came in 1957.")
            .sentence("Nadie le esperaba.", "Nobody waited for him.");
    send("cotejo.bitexts", paper.aligned(1));
    // Then
    found("tormentoso", paper)
        .body("hits[0].passages", hasSize(1))
        .body("hits[0].passageTotal", equalTo(1))
        .body("hits[0].passages[0].through", equalTo("both"))
        .body("hits[0].passages[0].markBoxes", hasSize(1))
        .body("hits[0].passages[0].markBoxes[0].x", equalTo(120))
        .body("hits[0].passages[0].counterparts[0].marks", hasSize(1));
    found("almirante 1957", paper)
        .body("hits[0].passages[0].through", equalTo("original"))
        .body("hits[0].passages[0].counterparts[0].marks.start", contains(27));
    found("admiral", paper).body("hits[0].passages[0].through", equalTo("translation"));
  }

  @Test
  void ordersAndYesOrNoFacets() {
    // Given
    TestPaper late = paper("Zócalo ordenable").sentence("Ordenable sin duda.", "Sortable.");
    dated(late, "1971", "1971-01-01", "1971-12-31");
    TestPaper early = paper("Ábaco ordenable").sentence("Ordenable también.", "Sortable too.");
    dated(early, "1931", "1931-01-01", "1931-12-31");
    TestPaper undated = paper("Marco ordenable").sentence("Ordenable además.", "Also sortable.");
    for (TestPaper paper : List.of(late, early, undated)) {
      send("cotejo.bitexts", paper.aligned(1));
      found("ordenable title:" + paper.record.get("title").asText().substring(0, 5) + "*", paper);
    }
    // Then
    assertEquals(List.of(late.id, early.id, undated.id), inOrder("newest"));
    assertEquals(List.of(early.id, late.id, undated.id), inOrder("oldest"));
    assertEquals(List.of(early.id, undated.id, late.id), inOrder("title"));
    search(Map.of("q", "ordenable"))
        .body("facets.translated.value", contains("yes"))
        .body("facets.review.value", contains("no"))
        .body("facets.year.value", contains("1931", "1971"));
    assertEquals(3, ids(Map.of("q", "ordenable", "translated", "yes")).size());
    assertTrue(ids(Map.of("q", "ordenable", "review", "yes")).isEmpty());
  }

  @Test
  void aMistypedQueryExplainsItself() {
    given()
        .queryParam("q", "faro titel:puerto")
        .get("/v1/search")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo("query.field-unknown"))
        .body("detail", containsString("title:"))
        .body("findings.position", hasItems(5))
        .body("findings[0].message", containsString("collection"));
    given().queryParam("sort", "worst").get("/v1/search").then().statusCode(400);
    given().queryParam("variants", "perhaps").get("/v1/search").then().statusCode(400);
    given().queryParam("translated", "maybe").get("/v1/search").then().statusCode(400);
  }

  private static List<String> inOrder(String order) {
    return search(Map.of("q", "ordenable", "sort", order)).extract().path("hits.documentId");
  }

  private static void dated(TestPaper paper, String edtf, String earliest, String latest) {
    paper
        .record
        .putObject("date")
        .put("edtf", edtf)
        .put("printed", edtf)
        .put("earliest", earliest)
        .put("latest", latest);
  }
}
