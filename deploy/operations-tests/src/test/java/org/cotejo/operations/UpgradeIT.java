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
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cotejo.local.infrastructure.Distribution;
import org.cotejo.local.infrastructure.Loopback;
import org.cotejo.local.infrastructure.ManagedProcess;
import org.cotejo.local.infrastructure.PostgresComponent;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The way from each release to this state, on a real database: the release's migrations, its rows,
 * the newer migrations, and then its pods, which still run and say what they always said.
 */
class UpgradeIT {
  private static final String PASSWORD = "test";
  private static final Duration LIMIT = Duration.ofMinutes(3);

  @TempDir static Path folder;

  private static PostgresComponent database;
  private static ManagedProcess server;

  static Stream<Way> ways() {
    return Releases.names().stream()
        .flatMap(
            release -> Releases.WITH_DATABASE.stream().map(service -> new Way(release, service)));
  }

  /** From a release to this state, for one service. */
  record Way(String release, String service) {
    String databaseName() {
      return service + "_" + release.replace('.', '_');
    }
  }

  @BeforeAll
  static void startDatabase() throws IOException {
    Path data = Files.createDirectories(folder.resolve("postgresql"));
    database =
        new PostgresComponent(
            Distribution.find(),
            data,
            Loopback.freePort(),
            PASSWORD,
            ways().map(Way::databaseName).toList(),
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
  @MethodSource("ways")
  void oldPodsAndOldRowsLiveOnAfterTheUpgrade(Way way) throws Exception {
    // Given: the release and what it has written
    Path released = releasedMigrations(way);
    Flyway old = flyway(way, released);
    assertTrue(old.migrate().success);
    run(way, 1);
    Map<String, Long> before = rows(way);
    assertTrue(before.values().stream().mapToLong(Long::longValue).sum() > 5, before::toString);

    // When: the new release's Job
    MigrateResult upgrade =
        flyway(way, Releases.migrationFolders(way.service()).toArray(Path[]::new)).migrate();

    // Then
    assertTrue(upgrade.success);
    Map<String, Long> after = rows(way);
    after.keySet().retainAll(before.keySet());
    assertEquals(before, after);

    // When: an old pod goes on, and another one starts
    run(way, 2);
    MigrateResult restarted = flyway(way, released).migrate();

    // Then
    assertEquals(0, restarted.migrationsExecuted);
    assertTrue(rows(way).get("document") == 2, () -> "an old pod cannot write any more");
  }

  private static void run(Way way, int number) throws SQLException {
    try (Connection connection = connect(way);
        Statement statement = connection.createStatement()) {
      for (String sql : Releases.statements(way.release(), way.service())) {
        try {
          statement.execute(sql.replace(":n", Integer.toString(number)));
        } catch (SQLException refused) {
          throw new AssertionError(way + " says: " + sql + " and hears: " + refused.getMessage());
        }
      }
    }
  }

  /** A copy of those migrations that the release had. */
  private static Path releasedMigrations(Way way) throws IOException {
    Path copy = Files.createDirectories(folder.resolve(way.databaseName()));
    Set<String> files = Releases.files(way.release()).keySet();
    List<Path> copied = new ArrayList<>();
    for (Path migration : Releases.migrations(way.service()).values()) {
      if (files.contains(Releases.relative(migration))) {
        copied.add(Files.copy(migration, copy.resolve(migration.getFileName())));
      }
    }
    assertTrue(copied.size() > 2, copied.toString());
    return copy;
  }

  /**
   * As the services have it: nothing out of order, and later migrations than its own are no fault.
   */
  private static Flyway flyway(Way way, Path... folders) {
    return Flyway.configure()
        .dataSource(database.jdbcUrl(way.databaseName()), PostgresComponent.USER, PASSWORD)
        .locations(Stream.of(folders).map(one -> "filesystem:" + one).toArray(String[]::new))
        .load();
  }

  private static Map<String, Long> rows(Way way) throws SQLException {
    Map<String, Long> rows = new TreeMap<>();
    try (Connection connection = connect(way);
        Statement statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet names =
          statement.executeQuery(
              "select tablename from pg_tables where schemaname = 'public'"
                  + " and tablename <> 'flyway_schema_history'")) {
        while (names.next()) {
          tables.add(names.getString(1));
        }
      }
      for (String table : tables) {
        try (ResultSet count = statement.executeQuery("select count(*) from " + table)) {
          count.next();
          rows.put(table, count.getLong(1));
        }
      }
    }
    return rows;
  }

  private static Connection connect(Way way) throws SQLException {
    return DriverManager.getConnection(
        database.jdbcUrl(way.databaseName()), PostgresComponent.USER, PASSWORD);
  }
}
