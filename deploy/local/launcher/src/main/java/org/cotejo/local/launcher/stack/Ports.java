package org.cotejo.local.launcher.stack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import org.cotejo.local.launcher.Refusal;

/**
 * The ports of one stack, all on loopback.
 *
 * @param base the gateway's; the others follow it
 */
public record Ports(int base) {
  private static final int LOWEST = 1024;
  private static final int HIGHEST = 65_535;
  private static final int KAFKA_CONTROLLER = 12;
  private static final int ELASTICSEARCH_TRANSPORT = 14;
  private static final int LAST = 15;

  public Ports {
    if (base < LOWEST || base > HIGHEST - LAST) {
      throw new Refusal(
          "the port must be between %d and %d, and %d is not"
              .formatted(LOWEST, HIGHEST - LAST, base));
    }
  }

  public int gateway() {
    return base;
  }

  public int of(Service service) {
    return base + service.portOffset();
  }

  public int prometheus() {
    return base + 5;
  }

  public int postgresql() {
    return base + 10;
  }

  public int kafka() {
    return base + 11;
  }

  public int kafkaController() {
    return base + KAFKA_CONTROLLER;
  }

  public int elasticsearch() {
    return base + 13;
  }

  public int elasticsearchTransport() {
    return base + ELASTICSEARCH_TRANSPORT;
  }

  public int objectStore() {
    return base + LAST;
  }

  /**
   * Looks whether all are free.
   *
   * @throws Refusal naming the first that is not
   */
  public void refuseTaken(IntPredicate free) {
    all()
        .forEach(
            (user, port) -> {
              if (!free.test(port)) {
                throw new Refusal(
                    "port %d, which %s would use, is taken; choose another first port with --port"
                        .formatted(port, user));
              }
            });
  }

  /** Every port by who listens on it, in ascending order. */
  public Map<String, Integer> all() {
    Map<String, Integer> ports = new LinkedHashMap<>();
    ports.put("the gateway", gateway());
    for (Service service : Service.values()) {
      ports.put(service.partName(), of(service));
    }
    ports.put("Prometheus", prometheus());
    ports.put("PostgreSQL", postgresql());
    ports.put("Kafka", kafka());
    ports.put("Kafka's controller", kafkaController());
    ports.put("Elasticsearch", elasticsearch());
    ports.put("Elasticsearch's transport", elasticsearchTransport());
    ports.put("the object store", objectStore());
    return ports;
  }
}
