package org.cotejo.ocr;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.cotejo.contracts.Contract;
import org.cotejo.events.EventCodec;
import org.cotejo.events.EventEnvelope;
import org.cotejo.events.EventPublisher;
import org.cotejo.objects.Digest;
import org.cotejo.objects.ObjectKey;
import org.cotejo.objects.ObjectStore;

/** One document on its way through a running service: its originals are sent, its events seen. */
public final class DocumentFlow implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final EventPublisher publisher;
  private final EventCodec codec;
  private final ObjectStore store;
  private final KafkaConsumer<String, byte[]> outcomes;
  private final String documentId = documentId();
  private final List<EventEnvelope> seen = new ArrayList<>();

  public DocumentFlow(
      EventPublisher publisher, EventCodec codec, ObjectStore store, String bootstrapServers) {
    this.publisher = publisher;
    this.codec = codec;
    this.store = store;
    this.outcomes =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "group.id",
                "test-" + UUID.randomUUID(),
                "auto.offset.reset",
                "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    outcomes.subscribe(List.of("cotejo.surrogates", "cotejo.transcriptions", "cotejo.failures"));
  }

  @Override
  public void close() {
    outcomes.close();
  }

  /** Stores a file as the original of a document. */
  public ObjectNode original(int ordinal, byte[] content, int pages) {
    Digest digest = Digest.of(content);
    ObjectKey key = new ObjectKey("originals/" + digest.hex());
    store.putIfAbsent(key, digest, "application/octet-stream", content);
    return JsonNodeFactory.instance
        .objectNode()
        .put("ordinal", ordinal)
        .put("objectKey", key.value())
        .put("digest", digest.toString())
        .put("mediaType", "application/octet-stream")
        .put("sizeBytes", content.length)
        .put("pageCount", pages)
        .put("fileName", "scan");
  }

  /** Sends a revision of the document; the first is its accession. */
  public void send(long revision, String language, ObjectNode... originals) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("documentId", documentId);
    data.putArray("originalLanguages").add(language);
    ArrayNode list = data.putArray("originals");
    for (ObjectNode original : originals) {
      list.add(original);
    }
    publisher.publish(
        "cotejo.documents",
        documentId,
        new EventEnvelope(
            UUID.randomUUID().toString(),
            revision == 1 ? "cotejo.document.accessioned.v1" : "cotejo.document.revised.v1",
            "/cotejo/test",
            documentId,
            Instant.now(),
            "ingest-" + revision,
            revision,
            "",
            data));
  }

  /** Waits until there are so many events of a type, and gives all of them in order. */
  public List<EventEnvelope> awaited(String type, int count) {
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              outcomes.poll(Duration.ofMillis(200)).forEach(this::collect);
              return ofType(type).size() >= count;
            });
    return ofType(type);
  }

  /** Each event so far is as agreed. */
  public void keepsContracts() {
    for (EventEnvelope event : seen) {
      String name = event.type().replaceFirst("cotejo\\.(.*)\\.v1", "$1");
      Contract.event(name).requireValid(codec.encode(event));
    }
  }

  private void collect(ConsumerRecord<String, byte[]> message) {
    EventEnvelope event = codec.decode(message.value());
    if (event.subject().equals(documentId)) {
      seen.add(event);
    }
  }

  private List<EventEnvelope> ofType(String type) {
    return seen.stream().filter(event -> event.type().equals(type)).toList();
  }

  private static String documentId() {
    String random = UUID.randomUUID().toString();
    return random.substring(0, 14) + "7" + random.substring(15);
  }
}
