package org.cotejo.local.infrastructure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each part starts, is killed as by a crash, starts again, and has kept what it confirmed. */
class ComponentsIT {
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private final Distribution distribution = Distribution.find();
  @TempDir Path folder;
  private @Nullable ManagedProcess running;

  @AfterEach
  void stop() {
    if (running != null) {
      running.stop(Duration.ofSeconds(20));
    }
  }

  @Test
  void postgresqlKeepsWhatWasCommittedBeforeAKill() throws Exception {
    // Given
    PostgresComponent postgres =
        new PostgresComponent(
            distribution, folder, Loopback.freePort(), "secret", List.of("kept"), true);
    start(postgres);
    try (Connection connection = connect(postgres);
        Statement statement = connection.createStatement()) {
      statement.execute("create table paper (title text)");
      statement.execute("insert into paper values ('Memorandum')");
    }
    // When
    running.kill();
    start(postgres);
    // Then
    try (Connection connection = connect(postgres);
        Statement statement = connection.createStatement();
        var rows = statement.executeQuery("select title from paper")) {
      assertTrue(rows.next());
      assertEquals("Memorandum", rows.getString(1));
    }
  }

  @Test
  void kafkaKeepsItsTopicsAfterAKill() throws Exception {
    // Given
    KafkaComponent kafka =
        new KafkaComponent(distribution, folder, Loopback.freePort(), Loopback.freePort());
    start(kafka);
    Topics.create(kafka.bootstrapServers());
    send(kafka);
    // When
    running.kill();
    start(kafka);
    // Then
    Topics.create(kafka.bootstrapServers());
    assertTrue(send(kafka) >= 1);
  }

  @Test
  void elasticsearchKeepsADocumentAfterAKill() throws Exception {
    // Given
    ElasticsearchComponent elasticsearch =
        new ElasticsearchComponent(distribution, folder, Loopback.freePort(), Loopback.freePort());
    start(elasticsearch);
    String mapping =
        """
        {"settings":{"number_of_replicas":0,"analysis":{"filter":{"es":{"type":"stemmer","language":"light_spanish"}},
          "analyzer":{"text_es":{"tokenizer":"standard","filter":["lowercase","es","icu_folding"]}}}},
         "mappings":{"properties":{"text":{"type":"text","analyzer":"text_es"}}}}
        """;
    assertEquals(200, request(elasticsearch, "PUT", "/papers", mapping).statusCode());
    request(elasticsearch, "PUT", "/papers/_doc/1", "{\"text\":\"Los cónsules llegaron\"}");
    // When
    running.kill();
    start(elasticsearch);
    // Then
    request(elasticsearch, "POST", "/papers/_refresh", "");
    HttpResponse<String> found =
        request(
            elasticsearch,
            "POST",
            "/papers/_search",
            "{\"query\":{\"match\":{\"text\":\"consul\"}}}");
    assertTrue(found.body().contains("\"_id\":\"1\""), found.body());
    assertTrue(request(elasticsearch, "GET", "/", "").body().contains("9.5.3"));
  }

  @Test
  void objectStoreRefusesStrangersAndStartsAgainAfterAKill() {
    // Given
    ObjectStoreComponent store =
        new ObjectStoreComponent(distribution, folder, Loopback.freePort(), "key", "secret");
    start(store);
    // When
    running.kill();
    start(store);
    // Then
    assertEquals(403, Loopback.status(store.port(), "/"));
  }

  private void start(Component component) {
    component.prepare();
    running = ManagedProcess.start(component.process(), folder.resolve("out.log"));
    running.awaitHealthy(component::healthy, LIMIT);
  }

  private static Connection connect(PostgresComponent postgres) throws Exception {
    return DriverManager.getConnection(
        postgres.jdbcUrl("kept"), PostgresComponent.USER, postgres.password());
  }

  private static long send(KafkaComponent kafka) throws Exception {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()),
            new StringSerializer(),
            new StringSerializer())) {
      return producer
          .send(new ProducerRecord<>("cotejo.failures", 0, "key", "value"))
          .get(30, TimeUnit.SECONDS)
          .offset();
    }
  }

  private static HttpResponse<String> request(
      ElasticsearchComponent elasticsearch, String method, String path, String body)
      throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(URI.create(elasticsearch.url() + path))
              .method(method, HttpRequest.BodyPublishers.ofString(body))
              .header("content-type", "application/json")
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
