package org.cotejo.local.testing;

import java.util.Map;
import java.util.Set;

/** The parts a test asks for, wherever they come from. */
interface TestInfrastructure {
  /** The parts that can be asked for. */
  Set<String> COMPONENTS = Set.of("postgresql", "kafka", "objects", "elasticsearch");

  /**
   * Starts parts with empty data.
   *
   * @param components names out of {@link #COMPONENTS}
   * @param database made in PostgreSQL
   * @return the configuration that a service needs to reach them
   */
  Map<String, String> start(Set<String> components, String database);

  /** Ends everything that was started. */
  void stop();
}
