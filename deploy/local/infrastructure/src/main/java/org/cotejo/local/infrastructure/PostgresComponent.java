package org.cotejo.local.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * PostgreSQL 18, data safe by default.
 *
 * @param distribution where its programs are
 * @param folder its data; {@code PG_VERSION} tells that it has been initialised
 * @param port on loopback
 * @param password of the superuser {@code cotejo}
 * @param databases made when they are missing
 * @param durable whether a commit waits for the disk; false in tests alone
 */
public record PostgresComponent(
    Distribution distribution,
    Path folder,
    int port,
    String password,
    List<String> databases,
    boolean durable)
    implements Component {
  public static final String USER = "cotejo";
  private static final int INITDB_LIMIT_SECONDS = 120;
  private static final Duration FORMER_PROCESSES_LIMIT = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(50);

  public PostgresComponent {
    databases = List.copyOf(databases);
    for (String database : databases) {
      if (!database.matches("[a-z][a-z0-9_]*")) {
        throw new IllegalArgumentException("not a database name: " + database);
      }
    }
  }

  @Override
  public String name() {
    return "postgresql";
  }

  @Override
  public void prepare() {
    if (!Files.exists(data().resolve("PG_VERSION"))) {
      initialise();
    }
    awaitFormerProcesses();
    // The launcher holds the folder's lock, so a pid file here is left over from a crash.
    try {
      Files.deleteIfExists(data().resolve("postmaster.pid"));
    } catch (IOException failure) {
      throw new InfrastructureException("cannot remove a stale postmaster.pid", failure);
    }
  }

  /**
   * Waits for the children of a server that was killed: they end by themselves when they notice,
   * which on a busy machine takes a moment, and a server that starts while they hold its shared
   * memory gives up. PostgreSQL's processes work in the data folder, which tells them apart.
   */
  private void awaitFormerProcesses() {
    long end = System.nanoTime() + FORMER_PROCESSES_LIMIT.toNanos();
    while (ProcessHandle.allProcesses().anyMatch(this::worksHere)) {
      if (System.nanoTime() > end) {
        throw new InfrastructureException(
            "processes of a former PostgreSQL still work in %s after %d s"
                .formatted(data(), FORMER_PROCESSES_LIMIT.toSeconds()));
      }
      try {
        Thread.sleep(POLL);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw new InfrastructureException("interrupted while waiting", interrupted);
      }
    }
  }

  private boolean worksHere(ProcessHandle process) {
    try {
      return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"))
          .equals(data().toRealPath());
    } catch (IOException endedOrNotOurs) {
      return false;
    }
  }

  @Override
  public ProcessSpec process() {
    List<String> command = new ArrayList<>(unprivileged());
    command.addAll(
        List.of(
            program("postgres"),
            "-D",
            data().toString(),
            "-c",
            "listen_addresses=" + Loopback.HOST,
            "-c",
            "port=" + port,
            "-c",
            "unix_socket_directories=",
            "-c",
            "max_connections=60",
            "-c",
            "shared_buffers=64MB",
            "-c",
            "fsync=" + (durable ? "on" : "off"),
            "-c",
            "full_page_writes=" + (durable ? "on" : "off")));
    return new ProcessSpec(name(), command, Map.of("LC_ALL", "C", "TZ", "UTC"), folder);
  }

  @Override
  public boolean healthy() {
    if (!Loopback.accepts(port)) {
      return false;
    }
    try (Connection connection = connect("postgres")) {
      for (String database : databases) {
        create(connection, database);
      }
      return true;
    } catch (SQLException startingUp) {
      return false;
    }
  }

  /** Address of a database for JDBC. */
  public String jdbcUrl(String database) {
    return jdbcUrl(port, database);
  }

  /** Address for JDBC of a database whose server listens on a port. */
  public static String jdbcUrl(int port, String database) {
    return "jdbc:postgresql://" + Loopback.HOST + ":" + port + "/" + database;
  }

  private Connection connect(String database) throws SQLException {
    DriverManager.setLoginTimeout(2);
    return DriverManager.getConnection(jdbcUrl(database), USER, password);
  }

  private static void create(Connection connection, String database) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      try (ResultSet found =
          statement.executeQuery("select 1 from pg_database where datname = '" + database + "'")) {
        if (found.next()) {
          return;
        }
      }
      statement.execute("create database " + database + " encoding 'UTF8' template template0");
    }
  }

  /** Made beside its place and renamed: a start that is broken off leaves no half of a database. */
  private void initialise() {
    Path partial = folder.resolve("data.partial");
    removeTree(partial);
    initialise(partial);
    try {
      Files.move(partial, data(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failure) {
      throw new InfrastructureException("cannot make " + data(), failure);
    }
  }

  private static void removeTree(Path tree) {
    try (Stream<Path> files = Files.exists(tree) ? Files.walk(tree) : Stream.empty()) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException failure) {
      throw new InfrastructureException("cannot remove " + tree, failure);
    }
  }

  private void initialise(Path target) {
    Path passwordFile = folder.resolve("initial-password");
    ConfigFile.text(passwordFile, password + "\n");
    List<String> command = new ArrayList<>(unprivileged());
    command.addAll(
        List.of(
            program("initdb"),
            "-D",
            target.toString(),
            "-U",
            USER,
            "-E",
            "UTF8",
            "--locale=C",
            "-A",
            "scram-sha-256",
            "--pwfile=" + passwordFile));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("LC_ALL", "C");
    builder.redirectErrorStream(true);
    builder.redirectOutput(folder.resolve("initdb.log").toFile());
    try {
      Process process = builder.start();
      if (!process.waitFor(INITDB_LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new InfrastructureException("initdb did not end in time");
      }
      if (process.exitValue() != 0) {
        throw new InfrastructureException(
            "initdb failed; its log is " + folder.resolve("initdb.log"));
      }
      Files.delete(passwordFile);
    } catch (IOException failure) {
      throw new InfrastructureException("initdb cannot be started", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InfrastructureException("interrupted during initdb", interrupted);
    }
  }

  /** PostgreSQL refuses to run as root; a user namespace makes it somebody else. */
  private static List<String> unprivileged() {
    return "root".equals(System.getProperty("user.name")) ? List.of("unshare", "-U") : List.of();
  }

  private Path data() {
    return folder.resolve("data");
  }

  private String program(String name) {
    return distribution.postgresHome().resolve("bin").resolve(name).toString();
  }
}
