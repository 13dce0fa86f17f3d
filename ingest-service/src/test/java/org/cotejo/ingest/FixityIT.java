package org.cotejo.ingest;

import static org.awaitility.Awaitility.await;
import static org.cotejo.ingest.testing.Client.as;
import static org.cotejo.ingest.testing.Client.submit;
import static org.cotejo.ingest.testing.FixityCalls.audit;
import static org.cotejo.ingest.testing.FixityCalls.checkAgain;
import static org.cotejo.ingest.testing.FixityCalls.original;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotejo.ingest.fixity.store.FixityLedger;
import org.cotejo.ingest.testing.Client.Submitted;
import org.cotejo.ingest.testing.TokenIssuer;
import org.cotejo.local.testing.InfrastructureResource;
import org.cotejo.objects.Digest;
import org.cotejo.objects.ObjectKey;
import org.cotejo.objects.ObjectStore;
import org.junit.jupiter.api.Test;

/** Files that are damaged in the store are found, told, and found whole again. */
@QuarkusTest
@TestProfile(FixityIT.OftenChecked.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = {
      @ResourceArg(name = "components", value = "postgresql,kafka,objects"),
      @ResourceArg(name = "database", value = "ingest")
    })
@WithTestResource(TokenIssuer.class)
class FixityIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @Inject ObjectStore store;
  @Inject FixityLedger ledger;

  /** Looks once a second. */
  public static final class OftenChecked implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("cotejo.fixity.every", "1s", "cotejo.fixity.delayed", "0s");
    }
  }

  @Test
  void damageAndLossAreFoundAndMended() {
    // Given
    Submitted damaged = submit(1);
    Submitted lost = submit(2);
    ObjectKey damagedKey = original(damaged);
    ObjectKey lostKey = original(lost);
    byte[] content = store.read(damagedKey, 10_000_000);
    byte[] lostContent = store.read(lostKey, 10_000_000);
    await()
        .atMost(LIMIT)
        .until(() -> ledger.summary().checked() >= 2 && ledger.summary().damaged() == 0);

    // When
    byte[] other = "other bytes".getBytes(StandardCharsets.UTF_8);
    store.delete(damagedKey);
    store.putIfAbsent(damagedKey, Digest.of(other), "application/pdf", other);
    store.delete(lostKey);
    checkAgain(damaged);
    checkAgain(lost);

    // Then
    await().atMost(LIMIT).until(() -> ledger.summary().damaged() == 2);
    as("operator")
        .get("/v1/operations/fixity")
        .then()
        .statusCode(200)
        .body("damages.find { it.objectKey == '" + damagedKey + "' }.state", equalTo("differs"))
        .body(
            "damages.find { it.objectKey == '" + damagedKey + "' }.detail",
            containsString(Digest.of(other).hex()))
        .body("damages.find { it.objectKey == '" + lostKey + "' }.state", equalTo("missing"))
        .body("damages.documentId", hasItem(lost.documentId()));
    assertEquals(List.of("fixity-failed"), audit(damaged));
    await()
        .atMost(LIMIT)
        .until(
            () -> as("operator").get("/q/metrics").asString().contains("cotejo_fixity_damaged 2"));
    as("operator")
        .get("/q/metrics")
        .then()
        .body(containsString("cotejo_fixity_checked_total{state=\"differs\"}"));

    // When: the backup gives them back
    store.delete(damagedKey);
    store.putIfAbsent(damagedKey, Digest.of(content), "application/pdf", content);
    store.putIfAbsent(lostKey, Digest.of(lostContent), "application/pdf", lostContent);
    checkAgain(damaged);
    checkAgain(lost);

    // Then
    await().atMost(LIMIT).until(() -> ledger.summary().damaged() == 0);
    assertEquals(List.of("fixity-failed", "fixity-restored"), audit(damaged));
  }

  @Test
  void oneProcessChecksAtATime() {
    // Given: the scheduler of this process may have the turn for a moment
    Duration length = Duration.ofMinutes(5);
    var held =
        await()
            .atMost(LIMIT)
            .until(() -> ledger.turn(Optional.empty(), length), Optional::isPresent);
    // Then
    assertTrue(ledger.turn(Optional.empty(), length).isEmpty());
    var renewed = ledger.turn(held, length.plusMinutes(1));
    assertTrue(renewed.isPresent());
    assertTrue(ledger.turn(held, length).isEmpty(), "the former term has no say any more");
    ledger.leave(renewed.orElseThrow());
  }

  @Test
  void onlyOperatorsSeeAndAsk() {
    as("curator").get("/v1/operations/fixity").then().statusCode(403);
    as("operator")
        .post("/v1/operations/fixity/documents/00000000-0000-7000-8000-000000000000/check")
        .then()
        .statusCode(404);
  }
}
