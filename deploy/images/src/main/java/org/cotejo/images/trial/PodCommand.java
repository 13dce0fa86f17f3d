package org.cotejo.images.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Renders the chart and tells how an engine runs the container of a service: a line for each word
 * ({@code run}, then image as {@code image}, arguments as {@code argument}) and each probe ({@code
 * probe KIND PATH PERIOD TIMEOUT FAILURES}). Its settings, among them passwords, go to a file.
 */
@Command(name = "pod", description = "Tells how an engine runs a service of the chart.")
public final class PodCommand implements Callable<Integer> {
  @Option(names = "--chart", required = true)
  private @Nullable Path chart;

  @Option(names = "--values")
  private List<Path> values = new ArrayList<>();

  @Option(names = "--set", description = "As helm takes it.")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(names = "--secret", description = "NAME/KEY=VALUE")
  private Map<String, String> secrets = new LinkedHashMap<>();

  @Option(names = "--service", required = true)
  private String service = "";

  @Option(names = "--environment", required = true, description = "File to write.")
  private @Nullable Path environment;

  @Override
  public Integer call() throws IOException {
    PodContainer container =
        PodContainer.of(
            RenderedChart.of(Objects.requireNonNull(chart), values, settings), service, secrets);
    Files.writeString(
        Objects.requireNonNull(environment),
        new TreeMap<>(container.environment())
            .entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue() + "\n")
                .collect(Collectors.joining()));
    container.options().forEach(word -> System.out.println("run " + word));
    System.out.println("image " + container.image());
    container.arguments().forEach(word -> System.out.println("argument " + word));
    container
        .probes()
        .forEach(
            probe ->
                System.out.printf(
                    "probe %s %s %d %d %d%n",
                    probe.kind(),
                    probe.path(),
                    probe.periodSeconds(),
                    probe.timeoutSeconds(),
                    probe.failureThreshold()));
    return 0;
  }
}
