package org.cotejo.ingest.topics;

/** What came of one declared topic. */
public sealed interface TopicFinding {
  /** Name of the topic. */
  String topic();

  /** It was not there and is now. */
  record Made(String topic) implements TopicFinding {}

  /** It was there as declared. */
  record Present(String topic) implements TopicFinding {}

  /**
   * It is there with another number of partitions, which is left as it is: a change would send a
   * document's later events to another partition than its earlier ones.
   */
  record Differs(String topic, int partitions, int declared) implements TopicFinding {}
}
