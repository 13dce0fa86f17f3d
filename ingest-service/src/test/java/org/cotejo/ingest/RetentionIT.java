package org.cotejo.ingest;

import static org.cotejo.ingest.testing.Client.as;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cotejo.ingest.operations.store.Retention;
import org.cotejo.ingest.testing.TokenIssuer;
import org.cotejo.local.testing.InfrastructureResource;
import org.cotejo.outbox.Inbox;
import org.junit.jupiter.api.Test;

/** What has served its time goes, in portions, and nothing else does. */
@QuarkusTest
@TestProfile(RetentionIT.SmallBatches.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = {
      @ResourceArg(name = "components", value = "postgresql,kafka,objects"),
      @ResourceArg(name = "database", value = "ingest")
    })
@WithTestResource(TokenIssuer.class)
class RetentionIT {
  private static final Instant OLD = Instant.now().minus(Duration.ofDays(401));
  private static final Instant YOUNG = Instant.now().minus(Duration.ofDays(399));

  @Inject Retention retention;
  @Inject Inbox inbox;
  @Inject EntityManager entities;

  /** Three rows at a time, twice. */
  public static final class SmallBatches implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("cotejo.retention.batch", "3", "cotejo.retention.batches", "2");
    }
  }

  @Test
  void keysAndSettledLettersGoInPortionsAndOpenLettersStay() {
    // Given
    for (int number = 0; number < 8; number++) {
      key("old-" + number, OLD);
    }
    key("young", YOUNG);
    letter(1, "discarded", OLD);
    letter(2, "replayed", YOUNG);
    letter(3, "open", null);

    // When
    long first = retention.run();

    // Then: six keys and one letter
    assertEquals(7, first);
    assertEquals(
        List.of("old-6", "old-7", "young"), column("idempotency_key from idempotency_key"));
    assertEquals(List.of("open", "replayed"), column("state from dead_letter"));

    // When
    long second = retention.run();

    // Then
    assertEquals(2, second);
    assertEquals(List.of("young"), column("idempotency_key from idempotency_key"));
    assertEquals(0, retention.run());
    as("operator")
        .get("/q/metrics")
        .then()
        .body(containsString("cotejo_retention_removed_total{kind=\"idempotency-key\"} 8.0"))
        .body(containsString("cotejo_retention_removed_total{kind=\"dead-letter\"} 1.0"));
  }

  @Test
  void theInboxForgetsWhatIsOldInPortions() {
    // Given
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                entities
                    .createNativeQuery(
                        "insert into consumed_message (consumer, event_id, consumed_at)"
                            + " select 'test', 'old-' || n, cast(:old as timestamptz) from generate_series(1, 25) n"
                            + " union all select 'test', 'young', cast(:young as timestamptz)")
                    .setParameter("old", OLD)
                    .setParameter("young", YOUNG)
                    .executeUpdate());
    // When
    int first = inbox.forgetOlderThan(Duration.ofDays(400), 10);
    int rest = inbox.forgetOlderThan(Duration.ofDays(400), 100);
    // Then
    assertEquals(10, first);
    assertEquals(15, rest);
    assertTrue(column("event_id from consumed_message").contains("young"));
  }

  private void key(String key, Instant created) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                entities
                    .createNativeQuery(
                        "insert into idempotency_key values ('somebody', ?1, ?2, ?3, ?3, ?4)")
                    .setParameter(1, key)
                    .setParameter(2, "0".repeat(64))
                    .setParameter(3, UUID.randomUUID())
                    .setParameter(4, created.plusSeconds(key.charAt(key.length() - 1)))
                    .executeUpdate());
  }

  private void letter(long offset, String state, Instant settled) {
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                entities
                    .createNativeQuery(
                        "insert into dead_letter (topic, topic_partition, topic_offset, source_topic,"
                            + " consumer, code, reason, failed_at, state, settled_at) values"
                            + " ('cotejo.bitexts.search-service.dead', 7, ?1, 'cotejo.bitexts',"
                            + " 'search-service', 'c', 'r', ?2, ?3, cast(?4 as timestamptz))")
                    .setParameter(1, offset)
                    .setParameter(2, OLD)
                    .setParameter(3, state)
                    .setParameter(4, settled == null ? null : settled.toString())
                    .executeUpdate());
  }

  private List<String> column(String select) {
    List<?> rows = entities.createNativeQuery("select " + select + " order by 1").getResultList();
    return rows.stream().map(String::valueOf).toList();
  }
}
