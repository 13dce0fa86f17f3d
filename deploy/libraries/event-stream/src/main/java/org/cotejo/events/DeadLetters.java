package org.cotejo.events;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.cotejo.objects.Digest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Puts aside what a service cannot handle, with the reason, and tells the operators. */
@ApplicationScoped
public class DeadLetters {
  /** Where every service reports what it gave up. */
  public static final String FAILURES_TOPIC = "cotejo.failures";

  private static final int MAXIMUM_MESSAGE_LENGTH = 2000;
  private static final Pattern DOCUMENT_ID =
      Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final KafkaMessageSender sender;
  private final MeterRegistry metrics;
  private final Clock clock = Clock.systemUTC();
  private final String service;

  @Inject
  public DeadLetters(
      KafkaMessageSender sender,
      MeterRegistry metrics,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this.sender = sender;
    this.metrics = metrics;
    this.service = service;
  }

  /**
   * Moves a message to {@code <topic>.<service>.dead} unchanged, with the reason in its headers,
   * and reports {@code stage.failed} when the message names a document.
   *
   * @throws PublishingFailed when the broker does not take it; the message is then not lost, since
   *     its offset is not committed
   */
  public void bury(
      String stage,
      ConsumerRecord<String, byte[]> message,
      Optional<EventEnvelope> event,
      FailureReason reason,
      Throwable cause) {
    String topic = topic(message);
    RecordMetadata place =
        sender.send(topic, message.key(), message.value(), headers(message, reason, cause));
    buried(topic).increment();
    if (event.filter(DeadLetters::ofADocument).isPresent()
        && !FAILURES_TOPIC.equals(message.topic())) {
      report(stage, message, event.get(), reason, place);
    }
  }

  /** Lexica and stages have events of their own; they fail no document. */
  private static boolean ofADocument(EventEnvelope event) {
    return DOCUMENT_ID.matcher(event.subject()).matches();
  }

  /** Lets the count of a topic begin at zero, so that its first dead letter shows as a rise. */
  void expect(ConsumerRecord<String, byte[]> message) {
    buried(topic(message));
  }

  private String topic(ConsumerRecord<String, byte[]> message) {
    return message.topic() + "." + service + ".dead";
  }

  private Counter buried(String topic) {
    return Counter.builder("cotejo.dead.letters")
        .description("Messages put aside by this process, by the topic they lie on")
        .tag("topic", topic)
        .register(metrics);
  }

  private void report(
      String stage,
      ConsumerRecord<String, byte[]> message,
      EventEnvelope event,
      FailureReason reason,
      RecordMetadata place) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("documentId", event.subject());
    data.put("stage", stage);
    if (event.data().path("page").isInt()) {
      data.put("page", event.data().path("page").asInt());
    }
    data.set("reason", reason.toJson());
    data.putObject("deadLetter")
        .put("topic", place.topic())
        .put("partition", place.partition())
        .put("offset", place.offset());
    String id =
        String.join(
            "-",
            "dead",
            service,
            message.topic(),
            Integer.toString(message.partition()),
            Long.toString(message.offset()));
    EventEnvelope failed =
        new EventEnvelope(
            id,
            "cotejo.stage.failed.v1",
            "/cotejo/" + service,
            event.subject(),
            Instant.now(clock),
            event.ingestId(),
            event.revision(),
            event.traceparent(),
            data);
    sender.publish(FAILURES_TOPIC, event.subject(), failed);
  }

  private Map<String, String> headers(
      ConsumerRecord<String, byte[]> message, FailureReason reason, Throwable cause) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("cotejo-reason-code", reason.code());
    headers.put("cotejo-reason-message", shortened(reason.message()));
    headers.put("cotejo-stack-digest", stackDigest(cause));
    headers.put("cotejo-source-topic", message.topic());
    headers.put("cotejo-source-partition", Integer.toString(message.partition()));
    headers.put("cotejo-source-offset", Long.toString(message.offset()));
    headers.put("cotejo-consumer", service);
    headers.put("cotejo-failed-at", Instant.now(clock).toString());
    return headers;
  }

  private static String shortened(@Nullable String text) {
    String message = text == null ? "" : text;
    return message.substring(0, Math.min(message.length(), MAXIMUM_MESSAGE_LENGTH));
  }

  /** Equal for failures that happened at the same place, so that they can be counted together. */
  private static String stackDigest(Throwable cause) {
    StringWriter frames = new StringWriter();
    PrintWriter writer = new PrintWriter(frames);
    for (StackTraceElement frame : cause.getStackTrace()) {
      writer.println(frame);
    }
    writer.println(cause.getClass().getName());
    writer.flush();
    return Digest.of(frames.toString().getBytes(StandardCharsets.UTF_8)).hex().substring(0, 16);
  }
}
