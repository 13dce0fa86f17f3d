package org.cotejo.ingest.topics.kafka;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How {@code make-topics} makes topics. */
@ConfigMapping(prefix = "cotejo.topics")
public interface TopicsConfig {
  /** File that declares the topics, for `make-topics` alone: the list of the contracts. */
  @WithDefault("/etc/cotejo/topics/topics.json")
  String file();

  /** Copies of each partition, for `make-topics` alone. */
  @WithDefault("3")
  short replicas();

  /** Copies that must have a message before it counts as written, for `make-topics` alone. */
  @WithDefault("2")
  int minimumInSyncReplicas();

  /** How long `make-topics` waits for each answer of the broker. */
  @WithDefault("30s")
  Duration patience();
}
