package org.cotejo.search;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.cotejo.contracts.Contract;
import org.cotejo.events.EventEnvelope;
import org.cotejo.local.testing.InfrastructureResource;
import org.cotejo.search.retrieval.AccessRule;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The service against real Kafka, Elasticsearch and S3: from an aligned document to a hit. */
@QuarkusTest
@WithTestResource(TestTokens.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs =
        @io.quarkus.test.common.ResourceArg(
            name = "components",
            value = "kafka,elasticsearch,objects"))
class SearchServiceIT extends SearchSteps {
  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Test
  void aWordOfEitherLanguageFindsThePassageWithItsPartnerAndBoxes() {
    // Given
    TestPaper paper =
        paper("Nota del faro")
            .sentence("El torrero encendió la lámpara.", "The keeper lit the lamp.")
            .sentence(
                "Los cónsules brasileños llegaron tarde.", "The Brazilian consuls were late.");
    send("cotejo.bitexts", paper.aligned(1));
    // When
    ValidatableResponse spanish = found("consul brasileno", paper);
    // Then: stemmed, without accents, marked, with the boxes of exactly the two words
    spanish
        .body("hits[0].passages[0].text", equalTo("Los cónsules brasileños llegaron tarde."))
        .body("hits[0].passages[0].marks.start", contains(4, 13))
        .body("hits[0].passages[0].marks.end", contains(12, 23))
        .body("hits[0].passages[0].markBoxes.x", contains(60, 120))
        .body("hits[0].passages[0].markBoxes.y", contains(200, 200))
        .body("hits[0].passages[0].counterparts[0].text", containsString("Brazilian consuls"));
    found("lit lamps", paper)
        .body("hits[0].passages[0].role", equalTo("translation"))
        .body("hits[0].passages[0].markBoxes[0].y", equalTo(100))
        .body(
            "hits[0].passages[0].counterparts[0].text", equalTo("El torrero encendió la lámpara."));
  }

  @Test
  void phrasesExclusionsAndFiltersHold() {
    // Given
    TestPaper paper =
        paper("Puerto franco")
            .sentence("Aduana libre zarandela roja.", "Free custom house zarandela red.");
    paper.record.put("collection", "Puertos");
    paper
        .record
        .putObject("date")
        .put("edtf", "1951-03")
        .put("printed", "marzo de 1951")
        .put("earliest", "1951-03-01")
        .put("latest", "1951-03-31");
    send("cotejo.bitexts", paper.aligned(1));
    // Then
    found("\"zarandela roja\"", paper).body("hits[0].date.printed", equalTo("marzo de 1951"));
    assertTrue(ids(Map.of("q", "\"roja zarandela\"")).isEmpty());
    assertTrue(ids(Map.of("q", "zarandela -aduana -custom")).isEmpty());
    assertEquals(Set.of(paper.id), ids(Map.of("q", "zarandela", "collection", "Puertos")));
    assertTrue(ids(Map.of("q", "zarandela", "collection", "Faros")).isEmpty());
    assertEquals(
        Set.of(paper.id), ids(Map.of("q", "zarandela", "from-date", "1951", "to-date", "1951")));
    assertTrue(ids(Map.of("q", "zarandela", "from-date", "1951-04")).isEmpty());
    search(Map.of("q", "zarandela"))
        .body("facets.collection.value", hasItem("Puertos"))
        .body("facets.year.value", hasItem("1951"));
  }

  @Test
  void publishesAValidEventAndTheSameOneForARepeat() {
    // Given
    TestPaper paper = paper("Doble").sentence("Llega dos veces.", "It comes twice.");
    EventEnvelope aligned = paper.aligned(1);
    // When
    send("cotejo.bitexts", aligned);
    send("cotejo.bitexts", aligned);
    // Then
    List<byte[]> published = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                "bootstrap.servers",
                bootstrapServers,
                "group.id",
                UUID.randomUUID().toString(),
                "auto.offset.reset",
                "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.subscribe(List.of("cotejo.publications"));
      await()
          .atMost(LIMIT)
          .until(
              () -> {
                consumer
                    .poll(Duration.ofMillis(200))
                    .forEach(
                        message -> {
                          if (paper.id.equals(message.key())) {
                            published.add(message.value());
                          }
                        });
                return published.size() == 2;
              });
    }
    Set<String> ids = new HashSet<>();
    for (byte[] event : published) {
      Contract.event("document.published").requireValid(event);
      ids.add(
          io.restassured.path.json.JsonPath.from(new String(event, StandardCharsets.UTF_8))
              .getString("id"));
    }
    assertEquals(1, ids.size());
    assertEquals(Set.of(paper.id), ids(Map.of("q", "\"dos veces\"")));
  }

  @Test
  void whatComesLateChangesNothing() {
    // Given
    TestPaper paper =
        paper("Orden").sentence("Primera redacción quebradiza.", "First brittle wording.");
    EventEnvelope first = paper.aligned(1);
    paper.record.put("title", "Orden nueva");
    EventEnvelope second = paper.aligned(2);
    send("cotejo.bitexts", second);
    found("quebradiza", paper).body("hits[0].title", equalTo("Orden nueva"));
    // When
    send("cotejo.bitexts", first);
    TestPaper marker = paper("Marca").sentence("Señal postrera azulada.", "Last bluish sign.");
    send("cotejo.bitexts", marker.aligned(1));
    found("azulada", marker);
    // Then
    found("quebradiza", paper).body("hits[0].title", equalTo("Orden nueva"));
  }

  @Test
  void aWithdrawnDocumentIsGoneFromSearchAndReadingForGood() {
    // Given
    TestPaper paper = paper("Retirado").sentence("Texto retirable sin más.", "Withdrawable text.");
    EventEnvelope aligned = paper.aligned(1);
    send("cotejo.bitexts", aligned);
    found("retirable", paper);
    given().get("/v1/documents/{id}/pages", paper.id).then().statusCode(200);
    // When
    send("cotejo.documents", paper.withdrawn(2));
    // Then
    await().atMost(LIMIT).until(() -> ids(Map.of("q", "retirable")).isEmpty());
    given().get("/v1/documents/{id}/pages", paper.id).then().statusCode(404);
    given().get("/v1/documents/{id}/pages/1/image", paper.id).then().statusCode(404);
    send("cotejo.bitexts", aligned);
    TestPaper marker =
        paper("Marca dos").sentence("Señal segunda violácea.", "Second violet sign.");
    send("cotejo.bitexts", marker.aligned(1));
    found("violácea", marker);
    assertTrue(ids(Map.of("q", "retirable")).isEmpty());
  }

  @Test
  void servesThePageImageWithItsTag() {
    // Given
    TestPaper paper = paper("Imagen").sentence("Una imagen ocre.", "An ochre image.");
    send("cotejo.bitexts", paper.aligned(1));
    found("ocre", paper);
    // Then
    String tag =
        given()
            .get("/v1/documents/{id}/pages/1/image", paper.id)
            .then()
            .statusCode(200)
            .contentType("image/jpeg")
            .body(equalTo("image of " + paper.id))
            .extract()
            .header("ETag");
    given()
        .header("If-None-Match", tag)
        .get("/v1/documents/{id}/pages/1/image", paper.id)
        .then()
        .statusCode(304);
    given().get("/v1/documents/{id}/pages/2/image", paper.id).then().statusCode(404);
  }

  /** Random documents and callers: nothing that may not be seen is in hits, totals or facets. */
  @Test
  void accessHoldsInHitsTotalsFacetsAndImages() {
    // Given
    Random random = new Random(7);
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    Map<String, TestPaper> papers = new HashMap<>();
    for (int number = 0; number < 12; number++) {
      TestPaper paper = paper("Acceso").sentence("Papel reservadísimo.", "Most reserved paper.");
      String level = List.of("public", "restricted", "embargoed").get(random.nextInt(3));
      var access = paper.record.putObject("access").put("level", level);
      if ("embargoed".equals(level)) {
        access.put("until", today.plusDays(random.nextInt(3) - 1).toString());
      }
      paper.record.put("collection", "Reservados");
      send("cotejo.bitexts", paper.aligned(1));
      papers.put(paper.id, paper);
    }
    await()
        .atMost(LIMIT)
        .until(() -> ids(Map.of("q", "reservadísimo"), "curator").size() == papers.size());
    // Then
    for (String role : List.of("", "submitter", "reader", "curator", "operator")) {
      Set<String> expected = new HashSet<>();
      papers.forEach(
          (id, paper) -> {
            var access = paper.record.get("access");
            Optional<LocalDate> until =
                access.has("until")
                    ? Optional.of(LocalDate.parse(access.get("until").asText()))
                    : Optional.empty();
            boolean allowed =
                AccessRule.allows(access.get("level").asText(), until, Set.of(role), today);
            if (allowed) {
              expected.add(id);
            }
            request(role)
                .get("/v1/documents/{id}/pages/1/thumbnail", id)
                .then()
                .statusCode(allowed ? 200 : 404);
          });
      assertEquals(expected, ids(Map.of("q", "reservadísimo"), role), role);
      ValidatableResponse answer = search(Map.of("collection", "Reservados"), role);
      answer.body("total", equalTo(expected.size()));
      if (!expected.isEmpty()) {
        answer.body(
            "facets.collection.find { it.value == 'Reservados' }.count", equalTo(expected.size()));
      }
    }
  }

  @Test
  void aChangeOfAccessHoldsBeforeTheTextsComeAgain() {
    // Given
    TestPaper paper = paper("Cierre").sentence("Quedará clausurado pronto.", "It will be closed.");
    send("cotejo.bitexts", paper.aligned(1));
    found("clausurado", paper);
    // When
    paper.record.putObject("access").put("level", "restricted");
    send("cotejo.documents", paper.revised(2));
    // Then
    await().atMost(LIMIT).until(() -> ids(Map.of("q", "clausurado")).isEmpty());
    assertEquals(Set.of(paper.id), ids(Map.of("q", "clausurado"), "reader"));
  }

  @Test
  void cursorsWalkThroughEverythingOnce() {
    // Given
    Set<String> expected = new HashSet<>();
    for (int number = 0; number < 7; number++) {
      TestPaper paper = paper("Serie").sentence("Hoja numerada serial.", "Numbered serial leaf.");
      send("cotejo.bitexts", paper.aligned(1));
      expected.add(paper.id);
    }
    await().atMost(LIMIT).until(() -> ids(Map.of("q", "\"numerada serial\"")).size() == 7);
    // When
    List<String> walked = new ArrayList<>();
    String cursor = "";
    int pages = 0;
    do {
      var answer =
          search(Map.of("q", "\"numerada serial\"", "size", "3", "cursor", cursor)).extract();
      walked.addAll(answer.path("hits.documentId"));
      cursor = answer.path("next");
      pages++;
    } while (cursor != null && pages < 10);
    // Then
    assertEquals(3, pages);
    assertEquals(7, walked.size());
    assertEquals(expected, new HashSet<>(walked));
  }

  @Test
  void aRebuildLosesNothingAndLeavesNoGap() throws Exception {
    // Given
    TestPaper kept = paper("Reconstruido").sentence("Frase perdurable única.", "Lasting phrase.");
    send("cotejo.bitexts", kept.aligned(1));
    found("perdurable", kept);
    AtomicBoolean over = new AtomicBoolean();
    List<String> gaps = new ArrayList<>();
    Thread searching =
        Thread.ofVirtual()
            .start(
                () -> {
                  while (!over.get()) {
                    if (!ids(Map.of("q", "perdurable")).equals(Set.of(kept.id))) {
                      gaps.add("a search found nothing");
                    }
                  }
                });
    // When
    given().post("/v1/operations/rebuild").then().statusCode(401);
    request("reader").post("/v1/operations/rebuild").then().statusCode(403);
    request("operator").post("/v1/operations/rebuild").then().statusCode(202);
    TestPaper meanwhile =
        paper("Mientras").sentence("Llegó entretanto nueva.", "It came meanwhile.");
    send("cotejo.bitexts", meanwhile.aligned(1));
    await()
        .atMost(LIMIT)
        .until(
            () ->
                "completed"
                    .equals(request("operator").get("/v1/operations/rebuild").path("state")));
    // Then
    found("entretanto", meanwhile);
    over.set(true);
    searching.join();
    assertEquals(List.of(), gaps);
    assertFalse(ids(Map.of("q", "perdurable")).isEmpty());
  }

  @Test
  void explainsBadQueriesAsProblems() {
    given()
        .queryParam("q", "\"abierta")
        .get("/v1/search")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo("query.quote-open"));
    given().queryParam("cursor", "§").get("/v1/search").then().statusCode(400);
    given().queryParam("size", "0").get("/v1/search").then().statusCode(400);
    given().queryParam("from-date", "ayer").get("/v1/search").then().statusCode(400);
    given().get("/v1/documents/{id}/pages", UUID.randomUUID()).then().statusCode(404);
    given().get("/v1/documents/nonsense/pages").then().statusCode(404);
  }

  @Test
  void showsItsHealthMetricsAndApi() {
    given().get("/q/health/ready").then().statusCode(200);
    search(Map.of());
    given().get("/q/metrics").then().body(containsString("cotejo_search_duration_seconds"));
    given().get("/q/openapi").then().body(containsString("/v1/search"));
    given().get("/v1/search").then().body("hits", hasSize(org.hamcrest.Matchers.lessThan(11)));
  }
}
