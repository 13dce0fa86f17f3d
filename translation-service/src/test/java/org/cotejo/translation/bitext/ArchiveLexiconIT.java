package org.cotejo.translation.bitext;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.cotejo.contracts.Contract;
import org.cotejo.events.EventCodec;
import org.cotejo.events.EventEnvelope;
import org.cotejo.events.EventPublisher;
import org.cotejo.local.testing.InfrastructureResource;
import org.cotejo.objects.ObjectKey;
import org.cotejo.objects.ObjectStore;
import org.cotejo.translation.bitext.store.DocumentLedger;
import org.cotejo.translation.lexicon.LanguagePair;
import org.cotejo.translation.lexicon.LexiconVersion;
import org.cotejo.translation.lexicon.objects.LexiconRebuild;
import org.cotejo.translation.lexicon.store.LexiconLease;
import org.cotejo.translation.lexicon.store.LexiconLedger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** From aligned documents to the words that are served. */
@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = {
      @ResourceArg(name = "components", value = "postgresql,kafka,objects"),
      @ResourceArg(name = "database", value = "translation")
    })
@WithTestResource(TestTokens.class)
class ArchiveLexiconIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final LanguagePair PAIR = new LanguagePair("en", "es");
  // Nothing of the other papers: these words tell whether this one taught the lexicon.
  private static final String[] SECRET = {
    "   La fragata Zafiro zarpa. La fragata Zafiro vuelve. La fragata",
    "Zafiro espera. La fragata Zafiro duerme.",
  };
  private static final String SECRET_ENGLISH =
      "The frigate Zafiro sails. The frigate Zafiro returns. The frigate Zafiro waits. The frigate"
          + " Zafiro sleeps.\n";

  @Inject EventPublisher publisher;
  @Inject EventCodec codec;
  @Inject ObjectStore store;
  @Inject DocumentLedger documents;
  @Inject LexiconLedger ledger;
  @Inject LexiconLease lease;
  @Inject LexiconRebuild rebuild;

  @ConfigProperty(name = TestTokens.PRIVATE_KEY)
  String privateKey;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Test
  void wordsOfPublicDocumentsAreServedUntilTheirDocumentLeaves() {
    // Given
    DocumentFixture open = aligned("public", SECRET_ENGLISH, SECRET);
    DocumentFixture closed = aligned("restricted", SECRET_ENGLISH, SECRET);
    // When
    learn();
    // Then
    LexiconVersion first = ledger.latest(PAIR).orElseThrow();
    assertTrue(first.documents().contains(UUID.fromString(open.id)));
    assertFalse(first.documents().contains(UUID.fromString(closed.id)));
    translations("es", "en", "FRAGATA")
        .body("translations[0].translation", equalTo("frigate"))
        .body("translations[0].documentCount", equalTo(1))
        .body("lexicon.version", equalTo(first.number()));
    translations("en", "es", "frigate").body("translations[0].translation", equalTo("fragata"));
    fileAndEventAreValid(first);
    given()
        .get("/v1/documents/" + open.id + "/bitexts/en/word-links?segment=s1")
        .then()
        .statusCode(200)
        .body("links", hasSize(1))
        .body("links[0].words.source.text", hasItem("fragata"))
        .body("links[0].words.target.text", hasItem("frigate"))
        .body("links[0].words[0].source.boxes", hasSize(1));
    given()
        .get("/v1/documents/" + closed.id + "/bitexts/en/word-links")
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
    given()
        .get("/v1/names?name=ZAFIRO")
        .then()
        .statusCode(200)
        .body("pairs", hasSize(1))
        .body("pairs[0].spellings.language", equalTo(List.of("en", "es")))
        .body("pairs[0].spellings.name", equalTo(List.of("Zafiro", "Zafiro")))
        .body("pairs[0].linkCount", greaterThan(1))
        .body("pairs[0].sample", equalTo(List.of(open.id)));
    given().get("/v1/names").then().statusCode(400).body("code", equalTo("names.name"));
    // When a document comes later, the lexicon helps to align it, and its bitext says so
    DocumentFixture later = aligned("restricted", SECRET_ENGLISH, SECRET);
    given()
        .auth()
        .oauth2(TestTokens.token("reader", privateKey))
        .get("/v1/documents/" + later.id + "/bitexts/en")
        .then()
        .statusCode(200)
        .body("method.fingerprint", endsWith("+en-es." + first.number()));
    // When the same documents are there, nothing is learned
    assertEquals(0, rebuild.run());
    // When one is no longer public, its words go at once
    publisher.publish(
        "cotejo.documents", open.id, open.accessioned(2, DocumentFixture.access("restricted")));
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                documents
                    .latest(UUID.fromString(open.id))
                    .filter(kept -> kept.access().level() == Access.Level.RESTRICTED)
                    .isPresent());
    learn();
    translations("es", "en", "fragata").body("translations", hasSize(0));
    given().get("/v1/names?name=Zafiro").then().body("pairs", hasSize(0));
    assertEquals(first.number() + 1, ledger.latest(PAIR).orElseThrow().number());
  }

  @Test
  void oneInstanceAtATimeLearns() {
    // Given
    aligned("public", DocumentFixture.ENGLISH, DocumentFixture.PAGE_1);
    assertTrue(lease.take(Duration.ofMinutes(5)));
    try {
      // When and then
      assertFalse(lease.take(Duration.ofMinutes(5)));
      assertEquals(0, rebuild.run());
    } finally {
      lease.giveBack();
    }
    // When it has given the lease back, there is something to learn
    assertTrue(rebuild.run() > 0);
  }

  @Test
  void tellsOfTheLatestLexicaAgainForABrokerThatForgotThem() {
    // Given
    aligned("public", DocumentFixture.ENGLISH, DocumentFixture.PAGE_1);
    learn();
    int latest = ledger.latest(PAIR).orElseThrow().number();
    announce("curator").statusCode(403);
    // When
    announce("operator").statusCode(202).body("lexica", greaterThan(0));
    // Then
    List<EventEnvelope> events =
        published(
            seen ->
                seen.stream()
                        .filter(event -> event.subject().equals(PAIR.name()))
                        .filter(event -> event.revision() == latest)
                        .count()
                    == 2);
    events.forEach(event -> Contract.event("lexicon.published").requireValid(codec.encode(event)));
  }

  private ValidatableResponse announce(String role) {
    return given()
        .auth()
        .oauth2(TestTokens.token(role, privateKey))
        .post("/v1/lexicon/announcements")
        .then();
  }

  @Test
  void whatCannotBeAskedIsRefused() {
    String problem = "application/problem+json";
    given()
        .get("/v1/lexicon/es/en")
        .then()
        .statusCode(400)
        .contentType(problem)
        .body("code", equalTo("lexicon.word"));
    given().get("/v1/lexicon/es/en?word=a&limit=1000").then().statusCode(400);
    given().get("/v1/lexicon/es/tlh?word=carta").then().statusCode(404).contentType(problem);
    given().get("/v1/lexicon/es/es?word=carta").then().statusCode(404);
  }

  /** Another lexicon may be learned meanwhile for documents of other tests; it must be ours. */
  private void learn() {
    await().atMost(PATIENCE).until(() -> rebuild.run() > 0);
  }

  private static ValidatableResponse translations(String source, String target, String word) {
    return given()
        .queryParam("word", word)
        .get("/v1/lexicon/" + source + "/" + target)
        .then()
        .statusCode(200);
  }

  private void fileAndEventAreValid(LexiconVersion version) {
    Contract.object("lexicon")
        .requireValid(store.read(new ObjectKey(version.file().objectKey()), 1 << 24));
    EventEnvelope event = published(version.number());
    Contract.event("lexicon.published").requireValid(codec.encode(event));
    assertEquals(version.file().objectKey(), event.data().path("file").path("objectKey").asText());
  }

  private EventEnvelope published(int number) {
    return published(seen -> seen.stream().anyMatch(event -> event.revision() == number)).stream()
        .filter(event -> event.revision() == number)
        .findFirst()
        .orElseThrow();
  }

  /** All that was published, as soon as it is as expected. */
  private List<EventEnvelope> published(Predicate<List<EventEnvelope>> expected) {
    List<EventEnvelope> seen = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "group.id",
                "test-" + UUID.randomUUID(),
                "auto.offset.reset",
                "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.subscribe(List.of("cotejo.lexicons"));
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                for (ConsumerRecord<String, byte[]> message :
                    consumer.poll(Duration.ofMillis(200))) {
                  seen.add(codec.decode(message.value()));
                }
                return expected.test(seen);
              });
    }
    return seen;
  }

  private DocumentFixture aligned(String level, String english, String... page) {
    DocumentFixture document = new DocumentFixture(store);
    publisher.publish("cotejo.transcriptions", document.id, document.transcribed(1, 1, page));
    publisher.publish("cotejo.transcriptions", document.id, document.failed(1, 2));
    publisher.publish(
        "cotejo.documents",
        document.id,
        document.accessioned(
            1, DocumentFixture.access(level), english.getBytes(StandardCharsets.UTF_8)));
    await()
        .atMost(PATIENCE)
        .until(() -> documents.latest(UUID.fromString(document.id)).isPresent());
    return document;
  }
}
