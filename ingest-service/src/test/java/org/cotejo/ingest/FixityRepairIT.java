package org.cotejo.ingest;

import static org.awaitility.Awaitility.await;
import static org.cotejo.ingest.testing.Client.as;
import static org.cotejo.ingest.testing.Client.submit;
import static org.cotejo.ingest.testing.FixityCalls.audit;
import static org.cotejo.ingest.testing.FixityCalls.checkAgain;
import static org.cotejo.ingest.testing.FixityCalls.original;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.cotejo.contracts.Contract;
import org.cotejo.ingest.fixity.store.FixityLedger;
import org.cotejo.ingest.testing.Client.Submitted;
import org.cotejo.ingest.testing.FixityCalls;
import org.cotejo.ingest.testing.Pipeline;
import org.cotejo.ingest.testing.TokenIssuer;
import org.cotejo.local.testing.InfrastructureResource;
import org.cotejo.objects.Digest;
import org.cotejo.objects.ObjectKey;
import org.cotejo.objects.ObjectStore;
import org.cotejo.objects.ObjectStoreConfig;
import org.cotejo.objects.ObjectStoreProducer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Damaged files are taken from the second bucket, and only when its copy is what came in. */
@QuarkusTest
@TestProfile(FixityRepairIT.WithSecondBucket.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = {
      @ResourceArg(name = "components", value = "postgresql,kafka,objects"),
      @ResourceArg(name = "database", value = "ingest")
    })
@WithTestResource(TokenIssuer.class)
class FixityRepairIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String BUCKET = "second";
  private static final byte[] OTHER = "other bytes".getBytes(StandardCharsets.UTF_8);

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers;

  @Inject ObjectStore archive;
  @Inject ObjectStoreConfig config;
  @Inject FixityLedger ledger;

  /** Looks once a second, and again at what is damaged. */
  public static final class WithSecondBucket implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "cotejo.fixity.every", "1s",
          "cotejo.fixity.delayed", "0s",
          "cotejo.fixity.second.endpoint", "${cotejo.objects.endpoint}",
          "cotejo.fixity.second.access-key", "${cotejo.objects.access-key}",
          "cotejo.fixity.second.secret-key", "${cotejo.objects.secret-key}",
          "cotejo.fixity.second.bucket", BUCKET);
    }
  }

  @Test
  void soundCopiesAreTakenAndBrokenOnesAreNot() {
    // Given: copies of two files in the second bucket, a broken one of the third, none of the last
    ObjectStore second = secondBucket();
    Submitted damaged = submit(1);
    Submitted lost = submit(2);
    Submitted hopeless = submit(3);
    Submitted alone = submit(4);
    await()
        .atMost(LIMIT)
        .until(() -> ledger.summary().checked() >= 4 && ledger.summary().damaged() == 0);
    byte[] content = archive.read(original(damaged), 10_000_000);
    byte[] lostContent = archive.read(original(lost), 10_000_000);
    byte[] hopelessContent = archive.read(original(hopeless), 10_000_000);
    put(second, original(damaged), content);
    put(second, original(lost), lostContent);
    put(second, original(hopeless), "broken, too".getBytes(StandardCharsets.UTF_8));

    // When
    overwrite(original(damaged));
    archive.delete(original(lost));
    overwrite(original(hopeless));
    archive.delete(original(alone));
    List.of(damaged, lost, hopeless, alone).forEach(FixityCalls::checkAgain);

    // Then
    await().atMost(LIMIT).until(() -> ledger.summary().repaired() == 2);
    await().atMost(LIMIT).until(() -> ledger.summary().damaged() == 2);
    assertArrayEquals(content, archive.read(original(damaged), 10_000_000));
    assertArrayEquals(lostContent, archive.read(original(lost), 10_000_000));
    assertArrayEquals(OTHER, archive.read(original(hopeless), 100), "nothing was written");
    assertFalse(archive.stat(original(alone)).isPresent());
    assertEquals(List.of("fixity-failed", "fixity-repaired"), audit(damaged));
    assertEquals(List.of("fixity-failed"), audit(hopeless));
    as("operator")
        .get("/v1/operations/fixity")
        .then()
        .statusCode(200)
        .body("summary.repaired", equalTo(2))
        .body(detailOf(hopeless), containsString("The copy in the second bucket is damaged, too."))
        .body(detailOf(alone), containsString("The second bucket has no such object either."));
    String metrics = as("operator").get("/q/metrics").asString();
    for (String line :
        List.of(
            "cotejo_fixity_repairs_total{outcome=\"repaired\"} 2.0",
            "cotejo_fixity_repairs_total{outcome=\"copy-differs\"} 1.0",
            "cotejo_fixity_repairs_total{outcome=\"copy-missing\"} 1.0")) {
      org.junit.jupiter.api.Assertions.assertTrue(metrics.contains(line), metrics);
    }

    // And the events tell it
    try (Pipeline pipeline = new Pipeline(bootstrapServers)) {
      await().atMost(LIMIT).until(() -> events(pipeline, damaged).size() == 2);
      assertEquals(
          "cotejo.fixity.failed.v1", events(pipeline, damaged).getFirst().path("type").asText());
      assertEquals("second-bucket", events(pipeline, damaged).getLast().at("/data/how").asText());
      await().atMost(LIMIT).until(() -> events(pipeline, hopeless).size() == 1);
    }

    // When the copy is mended
    second.delete(original(hopeless));
    put(second, original(hopeless), hopelessContent);
    checkAgain(hopeless);

    // Then
    await().atMost(LIMIT).until(() -> ledger.summary().repaired() == 3);
  }

  private List<JsonNode> events(Pipeline pipeline, Submitted document) {
    return pipeline.messages("cotejo.fixity", document.documentId()).stream()
        .map(
            message -> {
              try {
                JsonNode event = new ObjectMapper().readTree(message.value());
                String name = event.path("type").asText().replaceAll("^cotejo\\.|\\.v1$", "");
                Contract.event(name).requireValid(message.value());
                return event;
              } catch (IOException broken) {
                throw new UncheckedIOException(broken);
              }
            })
        .toList();
  }

  private void overwrite(ObjectKey key) {
    archive.delete(key);
    put(archive, key, OTHER);
  }

  private static void put(ObjectStore store, ObjectKey key, byte[] bytes) {
    store.putIfAbsent(key, Digest.of(bytes), "application/pdf", bytes);
  }

  private static String detailOf(Submitted document) {
    return "damages.find { it.documentId == '" + document.documentId() + "' }.detail";
  }

  private ObjectStore secondBucket() {
    ObjectStore second =
        ObjectStoreProducer.open(
            URI.create(config.endpoint()),
            config.region(),
            config.accessKey(),
            config.secretKey(),
            BUCKET,
            config);
    second.ensureBucket();
    return second;
  }
}
