package org.cotejo.bench.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The local stack, by its own commands. */
public record LocalStack(Path root, Path data, int port) {

  private static final Duration START_LIMIT = Duration.ofMinutes(5);
  private static final long KIB_PER_MIB = 1024;
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * A stack that runs already.
   *
   * @throws IOException when none runs on the folder
   */
  public static LocalStack attached(Path root, Path data) throws IOException {
    Path state = data.resolve("run/state.json");
    if (!Files.exists(state)) {
      throw new IOException("no stack runs on " + data + "; start one with deploy/local/up");
    }
    URI url = URI.create(JSON.readTree(state.toFile()).path("url").asText());
    return new LocalStack(root, data, url.getPort());
  }

  public String url() {
    return "http://127.0.0.1:" + port;
  }

  /**
   * Starts it.
   *
   * @param more arguments of {@code deploy/local/up} besides
   * @return how long it took
   */
  public Duration up(String... more) throws IOException, InterruptedException {
    Instant start = Instant.now();
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--data",
                data.toString(),
                "--port",
                Integer.toString(port),
                "--detach",
                "--no-samples"));
    arguments.addAll(List.of(more));
    run("deploy/local/up", arguments.toArray(String[]::new));
    return Duration.between(start, Instant.now());
  }

  public void down() throws IOException, InterruptedException {
    run("deploy/local/down", "--data", data.toString());
  }

  public String token(String roles) throws IOException, InterruptedException {
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
  public Map<String, Long> memoryMib() throws IOException {
    return eachPart(pids -> pids.map(LocalStack::proportionalSetKib).sum() / KIB_PER_MIB);
  }

  /**
   * Processor time of each part since its start in hundredths of a second, its child processes
   * included, those too that have ended (proc(5), {@code /proc/[pid]/stat}, fields 14 to 17).
   */
  public Map<String, Long> processorTicks() throws IOException {
    return eachPart(pids -> pids.map(LocalStack::ticks).sum());
  }

  /** Port of a part that runs; empty when the stack has none of this name. */
  public Optional<Integer> portOf(String name) throws IOException {
    for (JsonNode part : state().path("parts")) {
      if (part.path("name").asText().equals(name)) {
        return Optional.of(part.path("port").asInt());
      }
    }
    return Optional.empty();
  }

  private JsonNode state() throws IOException {
    return JSON.readTree(data.resolve("run/state.json").toFile());
  }

  private Map<String, Long> eachPart(ToLongFunction<LongStream> figure) throws IOException {
    JsonNode state = state();
    Map<String, Long> figures = new LinkedHashMap<>();
    figures.put(
        "launcher", figure.applyAsLong(LongStream.of(state.path("launcher").path("pid").asLong())));
    for (JsonNode part : state.path("parts")) {
      long pid = part.path("process").path("pid").asLong();
      LongStream children =
          ProcessHandle.of(pid)
              .map(ProcessHandle::descendants)
              .orElseGet(Stream::empty)
              .mapToLong(ProcessHandle::pid);
      figures.put(
          part.path("name").asText(),
          figure.applyAsLong(LongStream.concat(LongStream.of(pid), children)));
    }
    return figures;
  }

  private static long ticks(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      // The second field is the program's name in parentheses, and may hold spaces.
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return LongStream.of(11, 12, 13, 14).map(field -> Long.parseLong(fields[(int) field])).sum();
    } catch (IOException ended) {
      return 0;
    }
  }

  private static long proportionalSetKib(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
      return lines
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
          .sum();
    } catch (IOException | UncheckedIOException ended) {
      return 0;
    }
  }
}
