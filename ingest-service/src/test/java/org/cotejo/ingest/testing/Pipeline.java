package org.cotejo.ingest.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.cotejo.contracts.Contract;

/**
 * Plays the services behind this one: says what they would, in messages that their contracts allow.
 */
public final class Pipeline implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String bootstrapServers;
  private final KafkaProducer<String, byte[]> producer;

  public Pipeline(String bootstrapServers) {
    // A busy machine is slow, not wrong.
    Awaitility.setDefaultTimeout(Duration.ofMinutes(1));
    this.bootstrapServers = bootstrapServers;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** A message that has not been sent. */
  public record Draft(String topic, String key, ObjectNode json) {}

  public Draft surrogate(Client.Submitted submitted, int page) {
    Draft draft = draft("surrogate.stored", "cotejo.surrogates", submitted);
    data(draft).put("page", page);
    return draft;
  }

  public Draft transcribed(Client.Submitted submitted, int page) {
    Draft draft = draft("page.transcribed", "cotejo.transcriptions", submitted);
    data(draft).put("page", page);
    return draft;
  }

  public Draft pageFailed(Client.Submitted submitted, int page) {
    Draft draft = draft("page.failed", "cotejo.transcriptions", submitted);
    data(draft).put("page", page);
    return draft;
  }

  public Draft aligned(Client.Submitted submitted) {
    return draft("document.aligned", "cotejo.bitexts", submitted);
  }

  public Draft published(Client.Submitted submitted) {
    return draft("document.published", "cotejo.publications", submitted);
  }

  public Draft stageFailed(Client.Submitted submitted) {
    return draft("stage.failed", "cotejo.failures", submitted);
  }

  /** Sends messages in order and waits until the broker has each. */
  public void send(Draft... drafts) {
    for (Draft draft : drafts) {
      send(draft.topic(), draft.key(), bytes(draft), Map.of());
    }
  }

  /** Sends anything. */
  public void send(String topic, String key, byte[] value, Map<String, String> headers) {
    ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, key, value);
    headers.forEach(
        (name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    try {
      producer.send(message).get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    } catch (ExecutionException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** All messages of a topic with a key, as they stand now. */
  public List<ConsumerRecord<String, byte[]>> messages(String topic, String key) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<String, byte[]> message : consumer.poll(Duration.ofMillis(200))) {
          if (key.equals(message.key())) {
            found.add(message);
          }
        }
      }
      return found;
    }
  }

  /** The bytes of a message, which keep its contract. */
  public static byte[] bytes(Draft draft) {
    try {
      byte[] bytes = JSON.writeValueAsBytes(draft.json());
      String type = draft.json().path("type").asText();
      Contract.event(type.replaceFirst("^cotejo\\.", "").replaceFirst("\\.v1$", ""))
          .requireValid(bytes);
      return bytes;
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @Override
  public void close() {
    producer.close();
  }

  private static Draft draft(String name, String topic, Client.Submitted submitted) {
    try {
      ObjectNode json =
          (ObjectNode) JSON.readTree(Contract.event(name).validExamples().get("complete.json"));
      json.put("id", UUID.randomUUID().toString());
      json.put("subject", submitted.documentId());
      json.put("ingestid", submitted.ingestId());
      ObjectNode data = (ObjectNode) json.get("data");
      data.put("documentId", submitted.documentId());
      return new Draft(topic, submitted.documentId(), json);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static ObjectNode data(Draft draft) {
    return (ObjectNode) draft.json().get("data");
  }
}
