package org.cotejo.local.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.cotejo.local.infrastructure.Component;
import org.cotejo.local.infrastructure.Distribution;
import org.cotejo.local.infrastructure.ElasticsearchComponent;
import org.cotejo.local.infrastructure.InfrastructureException;
import org.cotejo.local.infrastructure.KafkaComponent;
import org.cotejo.local.infrastructure.Loopback;
import org.cotejo.local.infrastructure.ManagedProcess;
import org.cotejo.local.infrastructure.ObjectStoreComponent;
import org.cotejo.local.infrastructure.PostgresComponent;
import org.cotejo.local.infrastructure.Topics;

/** Real parts as processes of this machine, in a temporary folder; no container engine needed. */
final class LocalInfrastructure implements TestInfrastructure {
  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

  private record Started(Component component, ManagedProcess process) {}

  private final Distribution distribution = Distribution.find();
  private final List<Started> started = new ArrayList<>();
  private final Path folder;

  LocalInfrastructure() {
    try {
      folder = Files.createTempDirectory("cotejo-test-");
    } catch (IOException failure) {
      throw new InfrastructureException("no temporary folder", failure);
    }
  }

  @Override
  public Map<String, String> start(Set<String> components, String database) {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop-test-infrastructure"));
    Map<String, String> config = new HashMap<>();
    List<Component> parts = components.stream().map(n -> part(n, database, config)).toList();
    for (Component part : parts) {
      part.prepare();
      started.add(
          new Started(
              part, ManagedProcess.start(part.process(), folder.resolve(part.name() + ".log"))));
    }
    for (Started one : started) {
      one.process().awaitHealthy(one.component()::healthy, START_LIMIT);
      if (one.component() instanceof KafkaComponent kafka) {
        Topics.create(kafka.bootstrapServers());
      }
    }
    return Map.copyOf(config);
  }

  @Override
  public synchronized void stop() {
    for (Started one : started.reversed()) {
      one.process().stop(STOP_LIMIT);
    }
    started.clear();
    remove();
  }

  private Component part(String name, String database, Map<String, String> config) {
    return switch (name) {
      case "postgresql" -> postgres(database, config);
      case "kafka" -> kafka(config);
      case "objects" -> objects(config);
      case "elasticsearch" -> elasticsearch(config);
      default -> throw new IllegalArgumentException("no component " + name);
    };
  }

  private Component postgres(String database, Map<String, String> config) {
    PostgresComponent part =
        new PostgresComponent(
            distribution,
            folder.resolve("postgresql"),
            Loopback.freePort(),
            "test",
            List.of(database),
            false);
    config.put("quarkus.datasource.jdbc.url", part.jdbcUrl(database));
    config.put("quarkus.datasource.username", PostgresComponent.USER);
    config.put("quarkus.datasource.password", "test");
    return part;
  }

  private Component kafka(Map<String, String> config) {
    KafkaComponent part =
        new KafkaComponent(
            distribution, folder.resolve("kafka"), Loopback.freePort(), Loopback.freePort());
    config.put("kafka.bootstrap.servers", part.bootstrapServers());
    return part;
  }

  private Component objects(Map<String, String> config) {
    ObjectStoreComponent part =
        new ObjectStoreComponent(
            distribution, folder.resolve("objects"), Loopback.freePort(), "test", "test-secret");
    config.put("cotejo.objects.endpoint", part.endpoint());
    config.put("cotejo.objects.access-key", "test");
    config.put("cotejo.objects.secret-key", "test-secret");
    config.put("cotejo.objects.bucket", "cotejo");
    return part;
  }

  private Component elasticsearch(Map<String, String> config) {
    ElasticsearchComponent part =
        new ElasticsearchComponent(
            distribution,
            folder.resolve("elasticsearch"),
            Loopback.freePort(),
            Loopback.freePort());
    config.put("cotejo.elasticsearch.url", part.url());
    return part;
  }

  private void remove() {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException left) {
      // A temporary folder; what is left there is the system's to clear.
    }
  }
}
