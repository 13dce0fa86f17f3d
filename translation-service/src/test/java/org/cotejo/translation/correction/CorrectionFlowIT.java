package org.cotejo.translation.correction;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cotejo.contracts.Contract;
import org.cotejo.events.EventEnvelope;
import org.cotejo.local.testing.InfrastructureResource;
import org.cotejo.translation.bitext.DocumentFixture;
import org.cotejo.translation.bitext.DocumentFlow;
import org.cotejo.translation.bitext.TestTokens;
import org.junit.jupiter.api.Test;

/** Curators set links and words right, and it stays so. */
@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = {
      @ResourceArg(name = "components", value = "postgresql,kafka,objects"),
      @ResourceArg(name = "database", value = "translation")
    })
@WithTestResource(TestTokens.class)
class CorrectionFlowIT extends DocumentFlow {
  private static final String BITEXT = "/bitexts/en";
  private static final String SHIP =
      "Dijo que el barco había salido de Valdora con tres semanas de retraso y que los pasajeros no"
          + " tenían noticias de ninguna clase.";

  @Test
  void linkAndWordsThatWereSetSurviveAnotherReading() {
    // Given
    align(1, DocumentFixture.PAGE_1, DocumentFixture.PAGE_2);
    JsonPath bitext = get(BITEXT).jsonPath();
    String captain = named(bitext, "source", "El capitán");
    String governor = named(bitext, "target", "The governor");
    String ship = named(bitext, "source", "Dijo que");
    String nobody = named(bitext, "target", "Nobody");
    List<Integer> pages = boxes(bitext, ship);
    // When: a link that no machine would make, and words on both sides
    Response made =
        change(
            get(BITEXT).header("ETag"),
            "{'operations':[{'op':'link','source':['%s'],'target':['%s']},"
                    .formatted(captain, governor)
                + "{'op':'text','segment':'%s','text':'%s'},".formatted(ship, SHIP)
                + "{'op':'text','segment':'%s','text':'Nobody replied.'}]}".formatted(nobody));
    // Then
    made.then()
        .statusCode(200)
        .body("alignmentVersion", equalTo(2))
        .body("correction.author", equalTo("tester"))
        .body("correction.state", equalTo("standing"))
        .body("correction.operations", hasSize(3));
    assertEquals(made.header("ETag"), get(BITEXT).header("ETag"));
    isCorrected(get(BITEXT).jsonPath(), pages);
    EventEnvelope published = aligned(2).getLast();
    Contract.event("document.aligned").requireValid(codec.encode(published));
    assertEquals(1, published.revision());
    assertEquals(2, published.data().path("alignmentVersion").asInt());
    Contract.object("reading-text").requireValid(file(published.data().path("readingText")));
    Contract.object("bitext").requireValid(file(published.data().path("bitexts").path(0)));
    // When it is read again by an engine that errs elsewhere, cuts otherwise and sees a line more
    String[] first = DocumentFixture.PAGE_1.clone();
    first[6] = "   Llovía en Puerto Claro. El consu1 Ruiz llegó el lunes a Puerto Claro";
    first[7] = "con tres cajas de documentos, Dijo que el barco había salido de Valdora con dos";
    String[] second = DocumentFixture.PAGE_2.clone();
    second[4] = "--El gobernador pregunto si las cajas estaban ccrradas. Nadie";
    align(2, first, second);
    // Then
    JsonPath again = get(BITEXT).jsonPath();
    assertEquals(2, again.getInt("revision"));
    isCorrected(again, pages);
    assertTrue(again.getList("source.segments.text").contains("Llovía en Puerto Claro."));
    as("curator", BITEXT + "/corrections")
        .then()
        .body("corrections", hasSize(1))
        .body("corrections[0].state", equalTo("standing"));
    // When the sentence is there no more
    second[3] = "guna clase.";
    align(3, first, second);
    // Then nothing is dropped in silence
    get(BITEXT).then().body("corrections.detached", hasSize(1));
    as("operator", BITEXT + "/corrections")
        .then()
        .body("corrections[0].state", equalTo("detached"));
    // When it is there again
    align(4, DocumentFixture.PAGE_1, DocumentFixture.PAGE_2);
    // Then
    isCorrected(get(BITEXT).jsonPath(), pages);
  }

  private void isCorrected(JsonPath bitext, List<Integer> pages) {
    String captain = named(bitext, "source", "El capitán");
    String governor = named(bitext, "target", "The governor");
    String ship = named(bitext, "source", SHIP);
    Map<String, Object> link = link(bitext, captain);
    assertEquals(List.of(governor), link.get("target"));
    assertEquals("human", link.get("method"));
    assertEquals("lexical+human", bitext.getString("method.name"));
    assertEquals(1, bitext.getInt("corrections.count"));
    assertEquals(pages, boxes(bitext, ship));
    assertTrue(named(bitext, "target", "Nobody replied.").startsWith("t"));
    int index = Integer.parseInt(ship.substring(1)) - 1;
    assertTrue(
        bitext.getString("source.segments[" + index + "].readAs").startsWith("Dijo que el barco"));
    get("/reading-text").then().body("text", org.hamcrest.Matchers.containsString(SHIP));
  }

  @Test
  void undoLeadsBackAndWhatALaterChangeReplacedIsNotUndoneBeforeIt() {
    // Given
    align(1, DocumentFixture.PAGE_1, DocumentFixture.PAGE_2);
    JsonPath before = get(BITEXT).jsonPath();
    String nobody = named(before, "target", "Nobody");
    long first = done("{'op':'text','segment':'%s','text':'Nobody replied.'}".formatted(nobody));
    long second = done("{'op':'text','segment':'%s','text':'No one replied.'}".formatted(nobody));
    // When and then
    refused(change(tag(), "{'undo':'%d'}".formatted(first)), "undo.depended-on", "undo");
    change(tag(), "{'undo':'last'}")
        .then()
        .statusCode(200)
        .body("correction.undoes", equalTo((int) second));
    get(BITEXT).then().body("target.segments.text", hasItem("Nobody replied."));
    change(tag(), "{'undo':%d}".formatted(first)).then().statusCode(200);
    JsonPath after = get(BITEXT).jsonPath();
    assertEquals(5, after.getInt("alignmentVersion"));
    for (String part : List.of("source", "target", "links", "unlinked", "method")) {
      Object was = before.get(part);
      Object again = after.get(part);
      assertEquals(was, again, part);
    }
    assertNull(after.get("corrections"));
    as("curator", BITEXT + "/corrections")
        .then()
        .body("corrections", hasSize(4))
        .body("corrections.findAll { it.state == 'undone' }", hasSize(2))
        .body("corrections[0].operations[0].text", equalTo("Nobody replied."));
    refused(change(tag(), "{'undo':'last'}"), "undo.unknown", "undo");
  }

  @Test
  void segmentsAreCutAndMergedAndUndoBringsThemBack() {
    // Given
    align(1, DocumentFixture.PAGE_1, DocumentFixture.PAGE_2);
    JsonPath before = get(BITEXT).jsonPath();
    String captain = named(before, "source", "El capitán");
    String governor = named(before, "source", "--El gobernador");
    String nobody = named(before, "source", "Nadie");
    // When
    done(
        "{'op':'cut','segment':'%s','at':[%d]},{'op':'merge','segments':['%s','%s']}"
            .formatted(captain, "El capitán Moreno".length(), governor, nobody));
    // Then
    JsonPath cut = get(BITEXT).jsonPath();
    assertEquals(1, cut.getInt("corrections.count"));
    assertTrue(cut.getList("source.segments.text").contains("El capitán Moreno"));
    assertTrue(cut.getList("source.segments.text").contains("entregó 45 cartas."));
    assertTrue(
        cut.getList("source.segments.text")
            .contains("--El gobernador preguntó si las cajas estaban cerradas. Nadie contestó."));
    assertEquals(List.of(2), boxes(cut, named(cut, "source", "entregó")));
    // And what cannot be cut is refused
    String part = named(cut, "source", "entregó");
    fails(
        tag(),
        "{'op':'cut','segment':'%s','at':[3]}".formatted(part),
        "cut.not-between-words",
        "[0].at");
    fails(
        tag(), "{'op':'merge','segments':['%s']}".formatted(part), "merge.too-few", "[0].segments");
    // When
    change(tag(), "{'undo':'last'}").then().statusCode(200);
    // Then
    JsonPath after = get(BITEXT).jsonPath();
    for (String side : List.of("source", "target", "links", "unlinked")) {
      Object was = before.get(side);
      Object again = after.get(side);
      assertEquals(was, again, side);
    }
  }

  @Test
  void ofTwoCuratorsOneIsRefusedAndNothingOfTheirsIsKept() throws Exception {
    // Given
    align(1, DocumentFixture.PAGE_1, DocumentFixture.PAGE_2);
    JsonPath bitext = get(BITEXT).jsonPath();
    String nobody = named(bitext, "target", "Nobody");
    String seen = tag();
    List<Callable<Response>> both = new ArrayList<>();
    for (String words : List.of("None replied.", "Not one replied.")) {
      both.add(
          () ->
              change(
                  seen,
                  "{'operations':[{'op':'text','segment':'%s','text':'%s'}]}"
                      .formatted(nobody, words)));
    }
    // When
    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService curators = Executors.newFixedThreadPool(2)) {
      for (Future<Response> answer : curators.invokeAll(both)) {
        statuses.add(answer.get().statusCode());
      }
    }
    // Then
    assertEquals(List.of(200, 412), statuses.stream().sorted().toList());
    as("curator", BITEXT + "/corrections").then().body("corrections", hasSize(1));
    aligned(2);
    nothingMoreIsSaid(2);
  }

  @Test
  void whatCannotBeDoneIsRefusedAsAWholeWithItsReason() {
    // Given
    align(1, DocumentFixture.PAGE_1, DocumentFixture.PAGE_2);
    String seen = tag();
    // When and then
    fails(seen, "{'op':'link','source':['s99'],'target':['t1']}", "segment.unknown", "[0].source");
    fails(seen, "{'op':'link','source':['t1'],'target':['t1']}", "segment.unknown", "[0].source");
    fails(
        seen,
        "{'op':'link','source':['s1','s1'],'target':['t1']}",
        "segment.repeated",
        "[0].source");
    fails(
        seen,
        "{'op':'link','source':['s1','s3'],'target':['t1']}",
        "link.not-consecutive",
        "[0].source");
    fails(seen, "{'op':'link','source':['s1']}", "link.empty-side", "[0].target");
    fails(seen, "{'op':'unlink'}", "unlink.empty", "[0]");
    fails(seen, "{'op':'confirm','source':['s1','s2'],'target':['t1']}", "link.unknown", "[0]");
    fails(seen, "{'op':'bend'}", "operation.unknown", "[0].op");
    fails(seen, "{'op':'text','segment':'t1','text':' '}", "text.empty", "[0].text");
    fails(
        seen,
        "{'op':'text','segment':'t1','text':'" + "x".repeat(10001) + "'}",
        "text.too-long",
        "[0].text");
    fails(
        seen,
        "{'op':'unlink','source':['s1']},{'op':'link','source':['s1'],'target':['t1']}",
        "operations.overlap",
        "[1]");
    JsonPath bitext = get(BITEXT).jsonPath();
    String consul = named(bitext, "source", "El cónsul");
    String ship = named(bitext, "source", "Dijo que");
    String theConsul = named(bitext, "target", "Consul");
    String heSaid = named(bitext, "target", "He said");
    fails(
        seen,
        "{'op':'link','source':['%s'],'target':['%s']},{'op':'link','source':['%s'],'target':['%s']}"
            .formatted(consul, heSaid, ship, theConsul),
        "link.crossing",
        "[1]");
    refused(change(seen, "{'operations':[]}"), "operations.none", "operations");
    refused(change(seen, "{'undo':'4','operations':[]}"), "undo.only", "undo");
    refused(change(seen, "{'undo':'4'}"), "undo.unknown", "undo");
    change("\"1-1-other\"", "{'undo':'last'}").then().statusCode(412);
    request("curator").body("{}").patch(path(BITEXT)).then().statusCode(428);
    request("operator")
        .header("If-Match", seen)
        .body("{}")
        .patch(path(BITEXT))
        .then()
        .statusCode(403);
    as("reader", BITEXT + "/corrections").then().statusCode(403);
    get(BITEXT).then().statusCode(200).body("alignmentVersion", equalTo(1));
    as("curator", BITEXT + "/corrections").then().body("corrections", hasSize(0));
  }

  @Test
  void linksAreSplitJoinedConfirmedAndUnlinked() {
    // Given
    align(1, DocumentFixture.PAGE_1, DocumentFixture.PAGE_2);
    JsonPath bitext = get(BITEXT).jsonPath();
    String ship = named(bitext, "source", "Dijo que");
    String captain = named(bitext, "source", "El capitán");
    String heSaid = named(bitext, "target", "He said");
    String moreno = named(bitext, "target", "Captain");
    String pairs =
        "{'source':['%s'],'target':['%s']},{'source':['%s'],'target':['%s']}"
            .formatted(ship, heSaid, captain, moreno);
    // When and then
    done("{'op':'join','links':[" + pairs + "]}");
    assertEquals(List.of(heSaid, moreno), link(get(BITEXT).jsonPath(), ship).get("target"));
    done(
        "{'op':'split','source':['%s','%s'],'target':['%s','%s'],'into':[%s]}"
            .formatted(ship, captain, heSaid, moreno, pairs));
    assertEquals(List.of(moreno), link(get(BITEXT).jsonPath(), captain).get("target"));
    done("{'op':'unlink','source':['%s'],'target':['%s']}".formatted(captain, moreno));
    get(BITEXT).then().body("unlinked.source.segment", hasItem(captain));
    get(BITEXT).then().body("links.source.flatten()", not(hasItem(captain)));
    String dear = named(bitext, "source", "Señor");
    String minister = named(bitext, "target", "Dear");
    done("{'op':'confirm','source':['%s'],'target':['%s']}".formatted(dear, minister));
    assertEquals("human", link(get(BITEXT).jsonPath(), dear).get("method"));
    assertEquals(1.0f, link(get(BITEXT).jsonPath(), dear).get("confidence"));
  }

  @Test
  void nothingIsChangedWhileARevisionIsBeingProcessed() {
    // Given
    align(1, DocumentFixture.PAGE_1, DocumentFixture.PAGE_2);
    documents(
        document.accessioned(
            2,
            DocumentFixture.access("restricted"),
            DocumentFixture.ENGLISH.getBytes(StandardCharsets.UTF_8)));
    await().atMost(PATIENCE).until(() -> as("reader", BITEXT).statusCode() == 200);
    await().atMost(PATIENCE).until(() -> get(BITEXT).statusCode() == 404);
    // When
    Response refused =
        change(
            as("curator", BITEXT).header("ETag"),
            "{'operations':[{'op':'text','segment':'t1','text':'Other'}]}");
    // Then
    refused.then().statusCode(409).body("code", equalTo("document.in-process"));
  }

  private void align(int revision, String[] first, String[] second) {
    pages(document.transcribed(revision, 1, first), document.transcribed(revision, 2, second));
    documents(
        document.accessioned(
            revision,
            DocumentFixture.access("public"),
            DocumentFixture.ENGLISH.getBytes(StandardCharsets.UTF_8)));
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                poll().stream()
                    .anyMatch(event -> isAligned(event) && event.revision() == revision));
  }

  private long done(String operation) {
    return change(tag(), "{'operations':[" + operation + "]}")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getLong("correction.id");
  }

  private void fails(String seen, String operations, String code, String field) {
    refused(change(seen, "{'operations':[" + operations + "]}"), code, "operations" + field);
  }

  private static void refused(Response response, String code, String field) {
    response
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("findings.code", hasItem(code))
        .body("findings.field", hasItem(field));
  }

  private String tag() {
    return get(BITEXT).header("ETag");
  }

  private Response change(String tag, String body) {
    return request("curator")
        .header("If-Match", tag)
        .body(body.replace('\'', '"'))
        .patch(path(BITEXT));
  }

  private io.restassured.specification.RequestSpecification request(String role) {
    return given().auth().oauth2(TestTokens.token(role, privateKey)).contentType(ContentType.JSON);
  }

  /** The name of the segment that begins so. */
  private static String named(JsonPath bitext, String side, String beginning) {
    List<Map<String, Object>> segments = bitext.getList(side + ".segments");
    return segments.stream()
        .filter(segment -> String.valueOf(segment.get("text")).startsWith(beginning))
        .map(segment -> String.valueOf(segment.get("id")))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + beginning + " in " + segments));
  }

  private static Map<String, Object> link(JsonPath bitext, String source) {
    List<Map<String, Object>> links = bitext.getList("links");
    return links.stream()
        .filter(link -> link.get("source") instanceof List<?> ids && ids.contains(source))
        .findFirst()
        .orElseThrow(() -> new AssertionError(source + " is not linked in " + links));
  }

  private static List<Integer> boxes(JsonPath bitext, String segment) {
    int index = Integer.parseInt(segment.substring(1)) - 1;
    return bitext.getList("source.segments[" + index + "].boxes.page");
  }
}
