package org.cotejo.bench.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The local stack, by its own commands. */
record LocalStack(Path root, Path data, int port) {

  private static final Duration START_LIMIT = Duration.ofMinutes(5);
  private static final long KIB_PER_MIB = 1024;
  private static final ObjectMapper JSON = new ObjectMapper();

  String url() {
    return "http://127.0.0.1:" + port;
  }

  Duration up() throws IOException, InterruptedException {
    Instant start = Instant.now();
    run(
        "deploy/local/up",
        "--data",
        data.toString(),
        "--port",
        Integer.toString(port),
        "--detach",
        "--no-samples");
    return Duration.between(start, Instant.now());
  }

  void down() throws IOException, InterruptedException {
    run("deploy/local/down", "--data", data.toString());
  }

  String token(String roles) throws IOException, InterruptedException {
    return run("deploy/local/token", roles, "--data", data.toString()).strip();
  }

  private String run(String script, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(root.resolve(script).toString()));
    command.addAll(List.of(arguments));
    File output = Files.createTempFile("bench-", ".log").toFile();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output).start();
    boolean ended = process.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
    String said = Files.readString(output.toPath());
    Files.delete(output.toPath());
    if (!ended || process.exitValue() != 0) {
      process.destroy();
      throw new IOException(script + " failed: " + said);
    }
    return said;
  }

  /**
   * Memory of each part in MiB, its child processes included: proportional set size, so that pages
   * that processes share count once.
   */
  Map<String, Long> memoryMib() throws IOException {
    JsonNode state = JSON.readTree(data.resolve("run/state.json").toFile());
    Map<String, Long> memory = new LinkedHashMap<>();
    memory.put(
        "launcher", proportionalSetKib(state.path("launcher").path("pid").asLong()) / KIB_PER_MIB);
    for (JsonNode part : state.path("parts")) {
      long pid = part.path("process").path("pid").asLong();
      long total = proportionalSetKib(pid);
      List<ProcessHandle> children =
          ProcessHandle.of(pid).map(ProcessHandle::descendants).orElseGet(Stream::empty).toList();
      for (ProcessHandle child : children) {
        total += proportionalSetKib(child.pid());
      }
      memory.put(part.path("name").asText(), total / KIB_PER_MIB);
    }
    return memory;
  }

  private static long proportionalSetKib(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
      return lines
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
          .sum();
    } catch (IOException ended) {
      return 0;
    }
  }
}
