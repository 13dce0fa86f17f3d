package org.cotejo.translation.bitext.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.cotejo.events.EventConsumer;
import org.cotejo.events.EventEnvelope;
import org.cotejo.events.EventRouter;
import org.cotejo.events.PermanentFailure;
import org.cotejo.translation.bitext.AlignmentResult;
import org.cotejo.translation.bitext.AlignmentTask;
import org.cotejo.translation.bitext.AnnouncedDocument;
import org.cotejo.translation.bitext.DocumentProgress;
import org.cotejo.translation.bitext.PageOutcome;
import org.cotejo.translation.bitext.objects.BitextFiles;
import org.cotejo.translation.bitext.objects.DocumentAligner;
import org.cotejo.translation.bitext.objects.MalformedFile;
import org.cotejo.translation.bitext.store.DocumentLedger;
import org.cotejo.translation.segmentation.BrokenTranslation;
import org.cotejo.translation.transcription.BrokenTranscription;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Takes in what the catalogue and the recogniser say, and aligns a document as soon as everything
 * is there: take in (one transaction), align (none), keep and tell (one transaction).
 */
@ApplicationScoped
public class DocumentEvents {
  /** The pipeline stage of this service. */
  static final String STAGE = "alignment";

  static final String SOURCE = "/cotejo/translation-service";

  private static final Logger LOG = Logger.getLogger(DocumentEvents.class);
  private static final String DOCUMENTS = "translation-service-documents";
  private static final String TRANSCRIPTIONS = "translation-service-transcriptions";

  private final EventConsumer consumer;
  private final DocumentLedger ledger;
  private final DocumentAligner aligner;
  private final BitextFiles files;
  private final Clock clock = Clock.systemUTC();
  private final EventRouter documents =
      new EventRouter(
          Map.of(
              "cotejo.document.accessioned.v1", this::onAnnounced,
              "cotejo.document.revised.v1", this::onAnnounced,
              "cotejo.document.withdrawn.v1", this::onWithdrawn),
          Set.of());
  private final EventRouter transcriptions =
      new EventRouter(
          Map.of(
              "cotejo.page.transcribed.v1", this::onTranscribed,
              "cotejo.page.failed.v1", this::onFailed),
          Set.of());

  @Inject
  public DocumentEvents(
      EventConsumer consumer, DocumentLedger ledger, DocumentAligner aligner, BitextFiles files) {
    this.consumer = consumer;
    this.ledger = ledger;
    this.aligner = aligner;
    this.files = files;
  }

  @Incoming("documents")
  @Blocking
  public void documents(ConsumerRecord<String, byte[]> message) {
    consumer.consume(STAGE, message, documents);
  }

  @Incoming("transcriptions")
  @Blocking
  public void transcriptions(ConsumerRecord<String, byte[]> message) {
    consumer.consume(STAGE, message, transcriptions);
  }

  private void onAnnounced(EventEnvelope event) {
    AnnouncedDocument document = read(() -> AnnouncementJson.document(event.data()));
    take(DOCUMENTS, event, progress -> progress.announced(event.revision(), document));
  }

  private void onWithdrawn(EventEnvelope event) {
    take(DOCUMENTS, event, progress -> progress.withdrawn(event.revision()));
  }

  private void onTranscribed(EventEnvelope event) {
    PageOutcome page = read(() -> AnnouncementJson.transcribed(event.data()));
    take(TRANSCRIPTIONS, event, progress -> progress.paged(event.revision(), page));
  }

  private void onFailed(EventEnvelope event) {
    PageOutcome page = read(() -> new PageOutcome.Failed(AnnouncementJson.page(event.data())));
    take(TRANSCRIPTIONS, event, progress -> progress.paged(event.revision(), page));
  }

  private void take(String name, EventEnvelope event, UnaryOperator<DocumentProgress> change) {
    Optional<AlignmentTask> due = ledger.take(name, event, change);
    due.ifPresent(this::align);
  }

  private void align(AlignmentTask task) {
    long started = System.nanoTime();
    AlignmentResult result;
    try {
      result = aligner.align(task);
    } catch (MalformedFile broken) {
      throw new PermanentFailure("alignment.file-malformed", broken.safeMessage(), broken);
    } catch (BrokenTranslation noText) {
      throw new PermanentFailure(noText.code(), String.valueOf(noText.getMessage()), noText);
    } catch (BrokenTranscription broken) {
      throw new PermanentFailure(broken.code(), String.valueOf(broken.getMessage()), broken);
    }
    JsonNode data = AlignedJson.write(task, result);
    files.keepAlignment(task.documentId(), task.progress().revision(), task.version(), data);
    boolean kept = ledger.finish(task, data, AlignedEvent.of(task, data, clock.instant()));
    LOG.infof(
        "alignment %d of revision %d %s in %d ms",
        task.version(),
        task.progress().revision(),
        kept ? "kept" : "overtaken",
        (System.nanoTime() - started) / 1_000_000);
  }

  /** Reads a body; one that lacks something can never be read. */
  private static <T> T read(java.util.function.Supplier<T> reader) {
    try {
      return reader.get();
    } catch (IllegalArgumentException | java.time.DateTimeException invalid) {
      throw new PermanentFailure(
          "event.invalid", "The event lacks something: " + invalid.getMessage() + ".", invalid);
    }
  }
}
