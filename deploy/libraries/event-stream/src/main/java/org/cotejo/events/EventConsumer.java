package org.cotejo.events;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

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

  /** From an event that only has to be noted to a paper of a thousand pages. */
  private static final Duration[] DURATION_BUCKETS = {
    Duration.ofMillis(10),
    Duration.ofMillis(50),
    Duration.ofMillis(250),
    Duration.ofSeconds(1),
    Duration.ofMillis(2500),
    Duration.ofSeconds(5),
    Duration.ofSeconds(10),
    Duration.ofSeconds(30),
    Duration.ofMinutes(2),
    Duration.ofMinutes(10)
  };

  /** From a stage that keeps up to one that is a day behind. */
  private static final Duration[] WAIT_BUCKETS = {
    Duration.ofSeconds(1),
    Duration.ofSeconds(10),
    Duration.ofMinutes(1),
    Duration.ofMinutes(10),
    Duration.ofHours(1),
    Duration.ofHours(6),
    Duration.ofDays(1)
  };

  private final EventCodec codec;
  private final DeadLetters deadLetters;
  private final MeterRegistry metrics;
  private final Tracer tracer;
  private final TransientRetry retry;
  private final WorkInHand inHand;

  @Inject
  public EventConsumer(
      EventCodec codec,
      DeadLetters deadLetters,
      MeterRegistry metrics,
      Tracer tracer,
      TransientRetry retry,
      WorkInHand inHand) {
    this.codec = codec;
    this.deadLetters = deadLetters;
    this.metrics = metrics;
    this.tracer = tracer;
    this.retry = retry;
    this.inHand = inHand;
  }

  /**
   * Handles one message.
   *
   * @param stage name of the pipeline stage, for metrics, logs and failures
   * @throws TransientRetry.ServiceStopping when the service goes down between two tries
   * @throws PublishingFailed when even the dead letter could not be written
   */
  public void consume(String stage, ConsumerRecord<String, byte[]> message, EventHandler handler) {
    Work work = inHand.begin(stage);
    deadLetters.expect(message);
    Timer.Sample timer = Timer.start(metrics);
    MDC.put("stage", stage);
    String outcome = "failed";
    try {
      Decoded decoded = decode(message);
      // In the trace of the event, so that logs carry it and figures can name it as their example.
      try (Scope _ =
          decoded.event().map(TraceContext::contextOf).orElse(Context.current()).makeCurrent()) {
        try {
          outcome = handleOrBury(stage, message, decoded, tried(work, handler));
        } finally {
          waited(stage, message);
          handled(stage, decoded, outcome, timer.stop(duration(stage, outcome)));
        }
      }
    } finally {
      inHand.end(stage, work);
      MDC.remove("stage");
      MDC.remove("documentId");
      MDC.remove("ingestId");
      MDC.remove("page");
    }
  }

  private static EventHandler tried(Work work, EventHandler handler) {
    return event -> {
      work.tried();
      handler.handle(event);
    };
  }

  /** An event, or why the message is none. */
  private record Decoded(Optional<EventEnvelope> event, @Nullable MalformedEvent fault) {}

  private Decoded decode(ConsumerRecord<String, byte[]> message) {
    byte[] value = message.value();
    try {
      return new Decoded(Optional.of(codec.decode(value == null ? new byte[0] : value)), null);
    } catch (MalformedEvent malformed) {
      return new Decoded(Optional.empty(), malformed);
    }
  }

  /** One line for each event, by which the way of a document is found in the logs. */
  private static void handled(String stage, Decoded decoded, String outcome, long nanoseconds) {
    if (outcome.equals("done")) {
      LOG.infof(
          "%s handled %s in %d ms",
          stage,
          decoded.event().map(EventEnvelope::type).orElse(""),
          TimeUnit.NANOSECONDS.toMillis(nanoseconds));
    }
  }

  private Timer duration(String stage, String outcome) {
    return Timer.builder("cotejo.stage.duration")
        .description("Handling of a message from taking it to its end, tries included")
        .tag("stage", stage)
        .tag("outcome", outcome)
        .serviceLevelObjectives(DURATION_BUCKETS)
        .register(metrics);
  }

  /** Messages of before the service was there count too: they did wait. */
  private void waited(String stage, ConsumerRecord<String, byte[]> message) {
    Timer.builder("cotejo.stage.wait")
        .description("Age of a message when its handling ended")
        .tag("stage", stage)
        .serviceLevelObjectives(WAIT_BUCKETS)
        .register(metrics)
        .record(
            Math.max(0, System.currentTimeMillis() - message.timestamp()), TimeUnit.MILLISECONDS);
  }

  private String handleOrBury(
      String stage, ConsumerRecord<String, byte[]> message, Decoded decoded, EventHandler handler) {
    try {
      MalformedEvent fault = decoded.fault();
      if (fault != null) {
        throw fault;
      }
      EventEnvelope event = decoded.event().orElseThrow();
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
      deadLetters.bury(stage, message, decoded.event(), reason, cause);
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
    Span span = EventSpan.of(tracer, stage, SpanKind.CONSUMER, event).startSpan();
    try (Scope _ = span.makeCurrent()) {
      handler.handle(event);
    } catch (Exception failure) {
      // Not the message: it may quote what was being read.
      span.setAttribute("error.type", failure.getClass().getName());
      span.setStatus(StatusCode.ERROR, FailureReason.of(failure).code());
      throw failure;
    } finally {
      span.end();
    }
  }
}
