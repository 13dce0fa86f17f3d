package org.cotejo.local.launcher.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the gateway is started with.
 *
 * @param port of the one origin, on loopback
 * @param services port by name of each {@link Upstream}
 * @param infrastructure port by name of the parts below the services, for {@code /health}
 * @param keys file with the public keys (JWKS)
 * @param connectTimeoutMs how long to try to reach a service
 * @param idleTimeoutSeconds how long nothing may move on a connection; a stream of events is quiet
 *     while a page is being read, so this is minutes
 */
public record GatewaySettings(
    int port,
    Map<String, Integer> services,
    Map<String, Integer> infrastructure,
    String keys,
    int connectTimeoutMs,
    int idleTimeoutSeconds) {
  public static final int CONNECT_TIMEOUT_MS = 2_000;
  public static final int IDLE_TIMEOUT_SECONDS = 600;

  public GatewaySettings {
    services = Map.copyOf(services);
    infrastructure = Map.copyOf(infrastructure);
    for (Upstream upstream : Upstream.values()) {
      if (!services.containsKey(upstream.pathName())) {
        throw new IllegalArgumentException("no port for " + upstream.pathName());
      }
    }
  }

  static GatewaySettings read(Path file) throws IOException {
    return new ObjectMapper().readValue(file.toFile(), GatewaySettings.class);
  }

  int portOf(Upstream upstream) {
    return services.getOrDefault(upstream.pathName(), 0);
  }
}
