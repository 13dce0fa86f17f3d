package org.cotejo.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.cotejo.local.infrastructure.Component;
import org.cotejo.local.infrastructure.Distribution;
import org.cotejo.local.infrastructure.ElasticsearchComponent;
import org.cotejo.local.infrastructure.KafkaComponent;
import org.cotejo.local.infrastructure.Loopback;
import org.cotejo.local.infrastructure.ManagedProcess;
import org.cotejo.operations.Chart.Variant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The Jobs that make topics and index: their arguments and environment, given to the packaged
 * services, on a real broker and a real Elasticsearch that hold nothing.
 */
class PreparationJobsIT {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final List<ManagedProcess> STARTED = new ArrayList<>();

  @TempDir static Path folder;

  @AfterAll
  static void stop() {
    STARTED.forEach(one -> one.stop(Duration.ofSeconds(20)));
  }

  @Test
  void everyTopicOfTheContractsIsMadeOnceAndStaysAsItIs() throws Exception {
    // Given
    KafkaComponent kafka =
        new KafkaComponent(
            Distribution.find(),
            Files.createDirectories(folder.resolve("kafka")),
            Loopback.freePort(),
            Loopback.freePort());
    start(kafka);
    Manifests manifests =
        Chart.manifests(
            new Variant(
                "",
                List.of(),
                Map.of(
                    "topics.kind",
                    "job",
                    "topics.replicas",
                    1,
                    "topics.minimumInSyncReplicas",
                    1,
                    "kafka.sasl",
                    "none",
                    "kafka.tls.enabled",
                    false,
                    "kafka.bootstrapServers",
                    kafka.bootstrapServers())));
    Path list = folder.resolve("topics.json");
    String declared = manifests.get("ConfigMap", "cotejo-topics").at("/data/topics.json").asText();
    Files.writeString(list, declared);
    // When
    JobRun first =
        JobRun.of(manifests, "cotejo-topics", "ingest", Map.of("COTEJO_TOPICS_FILE", list), folder);
    Files.writeString(list, declared.replaceFirst("\"partitions\": 4", "\"partitions\": 6"));
    JobRun second =
        JobRun.of(manifests, "cotejo-topics", "ingest", Map.of("COTEJO_TOPICS_FILE", list), folder);
    // Then
    assertEquals(0, first.code(), first.output());
    assertEquals(0, second.code(), second.output());
    assertTrue(
        second.output().contains("cotejo.documents is there with 4 partitions and 6 are declared"),
        second.output());
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      JsonNode contracts = ChartMatchesCodeTest.contractTopics();
      Set<String> names = new TreeSet<>(admin.listTopics().names().get(30, TimeUnit.SECONDS));
      Map<String, TopicDescription> made =
          admin.describeTopics(names).allTopicNames().get(30, TimeUnit.SECONDS);
      assertEquals(contracts.size(), names.size());
      for (JsonNode topic : contracts) {
        String name = topic.path("name").asText();
        assertEquals(topic.path("partitions").asInt(), made.get(name).partitions().size(), name);
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
        assertEquals(
            topic.path("retentionMs").asText(),
            admin
                .describeConfigs(List.of(resource))
                .all()
                .get(30, TimeUnit.SECONDS)
                .get(resource)
                .get("retention.ms")
                .value(),
            name);
      }
    }
  }

  @Test
  void anUnreachableBrokerIsSaidInOneLine() throws Exception {
    // Given
    Manifests manifests =
        Chart.manifests(
            new Variant(
                "",
                List.of(),
                Map.of(
                    "topics.kind",
                    "job",
                    "kafka.sasl",
                    "none",
                    "kafka.tls.enabled",
                    false,
                    "kafka.bootstrapServers",
                    "127.0.0.1:" + Loopback.freePort())));
    Path list = folder.resolve("declared.json");
    Files.writeString(
        list, manifests.get("ConfigMap", "cotejo-topics").at("/data/topics.json").asText());
    // When
    JobRun ended =
        JobRun.of(
            manifests,
            "cotejo-topics",
            "ingest",
            Map.of("COTEJO_TOPICS_FILE", list, "COTEJO_TOPICS_PATIENCE", "3s"),
            folder);
    // Then
    assertEquals(1, ended.code(), ended.output());
    assertTrue(
        ended.output().lines().anyMatch("the broker does not answer"::equals), ended.output());
  }

  @Test
  void theIndexAndItsAliasAreMadeAndAnIndexThatIsThereGetsItsFields() throws Exception {
    // Given
    ElasticsearchComponent elasticsearch =
        new ElasticsearchComponent(
            Distribution.find(),
            Files.createDirectories(folder.resolve("elasticsearch")),
            Loopback.freePort(),
            Loopback.freePort());
    start(elasticsearch);
    Manifests manifests =
        Chart.manifests(
            new Variant(
                "",
                List.of(),
                Map.of(
                    "elasticsearch.url",
                    elasticsearch.url(),
                    "elasticsearch.alias",
                    "papers",
                    "elasticsearch.apiKeySecret.name",
                    "")));
    // When
    JobRun first = JobRun.of(manifests, "cotejo-search-service-index", "search", Map.of(), folder);
    JobRun second = JobRun.of(manifests, "cotejo-search-service-index", "search", Map.of(), folder);
    // Then
    assertEquals(0, first.code(), first.output());
    assertTrue(first.output().contains("made the first index behind papers"), first.output());
    assertEquals(0, second.code(), second.output());
    assertTrue(second.output().contains("papers has the fields of this version"), second.output());
    assertTrue(get(elasticsearch, "/_alias/papers").contains("papers-v1-first"));
    assertTrue(get(elasticsearch, "/papers/_mapping").contains("passages"));
    assertTrue(get(elasticsearch, "/cotejo-rebuilds-v1/_mapping").contains("heartbeatAt"));
  }

  private static void start(Component component) {
    component.prepare();
    ManagedProcess process =
        ManagedProcess.start(component.process(), folder.resolve(component.name() + ".log"));
    STARTED.add(process);
    process.awaitHealthy(component::healthy, LIMIT);
  }

  private static String get(ElasticsearchComponent elasticsearch, String path)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(elasticsearch.url() + path)).build(),
              HttpResponse.BodyHandlers.ofString());
      assertEquals(200, answer.statusCode(), answer.body());
      return answer.body();
    }
  }
}
