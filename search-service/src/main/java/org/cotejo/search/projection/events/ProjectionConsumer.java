package org.cotejo.search.projection.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.cotejo.events.EventConsumer;
import org.cotejo.events.EventEnvelope;
import org.cotejo.events.EventPublisher;
import org.cotejo.events.EventRouter;
import org.cotejo.events.WorkInHand;
import org.cotejo.search.projection.IndexVersion;
import org.cotejo.search.projection.Passage;
import org.cotejo.search.projection.index.DocumentIndex;
import org.cotejo.search.projection.index.DocumentJson;
import org.cotejo.search.projection.objects.PaperReader;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the index in step with the catalogue and the bitexts. */
@ApplicationScoped
public class ProjectionConsumer {
  private static final String STAGE = "projection";
  private static final String TOPIC = "cotejo.publications";

  private final EventConsumer consumer;
  private final PaperReader papers;
  private final DocumentJson documents;
  private final DocumentIndex index;
  private final EventPublisher publisher;
  private final WorkInHand inHand;
  private final Counter written;
  private final Counter overtaken;
  private final EventRouter router;

  @Inject
  public ProjectionConsumer(
      EventConsumer consumer,
      PaperReader papers,
      DocumentJson documents,
      DocumentIndex index,
      EventPublisher publisher,
      WorkInHand inHand,
      MeterRegistry metrics) {
    this.inHand = inHand;
    this.consumer = consumer;
    this.papers = papers;
    this.documents = documents;
    this.index = index;
    this.publisher = publisher;
    this.written =
        Counter.builder("cotejo.projections")
            .description("Documents written into the index")
            .register(metrics);
    this.overtaken =
        Counter.builder("cotejo.projections.overtaken")
            .description("Documents not written because a newer version was there")
            .register(metrics);
    this.router =
        new EventRouter(
            Map.of(
                "cotejo.document.revised.v1", this::revised,
                "cotejo.document.withdrawn.v1", this::withdrawn,
                "cotejo.document.aligned.v1", this::aligned),
            Set.of("cotejo.document.accessioned.v1"));
  }

  @Incoming("documents")
  @Blocking
  public void documents(ConsumerRecord<String, byte[]> message) {
    consumer.consume(STAGE, message, router);
  }

  @Incoming("bitexts")
  @Blocking
  public void bitexts(ConsumerRecord<String, byte[]> message) {
    consumer.consume(STAGE, message, router);
  }

  /** Record and access of a new revision hold at once; its texts follow when they are aligned. */
  private void revised(EventEnvelope event) {
    Optional<DocumentIndex.Indexed> present = index.get(event.subject());
    long version = IndexVersion.ofRecord(event.revision());
    if (present.isPresent() && present.get().version() < version) {
      ObjectNode document = present.get().source();
      documents.describe(document, papers.read(event.data().path("record")));
      document.put("revision", event.revision());
      index.write(event.subject(), document, version);
    }
  }

  private void withdrawn(EventEnvelope event) {
    index.write(
        event.subject(),
        DocumentJson.tombstone(event.subject(), event.revision()),
        IndexVersion.ofWithdrawal(event.revision()));
    ObjectNode data = JsonNodeFactory.instance.objectNode().put("documentId", event.subject());
    publish(event, "cotejo.document.unpublished.v1", data);
  }

  /**
   * Texts of a revision are shown under the latest record: between the two the catalogue may have
   * closed the document, and of a document that is not yet in the index the revision left no trace.
   */
  private void aligned(EventEnvelope event) {
    JsonNode aligned = event.data();
    Optional<PaperReader.StoredRecord> later =
        papers.recordAfter(event.subject(), event.revision());
    long version =
        later
            .map(record -> IndexVersion.ofRecord(record.revision()))
            .orElseGet(
                () ->
                    IndexVersion.ofAlignment(
                        event.revision(), aligned.path("alignmentVersion").asLong()));
    if (later.isPresent() && index.version(event.subject()).orElse(0L) >= version) {
      overtaken.increment();
      return;
    }
    List<Passage> passages = papers.passages(aligned);
    inHand.advanced();
    ObjectNode document =
        documents.document(
            event.subject(),
            later.map(PaperReader.StoredRecord::revision).orElse(event.revision()),
            later
                .map(record -> papers.read(record.key()))
                .orElseGet(() -> papers.read(aligned.path("record"))),
            aligned,
            passages);
    inHand.advanced();
    switch (index.write(event.subject(), document, version)) {
      case WRITTEN -> {
        ObjectNode data =
            JsonNodeFactory.instance
                .objectNode()
                .put("documentId", event.subject())
                .put("pageCount", aligned.path("pageCount").asInt())
                .put("passageCount", passages.size());
        publish(event, "cotejo.document.published.v1", data);
        written.increment();
      }
      case NEWER_PRESENT -> overtaken.increment();
    }
  }

  /** The id is that of the event that caused it, so that a repeat is known as one. */
  private void publish(EventEnvelope cause, String type, ObjectNode data) {
    publisher.publish(
        TOPIC,
        cause.subject(),
        new EventEnvelope(
            "projected-" + cause.id(),
            type,
            "/cotejo/search-service",
            cause.subject(),
            Instant.now(),
            cause.ingestId(),
            cause.revision(),
            cause.traceparent(),
            data));
  }
}
