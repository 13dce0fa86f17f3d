package org.cotejo.search;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cotejo.events.EventPublisher;
import org.cotejo.local.testing.InfrastructureResource;
import org.cotejo.objects.ObjectStore;
import org.cotejo.search.retrieval.AccessRule;
import org.junit.jupiter.api.Test;

/** Manifests, annotations and Content Search over HTTP, on the real store and index. */
@QuarkusTest
@WithTestResource(TestTokens.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "components", value = "kafka,elasticsearch,objects"))
class IiifPresentationIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @Inject EventPublisher publisher;
  @Inject ObjectStore store;

  @Test
  void aManifestHasCanvasesMetadataPartsAndServices() {
    // Given
    String id = published("public");
    String canvas = "/iiif/presentation/3/" + id + "/canvas/1";
    // Then
    given()
        .get("/iiif/presentation/3/{id}/manifest", id)
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", "*")
        .body("type", equalTo("Manifest"))
        .body("label.none", contains("Carta del práctico"))
        .body("metadata.find { it.label.es[0] == 'Colección' }.value.none", contains("Puertos"))
        .body("requiredStatement.value.none", contains("Dominio público"))
        .body("items", hasSize(1))
        .body("items[0].id", endsWith(canvas))
        .body("items[0].width", equalTo(2000))
        .body("items[0].height", equalTo(3000))
        .body("items[0].items[0].items[0].target", endsWith(canvas))
        .body("items[0].items[0].items[0].body.service[0].type", equalTo("ImageService3"))
        .body("items[0].annotations", hasSize(2))
        .body("structures[0].label.none", contains("Nota de remisión"))
        .body("structures[0].items[0].id", endsWith(canvas))
        .body("seeAlso.id", hasItem(endsWith("/v1/documents/" + id + "/bitexts/en.tmx")))
        .body("seeAlso.format", hasItem("application/tei+xml"))
        .body("service[0].type", equalTo("SearchService2"))
        .body("service[1].profile", equalTo("http://iiif.io/api/search/1/search"));
  }

  /** What others have written to read manifests finds in ours what it looks for. */
  @Test
  void anIndependentParserReadsTheManifest() throws IOException, InterruptedException {
    // Given
    String id = published("public");
    Path manifest = Files.createTempFile("manifest-", ".json");
    Files.write(manifest, given().get("/iiif/presentation/3/{id}/manifest", id).asByteArray());
    Path webui = Path.of("src/main/webui");
    // When
    Process parser =
        new ProcessBuilder("node", "test/iiif/read-manifest.mjs", manifest.toString())
            .directory(webui.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(parser.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    // Then
    assertEquals(0, parser.waitFor(), said);
    assertTrue(said.contains("1 manifest, 1 canvas"), said);
    Files.delete(manifest);
  }

  @Test
  void collectionsHoldTheManifestsThatTheCallerMaySee() {
    // Given
    String id = published("public");
    String closed = published("restricted");
    // Then
    given()
        .get("/iiif/presentation/3/collection")
        .then()
        .statusCode(200)
        .body("type", equalTo("Collection"))
        .body("items.find { it.label.none[0] == 'Puertos' }.id", endsWith("/collection/Puertos"));
    given()
        .get("/iiif/presentation/3/collection/Puertos")
        .then()
        .statusCode(200)
        .body("label.none", contains("Puertos"))
        .body("items.id", hasItem(endsWith(id + "/manifest")))
        .body("items.id", not(hasItem(endsWith(closed + "/manifest"))));
    given().get("/iiif/presentation/3/collection/None").then().statusCode(404);
    given().get("/iiif/presentation/3/collection/Puertos?cursor=~").then().statusCode(400);
    given()
        .get("/iiif/presentation/3/{id}/manifest", id)
        .then()
        .body("partOf[0].id", endsWith("/iiif/presentation/3/collection/Puertos"));
  }

  @Test
  void contentStatesLeadToTheSentenceAndBack() {
    // Given
    String id = published("public");
    String encoded =
        given()
            .accept("text/plain")
            .get("/iiif/content-state/{id}?segment=s2", id)
            .then()
            .statusCode(200)
            .extract()
            .asString();
    // Then
    given()
        .accept("application/json")
        .get("/iiif/content-state/{id}?segment=s2", id)
        .then()
        .body("motivation", contains("contentState"))
        .body("target.id", endsWith("/canvas/1#xywh=0,200,230,30"))
        .body("target.partOf[0].id", endsWith(id + "/manifest"));
    open(encoded).statusCode(303).header("Location", endsWith(id + "?page=1&segment=s2"));
    open("https://elsewhere.example/iiif/presentation/3/" + id + "/manifest")
        .statusCode(303)
        .header("Location", endsWith("/documents/" + id));
    open("https://elsewhere.example/manifest").statusCode(400);
    open("aGVsbG8").statusCode(400);
    given().get("/iiif/content-state/{id}?segment=s99", id).then().statusCode(404);
    // A closed paper is not even said to be there.
    open("https://a.example/iiif/presentation/3/" + published("restricted") + "/manifest")
        .statusCode(404);
  }

  private static ValidatableResponse open(String content) {
    return given()
        .redirects()
        .follow(false)
        .queryParam("iiif-content", content)
        .get("/iiif/content-state")
        .then();
  }

  @Test
  void annotationsCarryLinesAndTranslatedSentencesWithTheirBoxes() {
    String id = published("public");
    given()
        .get("/iiif/presentation/3/{id}/annotations/1/lines", id)
        .then()
        .statusCode(200)
        .body("items.body.value", contains("El práctico subió a bordo.", "La niebla no cedía."))
        .body("items[1].target", endsWith("/canvas/1#xywh=0,200,230,30"));
    given()
        .get("/iiif/presentation/3/{id}/annotations/1/en", id)
        .then()
        .statusCode(200)
        .body("items[0].body.value", equalTo("The pilot came aboard."))
        .body("items[0].body.language", equalTo("en"))
        .body("items[0].target", endsWith("/canvas/1#xywh=0,100,290,30"));
    given().get("/iiif/presentation/3/{id}/annotations/1/fr", id).then().statusCode(404);
    given().get("/iiif/presentation/3/{id}/annotations/2/lines", id).then().statusCode(404);
  }

  @Test
  void bothVersionsOfContentSearchGiveTheBoxOfTheWord() {
    String id = published("public");
    given()
        .get("/iiif/search/1/{id}?q=niebla&user=x", id)
        .then()
        .statusCode(200)
        .body("'@type'", equalTo("sc:AnnotationList"))
        .body("resources", hasSize(1))
        .body("resources[0].on", endsWith("/canvas/1#xywh=60,200,50,30"))
        .body("hits[0].match", equalTo("niebla"))
        .body("hits[0].before", equalTo("La "))
        .body("within.ignored", contains("user"));
    given()
        .get("/iiif/search/2/{id}?q=niebla", id)
        .then()
        .statusCode(200)
        .body("type", equalTo("AnnotationPage"))
        .body("items[0].target", endsWith("/canvas/1#xywh=60,200,50,30"))
        .body("annotations[0].items[0].target.selector[0].exact", equalTo("niebla"));
    // A word of the translation gives the line of the original.
    given()
        .get("/iiif/search/2/{id}?q=pilot", id)
        .then()
        .body("items[0].target", endsWith("/canvas/1#xywh=0,100,290,30"));
    given().get("/iiif/search/2/{id}?q=ausente", id).then().body("items", hasSize(0));
    given().get("/iiif/search/3/{id}?q=niebla", id).then().statusCode(404);
  }

  @Test
  void beginningsAreCompletedWithWordsOfTheDocument() {
    String id = published("public");
    given()
        .get("/iiif/search/2/{id}/autocomplete?q=práct", id)
        .then()
        .statusCode(200)
        .body("type", equalTo("TermPage"))
        .body("items.value", contains("práctico"));
    given()
        .get("/iiif/search/1/{id}/autocomplete?q=nieb", id)
        .then()
        .body("terms[0].match", equalTo("niebla"))
        .body("terms[0].url", containsString("/iiif/search/1/" + id + "?q=niebla"));
  }

  /** Stems are shorter than such a prefix, so that what it finds was not marked. */
  @Test
  void whatAPrefixFindsIsMarked() {
    String id = published("public");
    given()
        .get("/iiif/search/1/{id}?q=práctic*", id)
        .then()
        .body("hits[0].match", equalTo("práctico"));
    given().get("/iiif/search/1/{id}?q=aboar*", id).then().body("hits[0].match", equalTo("aboard"));
  }

  @Test
  void whatIsNotOpenToSomebodyIsNotThereForHim() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    for (String level : List.of("public", "restricted", "embargoed")) {
      String id = published(level);
      for (String role : List.of("", "submitter", "reader", "curator", "operator")) {
        boolean allowed =
            AccessRule.allows(level, Optional.of(today.plusDays(2)), Set.of(role), today);
        for (String path :
            List.of(
                "presentation/3/" + id + "/manifest",
                "presentation/3/" + id + "/annotations/1/lines",
                "presentation/3/" + id + "/annotations/1/en",
                "search/1/" + id + "?q=niebla",
                "search/2/" + id + "?q=niebla",
                "search/1/" + id + "/autocomplete?q=nie",
                "search/2/" + id + "/autocomplete?q=nie")) {
          assertEquals(
              allowed ? 200 : 404,
              request(role).get("/iiif/" + path).statusCode(),
              level + " " + role + " " + path);
        }
      }
    }
    given().get("/iiif/presentation/3/{id}/manifest", UUID.randomUUID()).then().statusCode(404);
  }

  /** A document that can be searched, with its id. */
  private String published(String level) {
    TestPaper paper =
        new TestPaper(store, "Carta del práctico")
            .sentence("El práctico subió a bordo.", "The pilot came aboard.")
            .sentence("La niebla no cedía.", "The fog did not lift.");
    paper.record.put("collection", "Puertos").put("rights", "Dominio público");
    var access = paper.record.putObject("access").put("level", level);
    if (level.equals("embargoed")) {
      access.put("until", LocalDate.now(ZoneOffset.UTC).plusDays(2).toString());
    }
    var part = paper.record.putArray("parts").addObject().put("title", "Nota de remisión");
    part.putObject("pages").put("from", 1).put("to", 1);
    publisher.publish("cotejo.bitexts", paper.id, paper.aligned(1));
    await()
        .atMost(LIMIT)
        .until(
            () ->
                request("curator")
                    .get("/iiif/search/1/{id}?q=niebla", paper.id)
                    .asString()
                    .contains("search:Hit"));
    return paper.id;
  }

  private static RequestSpecification request(String role) {
    return role.isEmpty() ? given() : given().auth().oauth2(TestTokens.of(role));
  }
}
