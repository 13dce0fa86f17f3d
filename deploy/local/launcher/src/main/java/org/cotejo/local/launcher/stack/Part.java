package org.cotejo.local.launcher.stack;

import java.util.Set;
import org.cotejo.local.infrastructure.ProcessSpec;

/** One process of the stack. */
public interface Part {

  /** When a part ends: those that use others go first. */
  enum Tier {
    GATEWAY,
    SERVICE,
    INFRASTRUCTURE
  }

  String name();

  Tier tier();

  /** Where it listens. */
  int port();

  /** Names of the parts that must be healthy before it starts. */
  Set<String> needs();

  /** Makes folders and configuration; may be called again before each restart. */
  void prepare();

  ProcessSpec process();

  boolean healthy();

  /** What is to be done once, when it is healthy for the first time. */
  default void afterStart() {}
}
