package org.cotejo.ocr.recognition.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.cotejo.events.EventConsumer;
import org.cotejo.events.EventEnvelope;
import org.cotejo.events.EventPublisher;
import org.cotejo.events.EventRouter;
import org.cotejo.events.PermanentFailure;
import org.cotejo.ocr.recognition.LanguageTag;
import org.cotejo.ocr.recognition.LayerVerdict;
import org.cotejo.ocr.recognition.PageRecognition;
import org.cotejo.ocr.recognition.RecognitionReports;
import org.cotejo.ocr.recognition.StoredTranscription;
import org.cotejo.ocr.recognition.Transcription;
import org.cotejo.ocr.recognition.TranscriptionChange;
import org.cotejo.ocr.surrogates.PageFailure;
import org.cotejo.ocr.surrogates.Surrogate;
import org.cotejo.ocr.surrogates.events.PageEvents;
import org.cotejo.ocr.surrogates.objects.SurrogateJson;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Reads each page whose surrogate is there. */
@ApplicationScoped
public class RecognitionConsumer {
  private static final Logger LOG = Logger.getLogger(RecognitionConsumer.class);
  private static final String STAGE = "recognition";

  private final EventConsumer consumer;
  private final PageRecognition recognition;
  private final EventPublisher publisher;
  private final MeterRegistry metrics;
  private final Counter readPages;
  private final Counter foundPages;
  private final Counter comparedPages;
  private final Counter changedWords;
  private final Counter failedPages;
  private final DistributionSummary pageConfidences;
  private final DistributionSummary wordConfidences;
  private final EventRouter router;

  @Inject
  public RecognitionConsumer(
      EventConsumer consumer,
      PageRecognition recognition,
      EventPublisher publisher,
      MeterRegistry metrics) {
    this.consumer = consumer;
    this.recognition = recognition;
    this.publisher = publisher;
    this.metrics = metrics;
    this.readPages =
        Counter.builder("cotejo.pages.recognised")
            .description("Pages that were read")
            .register(metrics);
    this.foundPages =
        Counter.builder("cotejo.pages.found")
            .description("Pages that the same engine had read before")
            .register(metrics);
    this.comparedPages =
        Counter.builder("cotejo.ocr.pages.compared")
            .description("Pages read again that another engine had read before")
            .register(metrics);
    this.changedWords =
        Counter.builder("cotejo.ocr.words.changed")
            .description("Words that another engine reads differently")
            .register(metrics);
    this.failedPages =
        Counter.builder("cotejo.pages.failed")
            .description("Pages that ended without a result, by stage")
            .tag("stage", STAGE)
            .register(metrics);
    this.pageConfidences =
        DistributionSummary.builder("cotejo.page.confidence")
            .description("Mean confidence of the pages read")
            .serviceLevelObjectives(0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0)
            .register(metrics);
    this.wordConfidences =
        DistributionSummary.builder("cotejo.word.confidence")
            .description("Confidence of the words read")
            .serviceLevelObjectives(0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1.0)
            .register(metrics);
    this.router = new EventRouter(Map.of("cotejo.surrogate.stored.v1", this::recognise), Set.of());
  }

  /** Pages need no order; as many are read at once as there are workers. */
  @Incoming("surrogates")
  @Blocking(value = STAGE, ordered = false)
  public void surrogates(ConsumerRecord<String, byte[]> message) {
    consumer.consume(STAGE, message, router);
  }

  private void recognise(EventEnvelope event) {
    JsonNode data = event.data();
    Surrogate surrogate;
    List<LanguageTag> languages = new ArrayList<>();
    try {
      surrogate = SurrogateJson.surrogate(data);
      data.path("languages").forEach(tag -> languages.add(new LanguageTag(tag.asText())));
    } catch (IllegalArgumentException invalid) {
      throw new PermanentFailure(
          "event.invalid", "The event does not describe its page as agreed.", invalid);
    }
    recognition.recognise(surrogate, languages, new Published(event, surrogate));
  }

  /** Sends the event that ends the reading of a page. */
  private final class Published implements RecognitionReports {
    private final EventEnvelope cause;
    private final Surrogate surrogate;

    Published(EventEnvelope cause, Surrogate surrogate) {
      this.cause = cause;
      this.surrogate = surrogate;
    }

    @Override
    public void textLayer(LayerVerdict verdict) {
      Counter.builder("cotejo.ocr.text.layers")
          .description("Pages by what was thought of their text layer")
          .tag("verdict", verdict.label())
          .register(metrics)
          .increment();
      if (verdict != LayerVerdict.NONE && verdict != LayerVerdict.USED) {
        LOG.infof(
            "page %s is read, its text layer is not taken: %s",
            cause.data().path("page"), verdict.label());
      }
    }

    @Override
    public void changed(TranscriptionChange change) {
      LOG.infof(
          "page %s was read before: %d words kept, %d changed from %s to %s",
          cause.data().path("page"),
          change.keptWords(),
          change.changedWords(),
          change.before(),
          change.now());
      comparedPages.increment();
      changedWords.increment(change.changedWords());
    }

    @Override
    public void read(Transcription transcription) {
      transcription.wordConfidences().forEach(wordConfidences::record);
    }

    @Override
    public void transcribed(StoredTranscription transcription, boolean readNow) {
      ObjectNode body = body();
      SurrogateJson.put(body.putObject("surrogate"), surrogate);
      SurrogateJson.putObject(body.putObject("transcription"), transcription.object());
      body.put("engineFingerprint", transcription.engineFingerprint());
      body.put("meanConfidence", transcription.meanConfidence());
      body.put("wordCount", transcription.wordCount());
      body.put("needsReview", transcription.needsReview());
      publish("cotejo.page.transcribed.v1", body);
      if (readNow) {
        readPages.increment();
        pageConfidences.record(transcription.meanConfidence());
      } else {
        foundPages.increment();
      }
    }

    @Override
    public void failed(PageFailure failure) {
      LOG.warnf(failure, "page %s was not read: %s", cause.data().path("page"), failure.code());
      ObjectNode body = body();
      body.put("stage", STAGE);
      body.set("reason", PageEvents.reason(failure));
      publish("cotejo.page.failed.v1", body);
      failedPages.increment();
    }

    private ObjectNode body() {
      JsonNode data = cause.data();
      return JsonNodeFactory.instance
          .objectNode()
          .put("documentId", data.path("documentId").asText())
          .put("page", data.path("page").asInt())
          .put("pageCount", data.path("pageCount").asInt());
    }

    private void publish(String type, ObjectNode body) {
      EventEnvelope event = PageEvents.caused(cause, type, cause.data().path("page").asInt(), body);
      publisher.publish(PageEvents.TRANSCRIPTIONS_TOPIC, cause.subject(), event);
    }
  }
}
