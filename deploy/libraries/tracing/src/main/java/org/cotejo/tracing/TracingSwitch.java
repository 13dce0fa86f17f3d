package org.cotejo.tracing;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Turns one setting, the address of an OTLP receiver, into those that Quarkus needs to trace and
 * export. Without it the SDK stays disabled, as the services' own settings have it.
 *
 * <p>The environment goes before what is said here, {@code application.properties} comes after.
 */
public final class TracingSwitch implements ConfigSourceFactory {
  private static final int ORDINAL = 275;

  /** Spans that wait to be sent; further ones are dropped, so that a deaf receiver costs 2 MB. */
  private static final String QUEUE = "2048";

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    return first(context, "cotejo.tracing.endpoint", "otel.exporter.otlp.endpoint")
        .<List<ConfigSource>>map(
            endpoint ->
                List.of(
                    new PropertiesConfigSource(settings(context, endpoint), "tracing", ORDINAL)))
        .orElse(List.of());
  }

  private static Map<String, String> settings(ConfigSourceContext context, String endpoint) {
    Map<String, String> settings = new HashMap<>();
    settings.put("quarkus.otel.sdk.disabled", "false");
    settings.put("quarkus.otel.exporter.otlp.traces.endpoint", endpoint);
    settings.put(
        "quarkus.otel.exporter.otlp.traces.protocol",
        first(context, "cotejo.tracing.protocol", "otel.exporter.otlp.protocol")
            .orElse("http/protobuf"));
    settings.put("quarkus.otel.bsp.max.queue.size", QUEUE);
    settings.put("quarkus.otel.bsp.schedule.delay", "2s");
    settings.put("quarkus.otel.bsp.export.timeout", "10s");
    first(context, "otel.exporter.otlp.headers")
        .ifPresent(headers -> settings.put("quarkus.otel.exporter.otlp.traces.headers", headers));
    first(context, "quarkus.datasource.db-kind")
        .ifPresent(_ -> settings.put("quarkus.datasource.jdbc.telemetry.enabled", "true"));
    return settings;
  }

  private static Optional<String> first(ConfigSourceContext context, String... names) {
    return Stream.of(names)
        .map(context::getValue)
        .filter(value -> value != null)
        .map(ConfigValue::getValue)
        .filter(value -> value != null && !value.isBlank())
        .map(String::strip)
        .findFirst();
  }
}
