package org.cotejo.images.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cotejo.images.ImageRefused;
import org.junit.jupiter.api.Test;

class PodContainerTest {
  private static final Path CHART =
      Path.of(System.getProperty("cotejo.root")).resolve("deploy/kubernetes/cotejo");
  private static final Map<String, String> SECRETS =
      Map.of(
          "cotejo-objects/access-key", "a key",
          "cotejo-objects/secret-key", "a secret",
          "cotejo-ingest-database/username", "somebody",
          "cotejo-ingest-database/password", "a password",
          "cotejo-ingest-service/password", "another");

  @Test
  void hasTheChartsUserRightsAndLimits() {
    // When
    PodContainer container = PodContainer.of(chart(Map.of()), "ocr-service", SECRETS);
    // Then
    assertEquals("cotejo/ocr-service:0.1.0-SNAPSHOT", container.image());
    String options = String.join(" ", container.options());
    assertEquals(
        "--network host --user 65532:65532 --read-only --security-opt no-new-privileges"
            + " --cap-drop ALL --memory 2147483648 --memory-swap 2147483648 --cpus 2"
            + " --mount type=volume,destination=/tmp",
        options);
  }

  @Test
  void hasTheChartsSettingsWithSecretsInTheirPlaces() {
    // When
    PodContainer container =
        PodContainer.of(chart(Map.of("kafka.sasl", "SCRAM-SHA-512")), "ingest-service", SECRETS);
    // Then
    assertEquals("8081", container.environment().get("QUARKUS_HTTP_PORT"));
    assertEquals("a password", container.environment().get("QUARKUS_DATASOURCE_PASSWORD"));
    assertTrue(
        container
            .environment()
            .getOrDefault("KAFKA_SASL_JAAS_CONFIG", "")
            .contains("password=\"another\""));
    assertEquals(List.of(), container.arguments());
  }

  @Test
  void hasTheChartsProbes() {
    // When
    List<Probe> probes = PodContainer.of(chart(Map.of()), "ocr-service", SECRETS).probes();
    // Then
    assertEquals(
        List.of(
            new Probe("startup", "/q/health/started", 2, 1, 90),
            new Probe("liveness", "/q/health/live", 10, 5, 6),
            new Probe("readiness", "/q/health/ready", 5, 5, 3)),
        probes);
  }

  @Test
  void refusesWhatAnEngineAloneCannotGive() {
    // Given
    RenderedChart withAuthorities = chart(Map.of("trustStore.configMap", "authorities"));
    // Then
    assertThrows(
        ImageRefused.class, () -> PodContainer.of(withAuthorities, "ocr-service", SECRETS));
    assertThrows(
        ImageRefused.class, () -> PodContainer.of(chart(Map.of()), "ocr-service", Map.of()));
    assertThrows(ImageRefused.class, () -> PodContainer.of(chart(Map.of()), "no-service", SECRETS));
    assertThrows(ImageRefused.class, () -> chart(Map.of("route.kind", "tunnel")));
  }

  @Test
  void readsQuantities() {
    assertEquals(671_088_640, PodContainer.bytes("640Mi"));
    assertEquals("0.5", PodContainer.cores("500m"));
    assertEquals("2", PodContainer.cores("2"));
    assertThrows(ImageRefused.class, () -> PodContainer.bytes("much"));
    assertThrows(ImageRefused.class, () -> PodContainer.cores("all"));
  }

  private static RenderedChart chart(Map<String, String> besides) {
    Map<String, String> settings = new HashMap<>();
    settings.put("kafka.sasl", "none");
    settings.put("kafka.tls.enabled", "false");
    settings.put("kafka.tls.caSecret.name", "");
    settings.put("database.caSecret.name", "");
    settings.putAll(besides);
    return RenderedChart.of(CHART, Collections.emptyList(), settings);
  }
}
