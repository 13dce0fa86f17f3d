package org.cotejo.search;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.cotejo.contracts.Contract;
import org.cotejo.events.EventEnvelope;
import org.cotejo.local.testing.InfrastructureResource;
import org.cotejo.objects.Digest;
import org.cotejo.objects.ObjectKey;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Searches in one language that find papers of the other which nobody has translated. */
@QuarkusTest
@WithTestResource(TestTokens.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "components", value = "kafka,elasticsearch,objects"))
class LexiconSearchIT extends SearchSteps {
  private static final String[][] WORDS = {
    {"beaconry", "almenarilla"},
    {"lanternist", "fanalero"},
    {"footlights", "candilejas"},
    {"brazenly", "broncínea"}
  };

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Test
  void findsUntranslatedPapersThroughTheLexiconAndTellsSo() throws Exception {
    // Given
    TestPaper plain =
        paper("Sin traducir")
            .sentence("El fanalero de la almenarilla encendió las candilejas.", "");
    TestPaper translated =
        paper("Traducido")
            .sentence("Pintaron la almenarilla de blanco.", "They repainted the beaconry.");
    send("cotejo.bitexts", plain.aligned(1));
    send("cotejo.bitexts", translated.aligned(1));
    found("fanalero", plain);
    found("repainted beaconry", translated);
    // When
    publish(version(), WORDS);
    // Then
    await().atMost(LIMIT).until(() -> ids(Map.of("q", "lanternist footlights")).contains(plain.id));
    search(Map.of("q", "lanternist footlights"))
        .body("hits[0].passages[0].through", equalTo("lexicon"))
        .body("hits[0].passages[0].role", equalTo("original"))
        .body("hits[0].passages[0].ways.kind", contains("lexicon", "lexicon"))
        .body("hits[0].passages[0].ways[0].as", contains("fanalero"))
        .body("hits[0].passages[0].ways[1].as", contains("candilejas"))
        .body("hits[0].passages[0].marks.start", contains(3, 43))
        .body("hits[0].passages[0].marks.end", contains(11, 53))
        .body("hits[0].passages[0].markBoxes.x", contains(60, 420));
    // One word of the text's own language, one of the other; and a phrase in another order.
    search(Map.of("q", "fanalero beaconry"))
        .body("hits[0].documentId", equalTo(plain.id))
        .body("hits[0].passages[0].ways.kind", contains("word", "lexicon"));
    assertEquals(Set.of(plain.id), ids(Map.of("q", "\"beaconry lanternist\"")));
    // The translated paper is found by its translation and needs no lexicon.
    assertEquals(Set.of(plain.id, translated.id), ids(Map.of("q", "beaconry")));
    search(Map.of("q", "beaconry", "translated", "yes"))
        .body("hits[0].passages[0].through", not(equalTo("lexicon")));
    // Switched off
    assertEquals(Set.of(), ids(Map.of("q", "lanternist footlights", "lexicon", "off")));
    assertEquals(Set.of(translated.id), ids(Map.of("q", "beaconry", "lexicon", "off")));
    given().queryParams(Map.of("q", "x", "lexicon", "no")).get("/v1/search").then().statusCode(400);
  }

  @Test
  void aLaterLexiconTakesTheFormersPlaceAndABrokenOneDoesNot() throws Exception {
    // Given
    TestPaper paper = paper("Bronce").sentence("La puerta broncínea y el quillaje curvo.", "");
    send("cotejo.bitexts", paper.aligned(1));
    found("broncínea", paper);
    long version = version();
    publish(version, WORDS);
    await().atMost(LIMIT).until(() -> ids(Map.of("q", "brazenly")).contains(paper.id));
    // When
    publish(version + 1, new String[][] {{"keelage", "quillaje"}, {"lanternist", "fanalero"}});
    // Then
    await().atMost(LIMIT).until(() -> ids(Map.of("q", "keelage")).contains(paper.id));
    assertEquals(Set.of(), ids(Map.of("q", "brazenly")));
    // When: one whose file is not there, and the first one again
    announce(
        version + 2, "lexicons/en-es/" + "0".repeat(64) + ".json", "sha256:" + "0".repeat(64), 1);
    publish(version, WORDS);
    // Then
    await()
        .atMost(LIMIT)
        .untilAsserted(
            () ->
                given()
                    .get("/q/health/ready")
                    .then()
                    .statusCode(200)
                    .body(
                        "checks.find { it.name == 'lexicon' }.data['en-es']",
                        equalTo(
                            "version %d, %d cannot be read yet"
                                .formatted(version + 1, version + 2))));
    assertEquals(Set.of(paper.id), ids(Map.of("q", "keelage")));
    assertEquals(Set.of(), ids(Map.of("q", "brazenly")));
  }

  /** Whoever starts reads all lexica again: no offset is kept that would pass over them. */
  @Test
  void nothingOfTheTopicCountsAsRead() throws Exception {
    // Given
    long version = version();
    publish(version, WORDS);
    await()
        .atMost(LIMIT)
        .untilAsserted(
            () ->
                given()
                    .get("/q/health/ready")
                    .then()
                    .body(
                        "checks.find { it.name == 'lexicon' }.data['en-es']",
                        equalTo("version " + version)));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      // When
      Map<TopicPartition, ?> kept =
          admin.listConsumerGroupOffsets("search-service").partitionsToOffsetAndMetadata().get();
      // Then
      assertEquals(null, kept.get(new TopicPartition("cotejo.lexicons", 0)));
    }
  }

  /** Later than any before, in whatever order the tests run. */
  private static long version() {
    return System.currentTimeMillis();
  }

  private void publish(long version, String[][] words) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("schema", "cotejo.lexicon.v1");
    json.putArray("languages").add("en").add("es");
    json.put("fingerprint", "1".repeat(64)).put("documentCount", 2).put("linkCount", 20);
    ArrayNode entries = json.putArray("entries");
    for (String[] pair : words) {
      ObjectNode entry = entries.addObject().put("linkCount", 2).put("documentCount", 2);
      entry.putArray("words").add(pair[0]).add(pair[1]);
      entry.putArray("probabilities").add(0.8).add(0.7);
    }
    byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
    Contract.object("lexicon").requireValid(bytes);
    Digest digest = Digest.of(bytes);
    String key = "lexicons/en-es/" + digest.hex() + ".json";
    store.putIfAbsent(new ObjectKey(key), digest, "application/json", bytes);
    announce(version, key, digest.toString(), bytes.length);
  }

  private void announce(long version, String key, String digest, int size) {
    ObjectNode data = JsonNodeFactory.instance.objectNode().put("version", version);
    data.putArray("languages").add("en").add("es");
    data.put("fingerprint", "1".repeat(64)).put("documentCount", 2).put("linkCount", 20);
    data.put("entryCount", 4);
    data.putObject("file")
        .put("objectKey", key)
        .put("digest", digest)
        .put("mediaType", "application/json")
        .put("sizeBytes", size);
    send(
        "cotejo.lexicons",
        new EventEnvelope(
            UUID.randomUUID().toString(),
            "cotejo.lexicon.published.v1",
            "/cotejo/test",
            "en-es",
            Instant.now(),
            "",
            version,
            "",
            data));
  }
}
