package org.cotejo.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.cotejo.operations.Chart.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every setting, port, topic, group and path that the chart names is one that the services have.
 */
class ChartMatchesCodeTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** Read by the JVM, by Tesseract, or only put into another variable of the chart. */
  private static final Set<String> OTHERS =
      Set.of(
          "JAVA_TOOL_OPTIONS",
          "OMP_THREAD_LIMIT",
          "COTEJO_BROKER_PASSWORD",
          "COTEJO_TRUSTSTORE_PASSWORD");

  static Stream<Variant> variants() {
    return Chart.variants();
  }

  @ParameterizedTest
  @MethodSource("variants")
  void everyEnvironmentVariableIsASettingOfItsService(Variant variant) {
    // Given
    Map<String, String> quarkus = quarkusVariables();
    Manifests manifests = Chart.manifests(variant);
    for (String service : Repository.SERVICES) {
      Set<String> known = new HashSet<>(OTHERS);
      known.addAll(quarkus.keySet());
      Repository.settings(service).forEach(name -> known.add(variable(name)));
      ConsumerConfig.configNames().forEach(name -> known.add(variable("kafka." + name)));
      // When
      Set<String> unknown = new TreeSet<>(variables(manifests, service));
      unknown.removeAll(known);
      // Then
      assertEquals(Set.of(), unknown, service);
    }
  }

  @ParameterizedTest
  @MethodSource("variants")
  void noEnvironmentVariableIsFixedWhenTheServiceIsBuilt(Variant variant) {
    // Given
    Map<String, String> quarkus = quarkusVariables();
    Manifests manifests = Chart.manifests(variant);
    for (String service : Repository.SERVICES) {
      for (String name : variables(manifests, service)) {
        // Then
        assertEquals("RUN_TIME", quarkus.getOrDefault(name, "RUN_TIME"), name);
      }
    }
  }

  @Test
  void everySettingWithoutADefaultIsSet() {
    // Given
    Manifests manifests = Chart.manifests();
    for (String service : Repository.SERVICES) {
      Properties own = Repository.applicationProperties(service);
      // When
      Set<String> needed = new TreeSet<>();
      needed.add("KAFKA_BOOTSTRAP_SERVERS");
      needed.addAll(
          List.of(
              "COTEJO_OBJECTS_ENDPOINT", "COTEJO_OBJECTS_ACCESS_KEY", "COTEJO_OBJECTS_SECRET_KEY"));
      if (own.containsKey("quarkus.datasource.db-kind")) {
        needed.addAll(
            List.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                "QUARKUS_DATASOURCE_USERNAME",
                "QUARKUS_DATASOURCE_PASSWORD"));
      }
      own.values().stream()
          .flatMap(
              value ->
                  Pattern.compile("\\$\\{(cotejo\\.auth\\.[a-z.-]+)}")
                      .matcher(value.toString())
                      .results())
          .forEach(found -> needed.add(variable(found.group(1))));
      if (service.equals("search")) {
        needed.add("COTEJO_ELASTICSEARCH_URL");
      }
      needed.removeAll(variables(manifests, service));
      // Then
      assertEquals(Set.of(), needed, service);
    }
  }

  @Test
  void everyPortIsThatOfItsService() {
    // Given
    Manifests manifests = Chart.manifests();
    for (String service : Repository.SERVICES) {
      String port = Repository.applicationProperties(service).getProperty("quarkus.http.port");
      String name = "cotejo-" + service + "-service";
      // Then
      assertEquals(port, manifests.get("Service", name).at("/spec/ports/0/port").asText());
      assertEquals(
          port,
          manifests
              .get("Deployment", name)
              .at("/spec/template/spec/containers/0/ports/0/containerPort")
              .asText());
      assertEquals(port, manifests.get("ConfigMap", name).at("/data/QUARKUS_HTTP_PORT").asText());
      assertEquals(
          port, manifests.get("NetworkPolicy", name).at("/spec/ingress/0/ports/0/port").asText());
    }
  }

  @Test
  void everyImageIsThatOfAServiceOfThisBuild() {
    // Given
    Manifests manifests = Chart.manifests();
    for (String service : Repository.SERVICES) {
      Properties own = Repository.applicationProperties(service);
      // When
      String image =
          manifests
              .get("Deployment", "cotejo-" + service + "-service")
              .at("/spec/template/spec/containers/0/image")
              .asText();
      // Then
      assertEquals(
          "cotejo/" + own.getProperty("quarkus.application.name") + ":" + projectVersion(), image);
    }
  }

  @Test
  void metricsAndHealthAreWhereTheServicesHaveThem() {
    // Given
    Manifests manifests = Chart.manifests();
    for (String service : Repository.SERVICES) {
      String metrics =
          Repository.applicationProperties(service)
              .getProperty("quarkus.micrometer.export.prometheus.path", "/q/metrics");
      // Then
      assertEquals(
          metrics,
          manifests
              .get("ServiceMonitor", "cotejo-" + service + "-service")
              .at("/spec/endpoints/0/path")
              .asText());
      assertTrue(
          Repository.text(Repository.ROOT.resolve(service + "-service/pom.xml"))
              .contains("quarkus-smallrye-health"));
    }
  }

  @Test
  void topicsAreThoseOfTheContracts() throws IOException {
    // Given
    JsonNode contracts = contractTopics();
    // When
    JsonNode chart = MAPPER.readTree(Repository.CHART.resolve("files/topics.json").toFile());
    // Then
    assertEquals(contracts, chart);
    Manifests manifests = Chart.manifests();
    assertEquals(contracts.size(), manifests.of("KafkaTopic").count());
    for (JsonNode topic : contracts) {
      JsonNode made = manifests.get("KafkaTopic", topic.path("name").asText());
      assertEquals(topic.path("partitions"), made.at("/spec/partitions"));
      assertEquals(
          topic.path("retentionMs").asLong(), made.at("/spec/config/retention.ms").asLong());
    }
  }

  @Test
  void theTopicsJobIsToldTheTopicsOfTheContracts() throws IOException {
    // Given
    Manifests manifests =
        Chart.manifests(
            new Variant("", List.of(), Map.of("topics.kind", "job", "topics.replicas", 5)));
    // When
    JsonNode container =
        manifests.get("Job", "cotejo-topics").at("/spec/template/spec/containers/0");
    JsonNode list =
        MAPPER.readTree(
            manifests.get("ConfigMap", "cotejo-topics").at("/data/topics.json").asText());
    // Then
    assertEquals(contractTopics(), list);
    assertEquals("[\"make-topics\"]", container.path("args").toString());
    assertTrue(container.path("image").asText().contains("ingest-service"));
    assertTrue(
        Manifests.each(container.path("env"))
            .anyMatch(
                one ->
                    one.path("name").asText().equals("COTEJO_TOPICS_REPLICAS")
                        && one.path("value").asText().equals("5")));
    assertEquals(0, manifests.of("KafkaTopic").count());
  }

  @Test
  void scalingFollowsGroupsAndTopicsThatTheServiceReads() {
    // Given
    Manifests manifests = Chart.manifests();
    int followed = 0;
    for (String service : Repository.SERVICES) {
      for (JsonNode object : manifests.of("ScaledObject").toList()) {
        if (Manifests.name(object).equals("cotejo-" + service + "-service")) {
          // When
          Set<String> triggers = new TreeSet<>();
          int partitions = 0;
          for (JsonNode trigger : object.at("/spec/triggers")) {
            String topic = trigger.at("/metadata/topic").asText();
            triggers.add(trigger.at("/metadata/consumerGroup").asText() + " " + topic);
            partitions = Math.max(partitions, partitionsOf(topic));
          }
          // Then
          assertEquals(subscriptions(service), triggers);
          assertEquals(partitions, object.at("/spec/maxReplicaCount").asInt());
          followed++;
        }
      }
    }
    assertEquals(2, followed);
  }

  @Test
  void accountsMayReadWhatTheyFollowOrWatchAndNothingElse() {
    // Given
    Manifests manifests = Chart.manifests();
    for (String service : Repository.SERVICES) {
      Set<String> groups = new TreeSet<>();
      subscriptions(service).forEach(one -> groups.add(one.split(" ")[0]));
      Set<String> topics = new TreeSet<>();
      for (JsonNode topic : contractTopics()) {
        // Followers read a topic from its beginning, without a group and without dead letters.
        for (String kind : List.of("consumers", "followers")) {
          for (JsonNode reader : topic.path(kind)) {
            if (reader.asText().equals(service + "-service")) {
              topics.add(topic.path("name").asText());
            }
          }
        }
        if (service.equals("ingest")) {
          // It looks at the first message that each of the others has not handled.
          topics.add(topic.path("name").asText());
        }
      }
      // When
      JsonNode rights = manifests.get("KafkaUser", "cotejo-" + service + "-service");
      // Then
      assertEquals(groups, granted(rights, "group", "Read"));
      assertEquals(topics, granted(rights, "topic", "Read"));
    }
  }

  @Test
  void ingestServiceMeasuresTheLagOfEveryGroupAndMay() {
    // Given
    Set<String> groups = new TreeSet<>();
    for (String service : Repository.SERVICES) {
      subscriptions(service).forEach(one -> groups.add(one.split(" ")[0]));
    }
    // When
    JsonNode rights = Chart.manifests().get("KafkaUser", "cotejo-ingest-service");
    String watched = Settings.all().get("cotejo.lag.groups").fallback();
    // Then
    assertEquals(groups, granted(rights, "group", "Describe"));
    assertEquals(groups, new TreeSet<>(List.of(watched.split(","))));
  }

  @Test
  void accountsMayWriteWhatTheirServicePublishes() {
    // Given
    Manifests manifests = Chart.manifests();
    Pattern published =
        Pattern.compile(
            "\"(cotejo\\.(documents|surrogates|transcriptions|bitexts|lexicons|publications|failures|fixity))\"");
    for (String service : Repository.SERVICES) {
      // When
      Set<String> topics = new TreeSet<>();
      Repository.sources(service)
          .forEach(
              source ->
                  published.matcher(source).results().forEach(found -> topics.add(found.group(1))));
      for (JsonNode topic : contractTopics()) {
        if (topic.path("name").asText().endsWith("." + service + "-service.dead")) {
          topics.add(topic.path("name").asText());
        }
      }
      Set<String> missing = new TreeSet<>(topics);
      missing.removeAll(
          granted(manifests.get("KafkaUser", "cotejo-" + service + "-service"), "topic", "Write"));
      // Then
      assertTrue(topics.size() >= 3, topics.toString());
      assertEquals(Set.of(), missing, service);
    }
    // Every service knows this name, and one writes there.
    for (String service : Repository.SERVICES) {
      JsonNode rights = manifests.get("KafkaUser", "cotejo-" + service + "-service");
      assertEquals(
          service.equals("ingest"), granted(rights, "topic", "Write").contains("cotejo.controls"));
    }
  }

  private static Set<String> granted(JsonNode user, String type, String operation) {
    Set<String> names = new TreeSet<>();
    for (JsonNode right : user.at("/spec/authorization/acls")) {
      if (right.at("/resource/type").asText().equals(type)
          && Manifests.each(right.path("operations"))
              .anyMatch(one -> one.asText().equals(operation))) {
        names.add(right.at("/resource/name").asText());
      }
    }
    return names;
  }

  /**
   * Group and topic of each channel of a service; left out are patterns of topics, and topics that
   * each instance reads from the beginning, which has no lag to scale by.
   */
  private static Set<String> subscriptions(String service) {
    Properties own = Repository.applicationProperties(service);
    String common =
        own.getProperty("mp.messaging.connector.smallrye-kafka.group.id", service + "-service");
    Set<String> subscriptions = new TreeSet<>();
    for (String name : own.stringPropertyNames()) {
      if (name.matches("mp\\.messaging\\.incoming\\.[a-z-]+\\.topic")
          && !own.getProperty(name).startsWith("^")
          && own.getProperty(name.replaceFirst("topic$", "assign-seek")) == null) {
        String group = own.getProperty(name.replaceFirst("topic$", "group.id"), common);
        subscriptions.add(group + " " + own.getProperty(name));
      }
    }
    return subscriptions;
  }

  private static int partitionsOf(String name) {
    for (JsonNode topic : contractTopics()) {
      if (topic.path("name").asText().equals(name)) {
        return topic.path("partitions").asInt();
      }
    }
    throw new AssertionError("no topic " + name);
  }

  private static Set<String> variables(Manifests manifests, String service) {
    String name = "cotejo-" + service + "-service";
    Set<String> names = new TreeSet<>();
    manifests.get("ConfigMap", name).path("data").fieldNames().forEachRemaining(names::add);
    // A Job runs in the image of a service, and with its settings.
    Stream.concat(manifests.of("Deployment"), manifests.of("Job"))
        .filter(
            object ->
                object
                    .at("/spec/template/spec/containers/0/envFrom/0/configMapRef/name")
                    .asText()
                    .equals(name))
        .flatMap(object -> Manifests.each(object.at("/spec/template/spec/containers/0/env")))
        .forEach(variable -> names.add(variable.path("name").asText()));
    return names;
  }

  private static String variable(String setting) {
    return setting.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  static JsonNode contractTopics() {
    try (InputStream list =
        ChartMatchesCodeTest.class.getResourceAsStream("/contracts/topics.json")) {
      return MAPPER.readTree(list);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String projectVersion() {
    var version =
        Pattern.compile("<artifactId>cotejo-parent</artifactId>\\s*<version>([^<]+)<")
            .matcher(Repository.text(Repository.ROOT.resolve("pom.xml")));
    assertTrue(version.find());
    return version.group(1);
  }

  /** Environment variables of Quarkus's extensions with the phase in which each is read. */
  private static Map<String, String> quarkusVariables() {
    Map<String, String> phases = new HashMap<>();
    try {
      for (URL model :
          Collections.list(
              ChartMatchesCodeTest.class
                  .getClassLoader()
                  .getResources("META-INF/quarkus-config-doc/quarkus-config-model.json"))) {
        try (InputStream content = model.openStream()) {
          collect(MAPPER.readTree(content), phases);
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return phases;
  }

  private static void collect(JsonNode node, Map<String, String> phases) {
    JsonNode name = node.at("/path/environmentVariable");
    if (name.isTextual()) {
      phases.put(name.asText(), node.path("phase").asText());
      phases.put(name.asText().replaceFirst("__[A-Z_]+__", ""), node.path("phase").asText());
    }
    for (JsonNode child : node) {
      collect(child, phases);
    }
  }
}
