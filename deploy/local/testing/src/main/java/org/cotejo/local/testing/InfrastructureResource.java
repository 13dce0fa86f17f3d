package org.cotejo.local.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Starts what a test of a service needs and hands over its addresses.
 *
 * <p>Arguments: {@code components}, a comma-separated list out of postgresql, kafka, objects and
 * elasticsearch; {@code database}, the name of the database, {@code test} unless given. With the
 * system property {@code cotejo.containers=true} (the Maven profile {@code containers}) the parts
 * come from Testcontainers, and the test fails where no engine runs.
 */
public final class InfrastructureResource implements QuarkusTestResourceLifecycleManager {
  private Set<String> components = Set.of();
  private String database = "test";
  private TestInfrastructure infrastructure = new NothingStarted();

  @Override
  public void init(Map<String, String> arguments) {
    components = new TreeSet<>(Set.of(arguments.getOrDefault("components", "").split(",")));
    database = arguments.getOrDefault("database", database);
    if (!TestInfrastructure.COMPONENTS.containsAll(components)) {
      throw new IllegalArgumentException(
          "components are " + TestInfrastructure.COMPONENTS + ", not " + components);
    }
  }

  @Override
  public Map<String, String> start() {
    infrastructure =
        Boolean.getBoolean("cotejo.containers")
            ? new ContainerInfrastructure()
            : new LocalInfrastructure();
    return infrastructure.start(components, database);
  }

  @Override
  public void stop() {
    infrastructure.stop();
  }

  /** Stands for the time before the start. */
  private static final class NothingStarted implements TestInfrastructure {
    @Override
    public Map<String, String> start(Set<String> components, String database) {
      return Map.of();
    }

    @Override
    public void stop() {
      // Nothing was started.
    }
  }
}
