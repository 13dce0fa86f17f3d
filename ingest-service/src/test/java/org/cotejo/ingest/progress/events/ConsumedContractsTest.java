package org.cotejo.ingest.progress.events;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.cotejo.contracts.Contract;
import org.cotejo.events.DeadLetters;
import org.cotejo.events.EventCodec;
import org.cotejo.events.EventConsumer;
import org.cotejo.events.EventEnvelope;
import org.cotejo.events.EventStreamConfig;
import org.cotejo.events.FailureReason;
import org.cotejo.events.KafkaMessageSender;
import org.cotejo.events.TransientRetry;
import org.cotejo.events.WorkInHand;
import org.cotejo.ingest.progress.StageOutcome;
import org.cotejo.ingest.progress.store.Progress;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * This service reads every valid example of the events that it listens to, of any later kind too.
 */
class ConsumedContractsTest {
  private static final Map<String, Class<? extends StageOutcome>> OUTCOMES = outcomes();

  /** Nothing is tried twice here. */
  private record OneTry(Duration limit) implements EventStreamConfig {
    @Override
    public Map<String, List<String>> stages() {
      return Map.of();
    }

    @Override
    public Duration publishTimeout() {
      return limit;
    }

    @Override
    public Duration retryInitialDelay() {
      return limit;
    }

    @Override
    public Duration retryMaximumDelay() {
      return limit;
    }

    @Override
    public Duration retryGiveUpAfter() {
      return limit;
    }
  }

  private final List<StageOutcome> applied = new ArrayList<>();
  private final List<String> buried = new ArrayList<>();

  @TestFactory
  Stream<DynamicTest> readsEveryValidExample() {
    return OUTCOMES.keySet().stream()
        .flatMap(
            name ->
                Contract.event(name).validExamples().entrySet().stream()
                    .map(
                        example ->
                            DynamicTest.dynamicTest(
                                name + " " + example.getKey(),
                                () -> reads(name, example.getValue()))));
  }

  @TestFactory
  Stream<DynamicTest> readsPastWhatIsNotItsBusiness() {
    return Contract.event("document.unpublished").validExamples().entrySet().stream()
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.getKey(),
                    () -> {
                      consumer().publications(message(example.getValue()));
                      assertEquals(List.of(), applied);
                      assertEquals(List.of(), buried);
                    }));
  }

  private void reads(String name, byte[] example) throws Exception {
    // Given
    applied.clear();
    buried.clear();
    String ingest = new ObjectMapper().readTree(example).path("ingestid").asText();
    // When
    consumer().surrogates(message(example));
    // Then
    assertEquals(List.of(), buried);
    List<Class<?>> expected = ingest.isEmpty() ? List.of() : List.of(OUTCOMES.get(name));
    assertEquals(expected, applied.stream().map(Object::getClass).toList());
  }

  private static Map<String, Class<? extends StageOutcome>> outcomes() {
    Map<String, Class<? extends StageOutcome>> outcomes = new LinkedHashMap<>();
    outcomes.put("surrogate.stored", StageOutcome.SurrogateStored.class);
    outcomes.put("page.transcribed", StageOutcome.PageTranscribed.class);
    outcomes.put("page.failed", StageOutcome.PageFailed.class);
    outcomes.put("document.aligned", StageOutcome.Aligned.class);
    outcomes.put("document.published", StageOutcome.Published.class);
    outcomes.put("stage.failed", StageOutcome.StageFailed.class);
    return outcomes;
  }

  private static ConsumerRecord<String, byte[]> message(byte[] value) {
    return new ConsumerRecord<>("cotejo.any", 0, 0, "key", value);
  }

  private ProgressConsumer consumer() {
    EventCodec codec = new EventCodec();
    EventStreamConfig config = new OneTry(Duration.ZERO);
    DeadLetters deadLetters =
        new DeadLetters(
            new KafkaMessageSender(codec, Map.of(), config, OpenTelemetry.noop().getTracer("test")),
            new SimpleMeterRegistry(),
            "ingest-service") {
          @Override
          public void bury(
              String stage,
              ConsumerRecord<String, byte[]> message,
              Optional<EventEnvelope> event,
              FailureReason reason,
              Throwable cause) {
            buried.add(reason.code());
          }
        };
    return new ProgressConsumer(
        new EventConsumer(
            codec,
            deadLetters,
            new SimpleMeterRegistry(),
            OpenTelemetry.noop().getTracer("test"),
            new TransientRetry(config),
            new WorkInHand(new SimpleMeterRegistry())),
        new Progress(null, null, null) {
          @Override
          public void apply(String eventId, UUID ingestId, StageOutcome outcome) {
            applied.add(outcome);
          }
        });
  }
}
