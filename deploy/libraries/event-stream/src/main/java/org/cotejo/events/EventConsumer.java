package org.cotejo.events;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * Stands between Kafka and a handler: decodes, logs with the document's id, traces, measures, tries
 * again after transient failures, and buries what cannot be handled.
 *
 * <p>When {@link #consume} returns, the message is done: handled, or in the dead letters. When it
 * throws, it is neither, and its offset must not be committed. Use it from a blocking method.
 */
@ApplicationScoped
public class EventConsumer {
  private static final Logger LOG = Logger.getLogger(EventConsumer.class);

  private final EventCodec codec;
  private final DeadLetters deadLetters;
  private final MeterRegistry metrics;
  private final Tracer tracer;
  private final TransientRetry retry;
  private final Map<String, AtomicInteger> inFlight = new ConcurrentHashMap<>();

  @Inject
  public EventConsumer(
      EventCodec codec,
      DeadLetters deadLetters,
      MeterRegistry metrics,
      Tracer tracer,
      TransientRetry retry) {
    this.codec = codec;
    this.deadLetters = deadLetters;
    this.metrics = metrics;
    this.tracer = tracer;
    this.retry = retry;
  }

  /**
   * Handles one message.
   *
   * @param stage name of the pipeline stage, for metrics, logs and failures
   * @throws TransientRetry.ServiceStopping when the service goes down between two tries
   * @throws PublishingFailed when even the dead letter could not be written
   */
  public void consume(String stage, ConsumerRecord<String, byte[]> message, EventHandler handler) {
    AtomicInteger count = inFlight.computeIfAbsent(stage, this::inFlightGauge);
    count.incrementAndGet();
    Timer.Sample timer = Timer.start(metrics);
    String outcome = "failed";
    MDC.put("stage", stage);
    try {
      outcome = handleOrBury(stage, message, handler);
    } finally {
      timer.stop(metrics.timer("cotejo.stage.duration", "stage", stage, "outcome", outcome));
      count.decrementAndGet();
      MDC.remove("stage");
      MDC.remove("documentId");
      MDC.remove("ingestId");
      MDC.remove("page");
    }
  }

  private String handleOrBury(
      String stage, ConsumerRecord<String, byte[]> message, EventHandler handler) {
    Optional<EventEnvelope> decoded = Optional.empty();
    try {
      byte[] value = message.value();
      EventEnvelope event = codec.decode(value == null ? new byte[0] : value);
      decoded = Optional.of(event);
      describe(event);
      retry.run(stage, () -> handleTraced(stage, event, handler));
      return "done";
    } catch (TransientRetry.ServiceStopping stop) {
      throw stop;
    } catch (Exception cause) {
      FailureReason reason = FailureReason.of(cause);
      LOG.errorf(
          cause,
          "%s gave up on message %s-%d@%d: %s",
          stage,
          message.topic(),
          message.partition(),
          message.offset(),
          reason.code());
      deadLetters.bury(stage, message, decoded, reason, cause);
      return "dead";
    }
  }

  private static void describe(EventEnvelope event) {
    MDC.put("documentId", event.subject());
    MDC.put("ingestId", event.ingestId());
    if (event.data().path("page").isInt()) {
      MDC.put("page", event.data().path("page").asText());
    }
  }

  private void handleTraced(String stage, EventEnvelope event, EventHandler handler)
      throws Exception {
    Span span =
        tracer
            .spanBuilder("handle " + stage)
            .setParent(TraceContext.contextOf(event))
            .setSpanKind(SpanKind.CONSUMER)
            .setAttribute("cotejo.document.id", event.subject())
            .setAttribute("cotejo.event.type", event.type())
            .startSpan();
    try (Scope _ = span.makeCurrent()) {
      handler.handle(event);
    } catch (Exception failure) {
      span.recordException(failure);
      span.setStatus(StatusCode.ERROR);
      throw failure;
    } finally {
      span.end();
    }
  }

  private AtomicInteger inFlightGauge(String stage) {
    AtomicInteger count = new AtomicInteger();
    metrics.gauge(
        "cotejo.stage.in.flight",
        io.micrometer.core.instrument.Tags.of("stage", stage),
        count,
        AtomicInteger::get);
    return count;
  }
}
