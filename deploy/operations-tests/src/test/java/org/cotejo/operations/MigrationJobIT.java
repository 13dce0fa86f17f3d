package org.cotejo.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.cotejo.local.infrastructure.Distribution;
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
            JobRun.SECRET,
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
    // When
    JobRun ended =
        JobRun.of(
            manifests(service),
            "cotejo-" + service + "-service-migration",
            service,
            Map.of("QUARKUS_DATASOURCE_USERNAME", PostgresComponent.USER),
            folder);
    // Then
    assertEquals(0, ended.code(), ended.output());
    assertTrue(hasTable(service, table));
  }

  private static Manifests manifests(String service) {
    return Chart.manifests(
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
  }

  private static boolean hasTable(String name, String table) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                database.jdbcUrl(name), PostgresComponent.USER, JobRun.SECRET);
        ResultSet found = connection.getMetaData().getTables(null, "public", table, null)) {
      return found.next();
    }
  }
}
