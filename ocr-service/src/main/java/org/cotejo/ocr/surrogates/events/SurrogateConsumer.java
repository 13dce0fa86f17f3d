package org.cotejo.ocr.surrogates.events;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.cotejo.events.EventConsumer;
import org.cotejo.events.EventEnvelope;
import org.cotejo.events.EventPublisher;
import org.cotejo.events.EventRouter;
import org.cotejo.ocr.surrogates.Original;
import org.cotejo.ocr.surrogates.PageFailure;
import org.cotejo.ocr.surrogates.Paper;
import org.cotejo.ocr.surrogates.Surrogate;
import org.cotejo.ocr.surrogates.SurrogateMaking;
import org.cotejo.ocr.surrogates.SurrogateReports;
import org.cotejo.ocr.surrogates.objects.SurrogateJson;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Makes the pages of each new revision of a document. */
@ApplicationScoped
public class SurrogateConsumer {
  private static final Logger LOG = Logger.getLogger(SurrogateConsumer.class);
  private static final String STAGE = "surrogates";

  private final EventConsumer consumer;
  private final SurrogateMaking making;
  private final EventPublisher publisher;
  private final Counter storedPages;
  private final Counter failedPages;
  private final EventRouter router;

  @Inject
  public SurrogateConsumer(
      EventConsumer consumer,
      SurrogateMaking making,
      EventPublisher publisher,
      MeterRegistry metrics) {
    this.consumer = consumer;
    this.making = making;
    this.publisher = publisher;
    this.storedPages =
        Counter.builder("cotejo.surrogates.stored")
            .description("Page images that were made or found")
            .register(metrics);
    this.failedPages =
        Counter.builder("cotejo.pages.failed")
            .description("Pages that ended without a result, by stage")
            .tag("stage", STAGE)
            .register(metrics);
    this.router =
        new EventRouter(
            Map.of(
                "cotejo.document.accessioned.v1", this::make,
                "cotejo.document.revised.v1", this::make),
            Set.of("cotejo.document.withdrawn.v1"));
  }

  /** One document at a time on each of a few threads; the pages of each one after the other. */
  @Incoming("documents")
  @Blocking(value = STAGE, ordered = false)
  public void documents(ConsumerRecord<String, byte[]> message) {
    consumer.consume(STAGE, message, router);
  }

  private void make(EventEnvelope event) {
    Paper paper = PaperJson.paper(event);
    making.make(paper, new Published(event, paper));
  }

  /** Sends an event for each page. */
  private final class Published implements SurrogateReports {
    private final EventEnvelope cause;
    private final Paper paper;

    Published(EventEnvelope cause, Paper paper) {
      this.cause = cause;
      this.paper = paper;
    }

    @Override
    public void stored(int page, Original original, int pageOfOriginal, Surrogate surrogate) {
      ObjectNode body = body(page);
      body.putObject("original")
          .put("ordinal", original.ordinal())
          .put("digest", original.object().digest())
          .put("page", pageOfOriginal);
      SurrogateJson.put(body, surrogate);
      paper.languages().forEach(body.putArray("languages")::add);
      EventEnvelope event = PageEvents.caused(cause, "cotejo.surrogate.stored.v1", page, body);
      publisher.publish(PageEvents.SURROGATES_TOPIC, cause.subject() + "/" + page, event);
      storedPages.increment();
    }

    @Override
    public void failed(int page, PageFailure failure) {
      LOG.warnf(failure, "page %d has no surrogate: %s", page, failure.code());
      ObjectNode body = body(page);
      body.put("stage", STAGE);
      body.set("reason", PageEvents.reason(failure));
      EventEnvelope event = PageEvents.caused(cause, "cotejo.page.failed.v1", page, body);
      publisher.publish(PageEvents.TRANSCRIPTIONS_TOPIC, cause.subject(), event);
      failedPages.increment();
    }

    private ObjectNode body(int page) {
      return JsonNodeFactory.instance
          .objectNode()
          .put("documentId", paper.documentId())
          .put("page", page)
          .put("pageCount", paper.pageCount());
    }
  }
}
