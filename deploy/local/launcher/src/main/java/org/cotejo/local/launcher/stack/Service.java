package org.cotejo.local.launcher.stack;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** One of the four services, with what it needs on a small machine. */
public enum Service {
  INGEST(1, "192m", "ingest", Set.of("postgresql", "kafka", "object-store")),
  OCR(2, "384m", "", Set.of("kafka", "object-store")),
  TRANSLATION(3, "384m", "translation", Set.of("postgresql", "kafka", "object-store")),
  SEARCH(4, "256m", "", Set.of("kafka", "object-store", "elasticsearch"));

  private final int portOffset;
  private final String heap;
  private final String database;
  private final Set<String> needs;

  Service(int portOffset, String heap, String database, Set<String> needs) {
    this.portOffset = portOffset;
    this.heap = heap;
    this.database = database;
    this.needs = needs;
  }

  /** Its folder in the repository and its name in logs, for instance {@code ingest-service}. */
  public String partName() {
    return pathName() + "-service";
  }

  /** Its name in the gateway's paths. */
  public String pathName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its port, counted from the gateway's. */
  int portOffset() {
    return portOffset;
  }

  /** Limit of its Java heap. */
  String heap() {
    return heap;
  }

  /** Its own database; empty when it has none. */
  String database() {
    return database;
  }

  /** Parts that must be healthy before it starts. */
  Set<String> needs() {
    return needs;
  }

  /** Every database of the stack. */
  static List<String> databases() {
    return List.of(INGEST.database, TRANSLATION.database);
  }
}
