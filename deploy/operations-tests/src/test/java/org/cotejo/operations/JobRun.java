package org.cotejo.operations;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.cotejo.local.infrastructure.JavaCommand;

/**
 * What a Job's container would start, started here with the packaged service.
 *
 * @param code that it ended with
 * @param output of both streams
 */
record JobRun(int code, String output) {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  /** What stands for a value that the cluster takes from a Secret. */
  static final String SECRET = "test";

  /**
   * Runs a Job to its end.
   *
   * @param service without {@code -service}
   * @param besides variables that are added or take the place of the Job's
   */
  static JobRun of(
      Manifests manifests, String job, String service, Map<String, Object> besides, Path folder)
      throws IOException, InterruptedException {
    Path jar = Repository.ROOT.resolve(service + "-service/target/quarkus-app/quarkus-run.jar");
    assertTrue(Files.isRegularFile(jar), service + "-service is not built");
    JsonNode container = manifests.get("Job", job).at("/spec/template/spec/containers/0");
    List<String> command = new ArrayList<>(List.of(JavaCommand.path(), "-jar", jar.toString()));
    Manifests.each(container.path("args")).forEach(one -> command.add(one.asText()));
    Path log = Files.createTempFile(folder, job, ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(environment(manifests, container, service));
    besides.forEach((name, value) -> builder.environment().put(name, value.toString()));
    Process process = builder.start();
    boolean ended = process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
    process.destroyForcibly();
    assertTrue(ended, () -> Repository.text(log));
    return new JobRun(process.exitValue(), Repository.text(log));
  }

  private static Map<String, String> environment(
      Manifests manifests, JsonNode container, String service) {
    Map<String, String> environment = new HashMap<>();
    manifests
        .get("ConfigMap", "cotejo-" + service + "-service")
        .path("data")
        .properties()
        .forEach(one -> environment.put(one.getKey(), one.getValue().asText()));
    Manifests.each(container.path("env"))
        .forEach(
            one -> environment.put(one.path("name").asText(), one.path("value").asText(SECRET)));
    return environment;
  }
}
