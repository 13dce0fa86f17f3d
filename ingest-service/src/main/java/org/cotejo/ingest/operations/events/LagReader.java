package org.cotejo.ingest.operations.events;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.cotejo.ingest.operations.ConsumerLag;

/**
 * Measures how far consumer groups are behind, in messages and in time. The age is that of the
 * first message that a group has not handled, which is looked at in its partition; nothing is
 * committed. One thread at a time.
 */
final class LagReader implements AutoCloseable {
  /** Smallest batch that a broker sends: one is enough to see a time. */
  private static final int FETCH_BYTES = 1;

  private final Admin admin;
  private final Consumer<byte[], byte[]> consumer;
  private final Duration patience;

  /**
   * A reader; nothing is connected yet.
   *
   * @param broker settings of the connection
   * @param patience for each question to the broker
   */
  LagReader(Map<String, Object> broker, Duration patience) {
    Map<String, Object> settings = new HashMap<>(broker);
    settings.put("request.timeout.ms", (int) patience.toMillis());
    settings.put("default.api.timeout.ms", (int) patience.toMillis());
    this.admin = Admin.create(settings);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
    this.consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    this.patience = patience;
  }

  /** The broker does not answer, or refuses. */
  static final class LagUnknown extends Exception {
    private static final long serialVersionUID = 1;

    LagUnknown(Throwable cause) {
      super("the lag of the consumers is not known: " + cause.getMessage(), cause);
    }
  }

  /** The lag of every group on every topic of which it has handled a message. */
  List<ConsumerLag> read(List<String> groups) throws LagUnknown {
    try {
      List<ConsumerLag> lags = new ArrayList<>();
      for (Map.Entry<String, Map<TopicPartition, OffsetAndMetadata>> group :
          committed(groups).entrySet()) {
        lags.addAll(lagsOf(group.getKey(), group.getValue()));
      }
      return lags;
    } catch (ExecutionException | TimeoutException | KafkaException failure) {
      throw new LagUnknown(failure);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new LagUnknown(stopping);
    }
  }

  @Override
  public void close() {
    consumer.close();
    admin.close(patience);
  }

  private Map<String, Map<TopicPartition, OffsetAndMetadata>> committed(List<String> groups)
      throws ExecutionException, InterruptedException, TimeoutException {
    Map<String, ListConsumerGroupOffsetsSpec> all = new TreeMap<>();
    groups.forEach(group -> all.put(group, new ListConsumerGroupOffsetsSpec()));
    return new TreeMap<>(
        admin.listConsumerGroupOffsets(all).all().get(patience.toMillis(), TimeUnit.MILLISECONDS));
  }

  private List<ConsumerLag> lagsOf(String group, Map<TopicPartition, OffsetAndMetadata> committed) {
    Set<String> topics =
        committed.keySet().stream().map(TopicPartition::topic).collect(Collectors.toSet());
    Set<TopicPartition> partitions = new HashSet<>();
    for (String topic : topics) {
      consumer
          .partitionsFor(topic, patience)
          .forEach(one -> partitions.add(new TopicPartition(topic, one.partition())));
    }
    Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions, patience);
    Map<TopicPartition, Long> end = consumer.endOffsets(partitions, patience);
    Map<TopicPartition, Long> next = new HashMap<>();
    Map<String, Long> messages = new TreeMap<>();
    for (TopicPartition partition : partitions) {
      OffsetAndMetadata offset = committed.get(partition);
      long from = Math.max(first.getOrDefault(partition, 0L), offset == null ? 0 : offset.offset());
      long behind = Math.max(0, end.getOrDefault(partition, 0L) - from);
      messages.merge(partition.topic(), behind, Long::sum);
      if (behind > 0) {
        next.put(partition, from);
      }
    }
    Map<String, Long> oldest = oldest(next);
    long now = Instant.now().toEpochMilli();
    return messages.entrySet().stream()
        .map(
            one ->
                new ConsumerLag(
                    group,
                    one.getKey(),
                    one.getValue(),
                    Math.max(0, now - oldest.getOrDefault(one.getKey(), now)) / 1000.0))
        .toList();
  }

  /** Time of the oldest message, by topic, among those at the given offsets. */
  private Map<String, Long> oldest(Map<TopicPartition, Long> next) {
    Map<String, Long> oldest = new HashMap<>();
    Set<TopicPartition> open = new HashSet<>(next.keySet());
    consumer.assign(open);
    next.forEach(consumer::seek);
    long giveUpAt = System.nanoTime() + patience.toNanos();
    while (!open.isEmpty() && System.nanoTime() < giveUpAt) {
      for (ConsumerRecord<byte[], byte[]> one : consumer.poll(Duration.ofMillis(200))) {
        TopicPartition partition = new TopicPartition(one.topic(), one.partition());
        if (open.remove(partition)) {
          oldest.merge(one.topic(), one.timestamp(), Math::min);
          consumer.pause(Set.of(partition));
        }
      }
    }
    consumer.assign(Set.of());
    return oldest;
  }
}
