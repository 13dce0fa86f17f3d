package org.cotejo.tracing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Where traces go. Read by {@link TracingSwitch} too, before anything is configured. */
@ConfigMapping(prefix = "cotejo.tracing")
public interface TracingConfig {
  /**
   * Address of an OTLP receiver, for instance {@code http://collector:4318}; the variable {@code
   * OTEL_EXPORTER_OTLP_ENDPOINT} says the same. Without one nothing is traced, and only ids of
   * traces travel with the events.
   */
  Optional<String> endpoint();

  /**
   * {@code http/protobuf} (a collector's port 4318) or {@code grpc} (4317); also {@code
   * OTEL_EXPORTER_OTLP_PROTOCOL}.
   */
  @WithDefault("http/protobuf")
  String protocol();

  /** Share of the traces begun here that are kept, 0 to 1; a caller's own decision is followed. */
  @WithDefault("1.0")
  double ratio();
}
