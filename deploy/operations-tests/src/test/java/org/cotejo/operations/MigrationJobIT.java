package org.cotejo.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.cotejo.local.infrastructure.Distribution;
import org.cotejo.local.infrastructure.JavaCommand;
import org.cotejo.local.infrastructure.Loopback;
import org.cotejo.local.infrastructure.ManagedProcess;
import org.cotejo.local.infrastructure.PostgresComponent;
import org.cotejo.operations.Chart.Variant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The migration Job's environment, given to the packaged service: it migrates a real database and
 * ends, though neither Kafka, store nor login is to be reached and the certificates that the chart
 * mounts are not there.
 */
class MigrationJobIT {
  private static final String PASSWORD = "test";
  private static final Duration LIMIT = Duration.ofMinutes(3);

  @TempDir static Path folder;

  private static PostgresComponent database;
  private static ManagedProcess server;

  @BeforeAll
  static void startDatabase() throws IOException {
    Path data = Files.createDirectories(folder.resolve("postgresql"));
    database =
        new PostgresComponent(
            Distribution.find(),
            data,
            Loopback.freePort(),
            PASSWORD,
            List.of("ingest", "translation"),
            false);
    database.prepare();
    server = ManagedProcess.start(database.process(), folder.resolve("postgresql.log"));
    server.awaitHealthy(database::healthy, LIMIT);
  }

  @AfterAll
  static void stopDatabase() {
    if (server != null) {
      server.stop(Duration.ofSeconds(20));
    }
  }

  @ParameterizedTest
  @CsvSource({"ingest, document", "translation, outbox_entry"})
  void migratesAndEnds(String service, String table) throws Exception {
    // Given
    Path jar = Repository.ROOT.resolve(service + "-service/target/quarkus-app/quarkus-run.jar");
    assertTrue(Files.isRegularFile(jar), service + "-service is not built");
    Path log = folder.resolve(service + ".log");
    ProcessBuilder job =
        new ProcessBuilder(JavaCommand.path(), "-jar", jar.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    job.environment().putAll(environment(service));
    // When
    Process process = job.start();
    boolean ended = process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
    process.destroyForcibly();
    // Then
    assertTrue(ended, () -> Repository.text(log));
    assertEquals(0, process.exitValue(), () -> Repository.text(log));
    assertTrue(hasTable(service, table));
  }

  /** What the Job's container would see. */
  private static Map<String, String> environment(String service) {
    Manifests manifests =
        Chart.manifests(
            new Variant(
                "",
                List.of(),
                Map.of(
                    "database.sslMode",
                    "disable",
                    "database.caSecret.name",
                    "",
                    "database." + service + ".host",
                    Loopback.HOST,
                    "database." + service + ".port",
                    database.port())));
    String name = "cotejo-" + service + "-service";
    Map<String, String> environment = new HashMap<>();
    manifests
        .get("ConfigMap", name)
        .path("data")
        .properties()
        .forEach(one -> environment.put(one.getKey(), one.getValue().asText()));
    for (JsonNode one :
        manifests.get("Job", name + "-migration").at("/spec/template/spec/containers/0/env")) {
      environment.put(one.path("name").asText(), one.path("value").asText(PASSWORD));
    }
    environment.put("QUARKUS_DATASOURCE_USERNAME", PostgresComponent.USER);
    return environment;
  }

  private static boolean hasTable(String name, String table) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(database.jdbcUrl(name), PostgresComponent.USER, PASSWORD);
        ResultSet found = connection.getMetaData().getTables(null, "public", table, null)) {
      return found.next();
    }
  }
}
