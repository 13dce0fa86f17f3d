package org.cotejo.client.api;

import java.time.Duration;
import java.util.List;

/** How long to wait before each further attempt; as many attempts as pauses, and the first. */
public record Retries(List<Duration> pauses) {

  /**
   * Long enough for a service that its supervisor starts again, short enough for a person who
   * waits.
   */
  public static final Retries DEFAULT =
      new Retries(
          List.of(
              Duration.ofMillis(300),
              Duration.ofSeconds(1),
              Duration.ofSeconds(3),
              Duration.ofSeconds(6)));

  public Retries {
    pauses = List.copyOf(pauses);
  }
}
