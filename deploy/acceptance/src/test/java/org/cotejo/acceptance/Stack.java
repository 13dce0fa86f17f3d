package org.cotejo.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The local stack, started by its own command for all test classes together, or one that runs
 * already: {@code -Dcotejo.acceptance.data=DIR}.
 */
final class Stack {

  private static final Duration START_LIMIT = Duration.ofMinutes(15);
  private static final Duration STOP_LIMIT = Duration.ofMinutes(6);
  private static final Duration SUBMIT_LIMIT = Duration.ofMinutes(5);
  private static final int PORTS_NEEDED = 16;
  private static final ObjectMapper JSON = new ObjectMapper();

  private static Stack running;

  private final Path data;
  private final int port;
  private final boolean own;
  private final Map<String, String> environment;
  private final Map<String, String> tokens = new ConcurrentHashMap<>();
  private final Map<String, String> documents = new ConcurrentHashMap<>();

  private Stack(Path data, int port, boolean own, Map<String, String> environment) {
    this.data = data;
    this.port = port;
    this.own = own;
    this.environment = environment;
  }

  static synchronized Stack get() {
    if (running == null) {
      running = startOrAttach(Map.of());
    }
    return running;
  }

  /** A stack that no other class uses, with variables of its own, or the one that runs already. */
  static Stack alone(Map<String, String> environment) {
    return startOrAttach(environment);
  }

  private static Stack startOrAttach(Map<String, String> environment) {
    String attached = System.getProperty("cotejo.acceptance.data", "");
    if (!attached.isEmpty()) {
      Path data = Path.of(attached).toAbsolutePath();
      String url = state(data).path("url").asText();
      return new Stack(
          data, Integer.parseInt(url.substring(url.lastIndexOf(':') + 1)), false, Map.of());
    }
    return start(environment);
  }

  /**
   * A stack beside the shared one, with variables of its own; stopped with {@link
   * #stopAndRemove()}, or as the tests end.
   */
  static Stack start(Map<String, String> environment) {
    try {
      Stack stack =
          new Stack(
              Files.createTempDirectory("cotejo-acceptance-"), freePorts(), true, environment);
      Runtime.getRuntime().addShutdownHook(new Thread(stack::stopAndRemove, "stop-stack"));
      stack.up();
      return stack;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A stack at the same address on another folder; this one must be down meanwhile. */
  Stack on(Path folder) {
    return new Stack(folder, port, true, environment);
  }

  void up() {
    Program.run(
            START_LIMIT,
            environment,
            "deploy/local/up",
            List.of(
                "--data",
                data.toString(),
                "--port",
                Integer.toString(port),
                "--detach",
                "--no-samples",
                "--with-prometheus"))
        .succeeded();
  }

  void down() {
    run(STOP_LIMIT, "deploy/local/down", "--data", data.toString()).succeeded();
  }

  void stopAndRemove() {
    if (!Files.isDirectory(data)) {
      return;
    }
    run(STOP_LIMIT, "deploy/local/down", "--data", data.toString());
    try (var files = Files.walk(data)) {
      files
          .sorted(java.util.Comparator.reverseOrder())
          .map(Path::toFile)
          .forEach(java.io.File::delete);
    } catch (IOException | UncheckedIOException left) {
      System.err.println(data + " is left behind: " + left.getMessage());
    }
  }

  static Program run(Duration limit, String script, String... arguments) {
    return Program.run(limit, Map.of(), script, List.of(arguments));
  }

  /** A stack that was there before must stay. */
  boolean own() {
    return own;
  }

  Path data() {
    return data;
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  int port() {
    return port;
  }

  String kafka() {
    return "127.0.0.1:" + (port + 11);
  }

  /** Puts a message on a topic, past all services; returns when the broker has it. */
  void send(String topic, String key, String message)
      throws ExecutionException, InterruptedException {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka(), "acks", "all"),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, key, message)).get();
    }
  }

  Api anonymous() {
    return new Api(url(), "");
  }

  /** What its Prometheus answers at this path. */
  JsonNode prometheus(String path) {
    return new Api("http://127.0.0.1:" + (port + 5), "").get(path).requireStatus(200).json();
  }

  Api as(String role) {
    return new Api(url(), token(role));
  }

  String token(String role) {
    return tokens.computeIfAbsent(
        role,
        wanted ->
            run(STOP_LIMIT, "deploy/local/token", wanted, "--data", data.toString())
                .succeeded()
                .output()
                .strip());
  }

  /** The client with a submitter's token, or another role's. */
  Program client(String role, String... arguments) {
    return Program.run(
        SUBMIT_LIMIT,
        Map.of("COTEJO_SERVER", url(), "COTEJO_TOKEN", role.isEmpty() ? "" : token(role)),
        "deploy/client/cotejo",
        List.of(arguments));
  }

  /** The id of a sample paper; the first call submits it and waits until it is complete. */
  String document(SamplePaper paper) {
    return documents.computeIfAbsent(
        paper.name(),
        name -> {
          List<String> arguments =
              new ArrayList<>(List.of("submit", "--follow", "--timeout", "240"));
          arguments.addAll(paper.clientArguments());
          arguments.addAll(List.of("--idempotency-key", "acceptance-" + name));
          return client("submitter", arguments.toArray(String[]::new)).succeeded().lastLine();
        });
  }

  JsonNode state() {
    return state(data);
  }

  private static JsonNode state(Path data) {
    try {
      return JSON.readTree(data.resolve("run/state.json").toFile());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  JsonNode part(String name) {
    for (JsonNode part : state().path("parts")) {
      if (part.path("name").asText().equals(name)) {
        return part;
      }
    }
    throw new AssertionError("the stack has no part " + name + ": " + state());
  }

  /** The first of sixteen free ports in a row. */
  private static int freePorts() {
    return IntStream.iterate(18_100, first -> first < 28_000, first -> first + 20)
        .filter(first -> IntStream.range(first, first + PORTS_NEEDED).allMatch(Stack::free))
        .findFirst()
        .orElseThrow();
  }

  private static boolean free(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
