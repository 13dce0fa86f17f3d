package org.cotejo.search;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.cotejo.local.testing.InfrastructureResource;
import org.junit.jupiter.api.Test;

/** Suggestions and exports, and that neither tells of what the caller may not see. */
@QuarkusTest
@WithTestResource(TestTokens.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "components", value = "kafka,elasticsearch,objects"))
class SuggestionsAndExportIT extends SearchSteps {
  @Test
  void suggestsWordsNamesAndTitlesWithTheQueryThatFindsThem() {
    // Given
    TestPaper paper =
        paper("Expediente Xilófono").sentence("Xilografías viejas.", "Old xilographies.");
    paper.record.put("collection", "Xilotecas");
    paper.record.putArray("people").add("Xilena Ángeles").add("Otra Persona");
    paper.record.putArray("places").add("Puerto Xilán");
    send("cotejo.bitexts", paper.aligned(1));
    found("xilografías", paper);
    // When
    var answer = request("").queryParam("q", "viejas xil").get("/v1/suggestions").then();
    // Then
    answer
        .statusCode(200)
        .body("suggestions.query", hasItem("viejas xilografías"))
        .body("suggestions.findAll { it.kind == 'person' }", empty());
    for (String query : List.of("xil", "XIL", "angeles xil", "puerto xil", "expediente xilof")) {
      List<String> queries =
          request("").queryParam("q", query).get("/v1/suggestions").path("suggestions.query");
      assertTrue(queries.stream().anyMatch(one -> one.contains("Xil")), query + queries);
      for (String suggested : queries) {
        if (suggested.contains(":")) {
          assertEquals(Set.of(paper.id), ids(Map.of("q", suggested)), suggested);
        }
      }
    }
    request("").queryParam("q", "x").get("/v1/suggestions").then().body("suggestions", empty());
  }

  @Test
  void exportsTheWholeListInEveryFormat() {
    // Given
    Set<String> expected = new HashSet<>();
    for (int number = 0; number < 3; number++) {
      TestPaper paper = paper("Lista \"exportable\"").sentence("Exportable es.", "It is.");
      send("cotejo.bitexts", paper.aligned(1));
      expected.add(paper.id);
    }
    org.awaitility.Awaitility.await()
        .atMost(LIMIT)
        .until(() -> ids(Map.of("q", "exportable")).equals(expected));
    // Then
    List<String> exported = export("json", "").then().extract().path("documentId");
    assertEquals(expected, new HashSet<>(exported));
    assertEquals(3, exported.size());
    export("csv", "")
        .then()
        .contentType(startsWith("text/csv"))
        .header("Content-Disposition", containsString("cotejo-search.csv"))
        .body(containsString("\"Lista \"\"exportable\"\"\""));
    assertEquals(3, count(export("bibtex", "").asString(), "@misc{cotejo-"));
    assertEquals(3, count(export("ris", "").asString(), "ER  - "));
    export("docx", "").then().statusCode(400).body("code", equalTo("format.invalid"));
  }

  /** Random documents, each with words of its own, and every caller: nothing closed is told. */
  @Test
  void neitherTellsOfWhatTheCallerMayNotSee() {
    // Given
    Random random = new Random(20_261_125);
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    List<TestPaper> papers = new ArrayList<>();
    for (int number = 0; number < 10; number++) {
      String own = "vedadurrio" + (char) ('a' + number);
      TestPaper paper =
          paper("Título " + own).sentence("Frase " + own + " exportadilla.", "Sentence.");
      String level = List.of("public", "restricted", "embargoed").get(random.nextInt(3));
      var access = paper.record.putObject("access").put("level", level);
      if ("embargoed".equals(level)) {
        access.put("until", today.plusDays(random.nextInt(3) - 1).toString());
      }
      paper.record.putArray("people").add("Persona " + own);
      paper.record.put("collection", "Fondo " + own);
      send("cotejo.bitexts", paper.aligned(1));
      papers.add(paper);
    }
    org.awaitility.Awaitility.await()
        .atMost(LIMIT)
        .until(() -> ids(Map.of("q", "exportadilla"), "curator").size() == papers.size());
    // Then
    for (String role : List.of("", "submitter", "reader", "curator", "operator")) {
      Set<String> visible = ids(Map.of("q", "exportadilla"), role);
      List<String> exported =
          request(role).queryParam("q", "exportadilla").get("/v1/search/export").path("documentId");
      assertEquals(visible, new HashSet<>(exported), role);
      for (TestPaper paper : papers) {
        String own = paper.record.get("title").asText().split(" ", -1)[1];
        List<String> kinds =
            request(role).queryParam("q", own).get("/v1/suggestions").path("suggestions.kind");
        Set<String> told =
            visible.contains(paper.id) ? Set.of("word", "person", "title", "collection") : Set.of();
        assertEquals(told, new HashSet<>(kinds), role + " " + own);
      }
    }
  }

  private static io.restassured.response.Response export(String format, String role) {
    return request(role)
        .queryParams(Map.of("q", "exportable", "format", format))
        .get("/v1/search/export");
  }

  private static int count(String text, String part) {
    return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
  }
}
