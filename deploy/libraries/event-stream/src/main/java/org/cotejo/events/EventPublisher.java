package org.cotejo.events;

/** The way events leave a service. */
public interface EventPublisher {
  /**
   * Sends an event and waits until the broker has it on all in-sync replicas.
   *
   * @param topic for instance {@code cotejo.surrogates}
   * @param key what the topic is partitioned by
   * @throws PublishingFailed when the broker does not confirm in time; the event may or may not
   *     have arrived, so the caller sends it again
   */
  void publish(String topic, String key, EventEnvelope event);
}
