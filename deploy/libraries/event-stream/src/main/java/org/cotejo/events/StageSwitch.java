package org.cotejo.events;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.ChannelRegistry;
import io.smallrye.reactive.messaging.PausableChannel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/**
 * Keeps the stages of a service paused as long as operators want it so.
 *
 * <p>Each process reads {@code cotejo.controls} from its beginning, without a consumer group, and
 * follows it: every one of several hears everything, and one that is started anew knows what holds.
 * The channels of a stage begin paused ({@code pausable.initially-paused}) and are let go once the
 * topic has been read to its end, so that a restart does not work on what shall wait. A broker that
 * has no such topic, as one of an earlier release, pauses nothing.
 *
 * <p>A paused channel asks for no further message; those in hand are handled to their end.
 */
@ApplicationScoped
public class StageSwitch {
  /** Keyed by stage; kept for ever. */
  public static final String TOPIC = "cotejo.controls";

  private static final Logger LOG = Logger.getLogger(StageSwitch.class);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration AGAIN = Duration.ofSeconds(5);

  private final EventCodec codec;
  private final Map<String, Object> broker;
  private final Map<String, List<String>> stages;
  private final ChannelRegistry channels;
  private final Map<String, Boolean> paused = new ConcurrentHashMap<>();
  private final CountDownLatch stopping = new CountDownLatch(1);

  @Inject
  public StageSwitch(
      EventCodec codec,
      @Identifier("default-kafka-broker") Map<String, Object> broker,
      EventStreamConfig config,
      ChannelRegistry channels) {
    this.codec = codec;
    this.broker = Map.copyOf(broker);
    this.stages = Map.copyOf(config.stages());
    this.channels = channels;
  }

  void start(@Observes StartupEvent event, MeterRegistry metrics) {
    for (String stage : stages.keySet()) {
      Gauge.builder("cotejo.stage.paused", () -> paused(stage) ? 1 : 0)
          .description("1 while operators have paused the stage")
          .tag("stage", stage)
          .register(metrics);
    }
    if (!stages.isEmpty()) {
      Thread.ofVirtual().name("stage-switch").start(this::followAlways);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    stopping.countDown();
  }

  /** Whether operators want a stage to wait. */
  public boolean paused(String stage) {
    return paused.getOrDefault(stage, false);
  }

  private void followAlways() {
    boolean told = false;
    while (stopping.getCount() > 0) {
      try (Consumer<String, byte[]> consumer = consumer()) {
        follow(consumer);
        told = false;
      } catch (UnknownTopicOrPartitionException | AuthorizationException absent) {
        if (!told) {
          LOG.warnf("%s cannot be read, stages cannot be paused: %s", TOPIC, absent.toString());
        }
        told = true;
        apply();
        await(AGAIN.multipliedBy(6));
      } catch (KafkaException failure) {
        LOG.debugf("%s is not followed: %s", TOPIC, failure.toString());
        await(AGAIN);
      }
    }
  }

  private void follow(Consumer<String, byte[]> consumer) {
    List<PartitionInfo> found = consumer.partitionsFor(TOPIC, PATIENCE);
    if (found.isEmpty()) {
      throw new UnknownTopicOrPartitionException("the broker has no topic " + TOPIC);
    }
    Set<TopicPartition> partitions =
        found.stream()
            .map(one -> new TopicPartition(TOPIC, one.partition()))
            .collect(Collectors.toSet());
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> end = consumer.endOffsets(partitions, PATIENCE);
    boolean known = false;
    while (stopping.getCount() > 0) {
      consumer.poll(POLL).forEach(this::read);
      known =
          known
              || end.entrySet().stream()
                  .allMatch(one -> consumer.position(one.getKey(), PATIENCE) >= one.getValue());
      if (known) {
        apply();
      }
    }
  }

  /** What is no event of ours, or of a stage of another service, says nothing here. */
  private void read(ConsumerRecord<String, byte[]> message) {
    EventEnvelope event;
    try {
      byte[] value = message.value();
      event = codec.decode(value == null ? new byte[0] : value);
    } catch (MalformedEvent malformed) {
      LOG.warnf("%s@%d is passed over: %s", TOPIC, message.offset(), malformed.getMessage());
      return;
    }
    String stage = event.data().path("stage").asText();
    if (stages.containsKey(stage)) {
      switch (event.type()) {
        case "cotejo.stage.paused.v1" -> paused.put(stage, true);
        case "cotejo.stage.resumed.v1" -> paused.put(stage, false);
        default -> LOG.debugf("%s is no event of this version", event.type());
      }
    }
  }

  /** Brings the channels to what is wanted; one that is not there yet is looked for again. */
  private void apply() {
    stages.forEach((stage, names) -> names.forEach(name -> apply(stage, name)));
  }

  private void apply(String stage, String name) {
    PausableChannel channel = channels.getPausable(name);
    if (channel == null || channel.isPaused() == paused(stage)) {
      return;
    }
    if (paused(stage)) {
      channel.pause();
      LOG.infof("stage=%s is paused; channel %s takes nothing further", stage, name);
    } else {
      channel.resume();
      LOG.infof("stage=%s runs; channel %s is open", stage, name);
    }
  }

  private Consumer<String, byte[]> consumer() {
    Map<String, Object> settings = new HashMap<>(broker);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
  }

  private void await(Duration time) {
    try {
      boolean _ = stopping.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
