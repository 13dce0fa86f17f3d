package org.cotejo.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The topic of publications, read from its beginning to its end. */
final class PublishedEvents {

  private static final String TOPIC = "cotejo.publications";
  private static final ObjectMapper JSON = new ObjectMapper();

  private PublishedEvents() {}

  /**
   * Delivery is at least once: a repeat carries the id of the first, so that its receivers know it
   * again.
   */
  static void assertNoneTwiceUnderDifferentIds(String bootstrap, List<String> documents) {
    Map<String, Set<String>> idsByDocument = new TreeMap<>();
    for (JsonNode event : all(bootstrap)) {
      if (event.path("type").asText().startsWith("cotejo.document.published")) {
        idsByDocument
            .computeIfAbsent(event.path("subject").asText(), _ -> new TreeSet<>())
            .add(event.path("id").asText());
      }
    }
    for (String document : documents) {
      assertEquals(
          1,
          idsByDocument.getOrDefault(document, Set.of()).size(),
          () -> document + ": " + idsByDocument);
    }
  }

  private static List<JsonNode> all(String bootstrap) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            bootstrap,
            "enable.auto.commit",
            "false",
            "auto.offset.reset",
            "earliest");
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(TOPIC).stream()
              .map(info -> new TopicPartition(TOPIC, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<JsonNode> events = new java.util.ArrayList<>();
      while (partitions.stream()
          .anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
          events.add(JSON.readTree(record.value()));
        }
      }
      return events;
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }
}
