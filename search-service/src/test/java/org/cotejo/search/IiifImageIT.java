package org.cotejo.search;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.cotejo.events.EventPublisher;
import org.cotejo.local.testing.InfrastructureResource;
import org.cotejo.objects.ObjectStore;
import org.cotejo.search.projection.index.DocumentIndex;
import org.cotejo.search.retrieval.AccessRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The IIIF Image API over HTTP, on the real store and index. */
@QuarkusTest
@WithTestResource(TestTokens.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "components", value = "kafka,elasticsearch,objects"))
class IiifImageIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @Inject EventPublisher publisher;
  @Inject ObjectStore store;
  @Inject ElasticsearchClient elasticsearch;
  @Inject DocumentIndex index;

  @Test
  void infoTellsSizeTilesAndLimitsInBothVersions() throws IOException {
    // Given
    String id = published("Plano", "public") + "-1";
    // Then
    given()
        .get("/iiif/image/3/{id}/info.json", id)
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", "*")
        .header("Link", containsString("http://iiif.io/api/image/3/level2.json"))
        .contentType(startsWith("application/json"))
        .body("id", startsWith("http://"))
        .body("id", containsString("/iiif/image/3/" + id))
        .body("type", equalTo("ImageService3"))
        .body("profile", equalTo("level2"))
        .body("width", equalTo(2000))
        .body("height", equalTo(3000))
        .body("tiles[0].scaleFactors", equalTo(List.of(1, 2, 4, 8)))
        .body("sizes[0].width", equalTo(250))
        .body("extraQualities", hasItems("gray", "bitonal"));
    given()
        .header("Accept", "application/ld+json")
        .header("X-Forwarded-Host", "archive.example")
        .header("X-Forwarded-Proto", "https")
        .get("/iiif/image/2/{id}/info.json", id)
        .then()
        .statusCode(200)
        .contentType(containsString("http://iiif.io/api/image/2/context.json"))
        .body("'@id'", equalTo("https://archive.example/iiif/image/2/" + id))
        .body("profile[0]", equalTo("http://iiif.io/api/image/2/level2.json"))
        .body("profile[1].supports", hasItem("mirroring"));
    given()
        .redirects()
        .follow(false)
        .get("/iiif/image/3/{id}", id)
        .then()
        .statusCode(303)
        .header("Location", containsString(id + "/info.json"));
    given().options("/iiif/image/3/{id}/info.json", id).then().statusCode(204);
  }

  @Test
  void drawsWhatIsAskedForAndStoresThePyramidOnce() throws IOException {
    // Given: the upper half is dark, the lower light, with a red field at 1000,2000
    String id = published("Dibujo", "public") + "-1";
    // When
    BufferedImage tile = image(id, "0,0,1024,1024/512,512/0/default.jpg");
    BufferedImage red = image(id, "1000,2000,200,200/100,100/0/default.png");
    BufferedImage turned = image(id, "full/200,/90/gray.jpg");
    BufferedImage bitonal = image(id, "square/^!64,64/!180/bitonal.png");
    // Then
    assertEquals(512, tile.getWidth());
    assertTrue(new Color(red.getRGB(50, 50)).getRed() > 180, "the red field is where it was drawn");
    assertTrue(new Color(red.getRGB(50, 50)).getGreen() < 80, "and red");
    assertEquals(300, turned.getWidth());
    assertEquals(200, turned.getHeight());
    // Turned clockwise, what was below is on the left.
    assertTrue(luma(turned, 10, 100) > 180 && luma(turned, 290, 100) < 80, "turned clockwise");
    assertEquals(64, bitonal.getWidth());
    try (var keys = store.list("pyramids/")) {
      assertTrue(keys.findAny().isPresent(), "the tiles are in the object store");
    }
  }

  @Test
  void theWholeImageIsTheSurrogateItselfAndATagSavesASecondTransfer() throws IOException {
    // Given
    String id = published("Entero", "public") + "-1";
    String path = "/iiif/image/3/" + id + "/full/max/0/default.jpg";
    // When
    Response first = given().get(path);
    // Then
    assertArrayEquals(scan(), first.asByteArray());
    first
        .then()
        .header("Cache-Control", startsWith("private, max-age="))
        .header("Vary", containsString("Authorization"));
    assertTrue(
        first.headers().getValues("Link").stream()
            .anyMatch(link -> link.contains("full/max/0/default.jpg>;rel=\"canonical\"")),
        "a canonical link");
    given().header("If-None-Match", first.header("ETag")).get(path).then().statusCode(304);
    // The same pixels under another name have the same tag.
    given()
        .get("/iiif/image/2/" + id + "/full/full/0/default.jpg")
        .then()
        .header("ETag", equalTo(first.header("ETag")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "full/max/45/default.jpg      | 501 | image.rotation-not-offered",
        "full/max/0/default.webp      | 501 | image.format-not-offered",
        "full/max/0/default.xyz       | 400 | image.format-invalid",
        "full/9000,/0/default.jpg     | 400 | image.size-larger",
        "3000,0,1,1/max/0/default.jpg | 400 | image.region-outside",
        "full/^9000,/0/default.jpg    | 400 | image.size-limit",
      })
  void badParametersAreProblems(String request, int status, String code) throws IOException {
    given()
        .get("/iiif/image/3/" + published("Mal", "public") + "-1/" + request)
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .header("Access-Control-Allow-Origin", "*")
        .body("code", equalTo(code));
  }

  @Test
  void unknownImagesAreNotFound() throws IOException {
    String id = published("Sola", "public");
    given().get("/iiif/image/3/{id}-2/info.json", id).then().statusCode(404);
    given().get("/iiif/image/3/{id}-1/info.json", UUID.randomUUID()).then().statusCode(404);
    given().get("/iiif/image/3/nonsense/info.json").then().statusCode(404);
    given().get("/iiif/image/4/{id}-1/info.json", id).then().statusCode(404);
  }

  @Test
  void nobodySeesATileOfAPaperThatIsNotOpenToHim() throws IOException {
    String until = LocalDate.now(ZoneOffset.UTC).plusDays(2).toString();
    for (String level : List.of("public", "restricted", "embargoed")) {
      String id = published("Acceso", level) + "-1";
      for (String role : List.of("", "submitter", "reader", "curator", "operator")) {
        boolean allowed =
            AccessRule.allows(
                level,
                java.util.Optional.of(LocalDate.parse(until)),
                Set.of(role),
                LocalDate.now(ZoneOffset.UTC));
        for (String what :
            List.of(
                "info.json",
                "0,0,512,512/max/0/default.jpg",
                "full/90,/0/default.png",
                "full/max/0/default.jpg")) {
          Response answer = request(role).get("/iiif/image/3/" + id + "/" + what);
          assertEquals(allowed ? 200 : 404, answer.statusCode(), level + " " + role + " " + what);
          if (allowed && !level.equals("public")) {
            assertEquals("private, no-cache", answer.header("Cache-Control"));
          }
        }
      }
    }
  }

  @Test
  void aWithdrawnPaperIsInNoTileFromThenOn() throws IOException {
    // Given: a tile that was just asked for
    TestPaper paper = paper("Retirada", "public");
    String tile = "/iiif/image/3/" + paper.id + "-1/0,0,512,512/max/0/default.jpg";
    given().get(tile).then().statusCode(200);
    // When
    publisher.publish("cotejo.documents", paper.id, paper.withdrawn(2));
    // Then: it is asked for all the time, and gone as soon as its page is
    await()
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              given().get(tile);
              return given().get("/v1/documents/{id}/pages", paper.id).statusCode() == 404;
            });
    given().get(tile).then().statusCode(404);
  }

  @Test
  void whatAnotherInstanceClosesIsInNoTileAMomentLater() throws IOException {
    // Given
    String id = published("Vecina", "public");
    String tile = "/iiif/image/3/" + id + "-1/0,0,512,512/max/0/default.jpg";
    given().get(tile).then().statusCode(200);
    // When: the index changes, and this instance does not know of it
    elasticsearch.update(
        request -> request.index(index.alias()).id(id).doc(Map.of("accessLevel", "restricted")),
        ObjectNode.class);
    // Then
    await()
        .atMost(Duration.ofSeconds(5))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> given().get(tile).statusCode() == 404);
  }

  /** A document that can be read, with its id. */
  private String published(String title, String level) throws IOException {
    return paper(title, level).id;
  }

  private TestPaper paper(String title, String level) throws IOException {
    TestPaper paper =
        new TestPaper(store, title)
            .scanned(scan())
            .sentence("Plano del puerto.", "Plan of the port.");
    var access = paper.record.putObject("access").put("level", level);
    if (level.equals("embargoed")) {
      access.put("until", LocalDate.now(ZoneOffset.UTC).plusDays(2).toString());
    }
    publisher.publish("cotejo.bitexts", paper.id, paper.aligned(1));
    await()
        .atMost(LIMIT)
        .until(
            () -> request("curator").get("/v1/documents/{id}/pages", paper.id).statusCode() == 200);
    return paper;
  }

  private static BufferedImage image(String id, String request) throws IOException {
    byte[] file =
        given()
            .urlEncodingEnabled(false)
            .get("/iiif/image/3/" + id + "/" + request.replace("^", "%5E"))
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    return ImageIO.read(new ByteArrayInputStream(file));
  }

  private static int luma(BufferedImage image, int x, int y) {
    return new Color(image.getRGB(x, y)).getGreen();
  }

  private static byte[] scan() throws IOException {
    BufferedImage page = new BufferedImage(2000, 3000, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = page.createGraphics();
    graphics.setColor(new Color(230, 230, 220));
    graphics.fillRect(0, 1500, 2000, 1500);
    graphics.setColor(new Color(210, 20, 20));
    graphics.fillRect(1000, 2000, 200, 200);
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(page, "jpeg", bytes);
    return bytes.toByteArray();
  }

  private static RequestSpecification request(String role) {
    return role.isEmpty() ? given() : given().auth().oauth2(TestTokens.of(role));
  }
}
