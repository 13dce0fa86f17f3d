package org.cotejo.local.launcher.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotejo.local.infrastructure.InfrastructureException;
import org.cotejo.local.infrastructure.Loopback;
import org.cotejo.local.infrastructure.ProcessSpec;

/**
 * The Prometheus of the machine, which looks at the four services and knows the alerts of the
 * chart. Nothing of the stack needs it; it ends with the gateway, before what it looks at.
 *
 * @param targets port of each service by its job's name
 * @param rules the alerts
 * @param folder its configuration and data
 */
record PrometheusPart(int port, Map<String, Integer> targets, Path rules, Path folder)
    implements Part {
  static final String PROGRAM = "prometheus";

  PrometheusPart {
    targets = Map.copyOf(targets);
  }

  @Override
  public String name() {
    return PROGRAM;
  }

  @Override
  public Tier tier() {
    return Tier.GATEWAY;
  }

  @Override
  public Set<String> needs() {
    return Set.of();
  }

  @Override
  public void prepare() {
    Folders.make(folder.resolve("data"));
    try {
      Files.writeString(file(), configuration());
    } catch (IOException failure) {
      throw new InfrastructureException(file() + " cannot be written", failure);
    }
  }

  @Override
  public ProcessSpec process() {
    return new ProcessSpec(
        name(),
        List.of(
            PROGRAM,
            "--config.file=" + file(),
            "--storage.tsdb.path=" + folder.resolve("data"),
            "--storage.tsdb.retention.time=15d",
            "--storage.tsdb.retention.size=1GB",
            "--web.listen-address=" + Loopback.HOST + ":" + port,
            "--enable-feature=exemplar-storage"),
        Map.of(),
        folder);
  }

  @Override
  public boolean healthy() {
    return Loopback.status(port, "/-/ready") == 200;
  }

  private Path file() {
    return folder.resolve("prometheus.yml");
  }

  /** Looks often, for a person who watches it shall see what was just done. */
  private String configuration() {
    StringBuilder text = new StringBuilder();
    text.append("global: {scrape_interval: 5s, evaluation_interval: 5s}\n");
    text.append("rule_files: ['").append(rules).append("']\n");
    text.append("scrape_configs:\n");
    targets.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            target ->
                text.append(
                    """
                      - job_name: %s
                        metrics_path: /q/metrics
                        static_configs: [{targets: ['%s:%d']}]
                    """
                        .formatted(target.getKey(), Loopback.HOST, target.getValue())));
    return text.toString();
  }
}
