package org.cotejo.local.launcher;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.cotejo.local.infrastructure.Distribution;
import org.cotejo.local.infrastructure.JavaCommand;
import org.cotejo.local.infrastructure.Loopback;
import org.cotejo.local.infrastructure.PostgresComponent;
import org.cotejo.local.launcher.folder.DataFolder;
import org.cotejo.local.launcher.folder.Secrets;
import org.cotejo.local.launcher.stack.StackState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program itself over real infrastructure; the four services have stand-ins. */
@Timeout(600)
class LauncherIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** What a command said and how it ended. */
  private record Outcome(int code, String said) {}

  @TempDir Path folder;
  private Path root;
  private Path data;
  private int port;

  @BeforeEach
  void makeRepository() throws Exception {
    root = folder.resolve("repository");
    data = folder.resolve("data");
    port = freeRange();
    Path repository = Distribution.find().root();
    Files.createDirectories(root.resolve("deploy/local/launcher/target"));
    for (String module : List.of("elasticsearch", "kafka", "s3proxy", "infrastructure")) {
      Files.createSymbolicLink(
          root.resolve("deploy/local").resolve(module),
          repository.resolve("deploy/local").resolve(module));
    }
    Path languages = Files.createDirectories(root.resolve("ocr-service/target/tessdata"));
    Files.writeString(languages.resolve("spa.traineddata"), "");
    for (String service : List.of("ingest", "ocr", "translation", "search")) {
      standIn(root.resolve(service + "-service/target/quarkus-app/quarkus-run.jar"));
    }
  }

  @AfterEach
  void stop() throws Exception {
    run("down");
  }

  @Test
  void keepsDataThroughRestartsKillsAndASecondLauncher() throws Exception {
    // A first start, in the background.
    Outcome up = up();
    assertEquals(0, up.code(), up.said());
    assertTrue(up.said().contains("ready http://127.0.0.1:" + port), up.said());
    assertEquals(200, Loopback.status(port, "/health"));
    sql("create table paper (title text); insert into paper values ('Memorandum')");

    // A second one is refused.
    Outcome second = up();
    assertEquals(1, second.code());
    assertTrue(second.said().contains("a stack is running on"), second.said());
    assertEquals(1, second.said().lines().count(), second.said());

    // A service that is killed comes back, and so does the database.
    for (String name : List.of("ocr-service", "postgresql")) {
      long pid = part(name).process().pid();
      ProcessHandle.of(pid).orElseThrow().destroyForcibly();
      await()
          .atMost(LIMIT)
          .until(() -> part(name).status().equals("healthy") && part(name).process().pid() != pid);
    }
    assertEquals(200, Loopback.status(port, "/health"));

    // The launcher is killed; the next start ends what it left, and all data are there.
    StackState before = state();
    before.launcher().find().orElseThrow().destroyForcibly();
    await().atMost(LIMIT).until(() -> before.launcher().find().isEmpty());
    Outcome again = up();
    assertEquals(0, again.code(), again.said());
    assertTrue(again.said().contains("left over"), again.said());
    assertTrue(before.parts().stream().allMatch(part -> part.process().find().isEmpty()));
    sql("insert into paper values ('Cover note')");

    // The stop leaves nothing.
    StackState running = state();
    Outcome down = run("down");
    assertEquals(0, down.code(), down.said());
    assertTrue(running.parts().stream().allMatch(part -> part.process().find().isEmpty()));
    assertFalse(Files.exists(new DataFolder(data).state()));
  }

  @Test
  void aBackupOfABusyDatabaseIsWholeAndADamagedOneIsRefused() throws Exception {
    // Given: a database that is written to all the while, and an object with what is known of it
    assertEquals(1, run("backup", "--to", folder.resolve("early").toString()).code());
    assertEquals(0, up().code());
    sql("create table paper (id bigint generated always as identity, title text)");
    sql("insert into paper (title) select repeat('x', 500) from generate_series(1, 2000)");
    Path object = data.resolve("object-store/objects/cotejo/notes/one");
    Files.createDirectories(object.getParent());
    Files.writeString(object, "Memorandum");
    Files.setAttribute(object, "user:kind", "text".getBytes(StandardCharsets.UTF_8));
    AtomicBoolean writing = new AtomicBoolean(true);
    Thread writer =
        Thread.ofVirtual()
            .start(
                () -> {
                  while (writing.get()) {
                    sqlQuietly("insert into paper (title) values (repeat('y', 500))");
                  }
                });
    long before = count();

    // When
    Path backup = folder.resolve("backup");
    Outcome made = run("backup", "--to", backup.toString());
    writing.set(false);
    writer.join();
    long after = count();

    // Then
    assertEquals(0, made.code(), made.said());
    assertTrue(made.said().contains("backed up 1 objects"), made.said());
    assertEquals(1, run("backup", "--to", backup.toString()).code(), "over the former one");
    assertEquals(0, run("down").code());

    // When: a damaged copy, a folder that holds something
    assertEquals(1, run("restore", "--from", backup.toString()).code());
    Path label = backup.resolve("postgresql/PG_VERSION");
    String whole = Files.readString(label);
    Files.writeString(label, "17\n");
    data = folder.resolve("restored");
    Outcome damaged = run("restore", "--from", backup.toString());
    assertEquals(1, damaged.code());
    assertTrue(damaged.said().contains("postgresql/PG_VERSION has other bytes"), damaged.said());
    assertFalse(Files.exists(data.resolve("postgresql")));
    Files.writeString(label, whole);

    // When
    assertEquals(0, run("restore", "--from", backup.toString()).code());
    Outcome up = up();

    // Then: all that was committed before the backup began is there, and nothing in halves
    assertEquals(0, up.code(), up.said());
    long restored = count();
    assertTrue(before <= restored && restored <= after, before + " " + restored + " " + after);
    sql("reindex table paper");
    Path copy = data.resolve("object-store/objects/cotejo/notes/one");
    assertEquals("Memorandum", Files.readString(copy));
    assertArrayEquals(
        "text".getBytes(StandardCharsets.UTF_8), (byte[]) Files.getAttribute(copy, "user:kind"));

    // When: what does not run is backed up, too
    assertEquals(0, run("down").code());
    Outcome cold = run("backup", "--to", folder.resolve("cold").toString());
    assertEquals(0, cold.code(), cold.said());
    data = folder.resolve("again");
    assertEquals(0, run("restore", "--from", folder.resolve("cold").toString()).code());
    assertEquals(0, up().code());
    assertEquals(restored, count());
  }

  private long count() throws Exception {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select count(*) from paper")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private void sqlQuietly(String statements) {
    try {
      sql(statements);
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Test
  void leavesNothingWhenAServiceCannotStart() throws Exception {
    // Given
    Files.writeString(
        root.resolve("translation-service/target/quarkus-app/quarkus-run.jar"), "not a jar");
    // When
    Outcome up = up();
    // Then
    assertEquals(1, up.code());
    assertTrue(up.said().contains("translation-service ended with code 1; its log is"), up.said());
    assertTrue(Loopback.portFree(port) && Loopback.portFree(port + 10));
  }

  @Test
  void givesATokenForAFolderThatHasBeenStartedAlone() throws Exception {
    // When
    Outcome token = run("token", "operator");
    // Then
    assertEquals(1, token.code());
    assertTrue(token.said().contains("no stack has been started on"), token.said());
  }

  private Outcome up() throws Exception {
    return run("up", "--port", Integer.toString(port), "--detach", "--no-samples");
  }

  private Outcome run(String command, String... more) throws Exception {
    String classPath = System.getProperty("java.class.path");
    List<String> line =
        new ArrayList<>(
            List.of(
                JavaCommand.path(),
                "-Xmx96m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dcotejo.root=" + root,
                "-cp",
                classPath,
                Main.class.getName(),
                command));
    line.addAll(List.of(more));
    line.addAll(List.of("--data", data.toString()));
    Path said = folder.resolve("said.txt");
    Process process =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    int code = process.waitFor();
    System.out.println(command + ": " + Files.readString(said));
    return new Outcome(code, Files.readString(said));
  }

  private StackState state() {
    return StackState.read(new DataFolder(data).state()).orElseThrow();
  }

  private StackState.PartState part(String name) {
    return state().parts().stream()
        .filter(part -> part.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private void sql(String statements) throws Exception {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(statements);
    }
  }

  private Connection connect() throws Exception {
    Secrets secrets = Secrets.loadOrCreate(new DataFolder(data).secrets(), new SecureRandom());
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + (port + 10) + "/ingest",
        PostgresComponent.USER,
        secrets.databasePassword());
  }

  /** A first port with the fifteen after it free. */
  private static int freeRange() {
    for (int attempt = 0; attempt < 100; attempt++) {
      int first = Loopback.freePort();
      boolean free = first < 65_000;
      for (int next = first; free && next < first + 16; next++) {
        free = Loopback.portFree(next);
      }
      if (free) {
        return first;
      }
    }
    throw new IllegalStateException("no sixteen free ports in a row");
  }

  /** A jar that points at the classes of this test. */
  private static void standIn(Path jar) throws Exception {
    Files.createDirectories(jar.getParent());
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, StandInService.class.getName());
    attributes.put(
        Attributes.Name.CLASS_PATH,
        List.of(StandInService.class, Loopback.class).stream()
            .map(type -> type.getProtectionDomain().getCodeSource().getLocation().toString())
            .collect(Collectors.joining(" ")));
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      out.finish();
    }
  }
}
