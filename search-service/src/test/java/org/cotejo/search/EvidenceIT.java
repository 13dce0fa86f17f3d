package org.cotejo.search;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.cotejo.local.testing.InfrastructureResource;
import org.junit.jupiter.api.Test;

/** The evidence of a hit: where its words stand in the text and on the scan. */
@QuarkusTest
@WithTestResource(TestTokens.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "components", value = "kafka,elasticsearch,objects"))
class EvidenceIT extends SearchSteps {
  @Test
  void offsetsCountUtf16CodeUnits() {
    // Given: a sign and letters that take two code units each, and an accent of its own
    String text =
        "Señal \uD83D\uDE00 \uD835\uDC9C\uD835\uDCB7 del cafe\u0301 fanalillo \uD83D\uDE00 azul.";
    TestPaper paper = paper("Unidades").sentence(text, "Sign.");
    send("cotejo.bitexts", paper.aligned(1));
    // When
    JsonPath answer = found("fanalillo azul", paper).extract().jsonPath();
    // Then
    assertEquals(text, answer.getString("hits[0].passages[0].text"));
    List<Integer> starts = answer.getList("hits[0].passages[0].marks.start");
    List<Integer> ends = answer.getList("hits[0].passages[0].marks.end");
    assertEquals("fanalillo", text.substring(starts.get(0), ends.get(0)));
    assertEquals("azul", text.substring(starts.get(1), ends.get(1)));
    assertEquals(List.of(5 * 60, 7 * 60), answer.getList("hits[0].passages[0].markBoxes.x"));
  }

  @Test
  void aWordBrokenOverTwoLinesHasTwoBoxes() {
    // Given
    TestPaper paper =
        paper("Partida").sentence("Llegó la zepeli|nada entera.", "The zeppelins came.");
    send("cotejo.bitexts", paper.aligned(1));
    // Then
    found("zepelinada", paper)
        .body("hits[0].passages[0].text", equalTo("Llegó la zepelinada entera."))
        .body("hits[0].passages[0].marks", hasSize(1))
        .body("hits[0].passages[0].markBoxes.x", contains(120, 0))
        .body("hits[0].passages[0].markBoxes.y", contains(100, 150));
    request("")
        .get("/iiif/search/2/{id}?q=zepelinada", paper.id)
        .then()
        .body("items", hasSize(2))
        .body("items[0].target.toString()", org.hamcrest.Matchers.containsString("xywh=120,100"))
        .body("items[1].target.toString()", org.hamcrest.Matchers.containsString("xywh=0,150"));
  }

  @Test
  void anUncertainWordIsFoundByWhatElseItMaySay() {
    // Given: three faults in one word, and another that begins with one
    TestPaper uncertain =
        paper("Mala copia")
            .readWith(0.5)
            .sentence("Los aer0drornos de Brauvalonda.", "The airfields there.");
    send("cotejo.bitexts", uncertain.aligned(1));
    // Then
    found("aeródromos", uncertain)
        .body("hits[0].passages[0].ways[0].kind", equalTo("reading"))
        .body("hits[0].passages[0].ways[0].as", contains("aer0drornos"))
        .body("hits[0].passages[0].markBoxes.x", contains(60));
    found("\"los aeródromos\"", uncertain)
        .body("hits[0].passages[0].ways[0].kind", equalTo("reading"))
        .body("hits[0].passages[0].markBoxes.x", contains(0, 60));
    found("granvaionda", uncertain)
        .body("hits[0].passages[0].ways[0].kind", equalTo("letters"))
        .body("hits[0].passages[0].ways[0].as", contains("Brauvalonda"))
        .body("hits[0].passages[0].markBoxes.x", contains(180));
    search(Map.of("q", "aeródromos", "spellings", "off")).body("total", equalTo(0));
  }

  @Test
  void aWordThatWasReadWellSaysNothingElse() {
    // Given
    TestPaper sure =
        paper("Buena copia").readWith(0.95).sentence("Los carn1nantes zurrapones.", "Walkers.");
    send("cotejo.bitexts", sure.aligned(1));
    // Then
    found("zurrapones", sure);
    search(Map.of("q", "caminantes")).body("total", equalTo(0));
  }

  @Test
  void passagesOfADocumentStandTogetherTheBestFirst() {
    // Given
    TestPaper paper =
        paper("Grupo")
            .sentence("Un malecónico solo entre otras muchas palabras de la frase.", "One.")
            .sentence("Malecónico.", "Two.")
            .sentence("Nada.", "Three.");
    send("cotejo.bitexts", paper.aligned(1));
    // Then
    found("malecónico", paper)
        .body("total", equalTo(1))
        .body("hits", hasSize(1))
        .body("hits[0].passageTotal", equalTo(2))
        .body("hits[0].passages", hasSize(2))
        .body("hits[0].passages[0].segments", contains("s2"));
    search(Map.of("q", "malecónico", "sort", "title")).body("hits", hasSize(1));
  }
}
