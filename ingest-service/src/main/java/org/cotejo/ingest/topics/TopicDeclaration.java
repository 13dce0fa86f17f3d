package org.cotejo.ingest.topics;

import java.time.Duration;
import java.util.Optional;

/**
 * A topic as the contracts declare it.
 *
 * @param partitions at least one
 * @param retention how long messages are kept; empty for ever
 */
public record TopicDeclaration(String name, int partitions, Optional<Duration> retention) {
  public TopicDeclaration {
    if (name.isEmpty() || name.length() > 249 || !name.matches("[A-Za-z0-9._-]+")) {
      throw new IllegalArgumentException("\"" + name + "\" is no name of a topic");
    }
    if (partitions < 1) {
      throw new IllegalArgumentException(name + " needs a partition at least");
    }
  }
}
