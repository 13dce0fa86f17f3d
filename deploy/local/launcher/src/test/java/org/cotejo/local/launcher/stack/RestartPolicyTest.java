package org.cotejo.local.launcher.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RestartPolicyTest {
  private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");

  @Test
  void waitsLongerAfterEachDeath() {
    RestartPolicy policy = new RestartPolicy();
    assertEquals(Optional.of(Duration.ofMillis(500)), policy.afterDeath(NOW));
    assertEquals(Optional.of(Duration.ofSeconds(1)), policy.afterDeath(NOW));
    assertEquals(Optional.of(Duration.ofSeconds(2)), policy.afterDeath(NOW));
  }

  @Test
  void neverWaitsLongerThanHalfAMinuteAndGivesUpInTheEnd() {
    RestartPolicy policy = new RestartPolicy();
    for (int death = 0; death < RestartPolicy.LIMIT; death++) {
      assertTrue(policy.afterDeath(NOW).orElseThrow().compareTo(Duration.ofSeconds(30)) <= 0);
    }
    assertEquals(Optional.empty(), policy.afterDeath(NOW));
  }

  @Test
  void forgetsWhatIsLongAgo() {
    RestartPolicy policy = new RestartPolicy();
    for (int death = 0; death < RestartPolicy.LIMIT; death++) {
      var _ = policy.afterDeath(NOW);
    }
    Instant later = NOW.plus(RestartPolicy.WINDOW).plusSeconds(1);
    assertEquals(Optional.of(Duration.ofMillis(500)), policy.afterDeath(later));
  }
}
