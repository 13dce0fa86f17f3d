package org.cotejo.tracing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TracingSwitchTest {
  private static final Map<String, String> SERVICE =
      Map.of("quarkus.otel.sdk.disabled", "true", "quarkus.datasource.db-kind", "postgresql");

  @Test
  void nothingIsTracedUnlessSomebodySaysWhereTo() {
    // When
    SmallRyeConfig config = config(Map.of());
    // Then
    assertEquals("true", value(config, "quarkus.otel.sdk.disabled"));
    assertEquals(null, value(config, "quarkus.datasource.jdbc.telemetry.enabled"));
  }

  @Test
  void anEmptyAddressIsNone() {
    // When
    SmallRyeConfig config = config(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", " "));
    // Then
    assertEquals("true", value(config, "quarkus.otel.sdk.disabled"));
  }

  @Test
  void theUsualVariablesSwitchItOn() {
    // When
    SmallRyeConfig config =
        config(
            Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                "http://collector:4317",
                "OTEL_EXPORTER_OTLP_PROTOCOL",
                "grpc",
                "OTEL_EXPORTER_OTLP_HEADERS",
                "authorization=Bearer x"));
    // Then
    assertEquals("false", value(config, "quarkus.otel.sdk.disabled"));
    assertEquals(
        "http://collector:4317", value(config, "quarkus.otel.exporter.otlp.traces.endpoint"));
    assertEquals("grpc", value(config, "quarkus.otel.exporter.otlp.traces.protocol"));
    assertEquals(
        "authorization=Bearer x", value(config, "quarkus.otel.exporter.otlp.traces.headers"));
    assertEquals("true", value(config, "quarkus.datasource.jdbc.telemetry.enabled"));
  }

  @Test
  void cotejosOwnSettingGoesBeforeTheUsualOne() {
    // When
    SmallRyeConfig config =
        config(
            Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT", "http://everybody:4318",
                "COTEJO_TRACING_ENDPOINT", "http://archive:4318"));
    // Then
    assertEquals(
        "http://archive:4318", value(config, "quarkus.otel.exporter.otlp.traces.endpoint"));
    assertEquals("http/protobuf", value(config, "quarkus.otel.exporter.otlp.traces.protocol"));
  }

  private static @Nullable String value(SmallRyeConfig config, String name) {
    return config.getConfigValue(name).getValue();
  }

  private static SmallRyeConfig config(Map<String, String> environment) {
    return new SmallRyeConfigBuilder()
        .withSources(new PropertiesConfigSource(new HashMap<>(SERVICE), "service", 250))
        .withSources(new EnvConfigSource(environment, 300))
        .withSources(new TracingSwitch())
        .build();
  }
}
