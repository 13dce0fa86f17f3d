package org.cotejo.events;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The one Kafka producer of a service: idempotent, waiting for all in-sync replicas. */
@ApplicationScoped
public class KafkaMessageSender implements EventPublisher {
  private final EventCodec codec;
  private final Map<String, Object> brokerConfig;
  private final Duration timeout;
  private final Tracer tracer;
  private @Nullable Producer<String, byte[]> producer;

  @Inject
  public KafkaMessageSender(
      EventCodec codec,
      @Identifier("default-kafka-broker") Map<String, Object> brokerConfig,
      EventStreamConfig config,
      Tracer tracer) {
    this.codec = codec;
    this.brokerConfig = Map.copyOf(brokerConfig);
    this.timeout = config.publishTimeout();
    this.tracer = tracer;
  }

  @Override
  public void publish(String topic, String key, EventEnvelope event) {
    EventEnvelope caused = event.withTraceparent(TraceContext.currentOr(event.traceparent()));
    Span span =
        EventSpan.of(tracer, "send " + topic, SpanKind.PRODUCER, caused)
            .setAttribute("messaging.destination.name", topic)
            .startSpan();
    try (Scope _ = span.makeCurrent()) {
      EventEnvelope traced = caused.withTraceparent(TraceContext.currentOr(caused.traceparent()));
      send(topic, key, codec.encode(traced), Map.of("traceparent", traced.traceparent()));
    } catch (PublishingFailed failure) {
      span.setStatus(StatusCode.ERROR);
      throw failure;
    } finally {
      span.end();
    }
  }

  /**
   * Sends bytes as they are; for dead letters and replay.
   *
   * @return partition and offset of the message
   * @throws PublishingFailed when the broker does not confirm in time
   */
  public RecordMetadata send(
      String topic, @Nullable String key, byte @Nullable [] value, Map<String, String> headers) {
    ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, key, value);
    headers.forEach(
        (name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    try {
      return producer().send(message).get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new PublishingFailed(topic, interrupted);
    } catch (ExecutionException | TimeoutException failure) {
      throw new PublishingFailed(topic, failure);
    }
  }

  synchronized void onStop(@Observes ShutdownEvent stopping) {
    Producer<String, byte[]> open = producer;
    if (open != null) {
      open.close(Duration.ofSeconds(5));
      producer = null;
    }
  }

  private synchronized Producer<String, byte[]> producer() {
    Producer<String, byte[]> open = producer;
    if (open == null) {
      Map<String, Object> settings = new HashMap<>(brokerConfig);
      settings.put(ProducerConfig.ACKS_CONFIG, "all");
      settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
      settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) timeout.toMillis());
      settings.put(
          ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) Math.max(1, timeout.toMillis() / 3));
      settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, timeout.toMillis());
      settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
      open = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
      producer = open;
    }
    return open;
  }
}
