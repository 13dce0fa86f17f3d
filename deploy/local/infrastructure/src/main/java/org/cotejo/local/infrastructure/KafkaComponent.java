package org.cotejo.local.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.Uuid;

/**
 * One Kafka broker that is its own controller.
 *
 * @param distribution where its class path is
 * @param folder logs and configuration
 * @param port for clients
 * @param controllerPort for the controller
 */
public record KafkaComponent(Distribution distribution, Path folder, int port, int controllerPort)
    implements Component {
  private static final int FORMAT_LIMIT_SECONDS = 120;

  @Override
  public String name() {
    return "kafka";
  }

  @Override
  public void prepare() {
    ConfigFile.properties(settings(), settingsContent());
    ConfigFile.text(folder.resolve("log4j2.properties"), LOGGING);
    if (!Files.exists(folder.resolve("data/meta.properties"))) {
      format();
    }
  }

  @Override
  public ProcessSpec process() {
    List<String> command = new ArrayList<>(java());
    command.add("kafka.Kafka");
    command.add(settings().toString());
    return new ProcessSpec(name(), command, Map.of(), folder);
  }

  @Override
  public boolean healthy() {
    return Loopback.accepts(port) && Topics.reachable(bootstrapServers());
  }

  /** Address for clients. */
  public String bootstrapServers() {
    return Loopback.HOST + ":" + port;
  }

  private List<String> java() {
    return List.of(
        JavaCommand.path(),
        "-Xms64m",
        "-Xmx320m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-Dlog4j2.configurationFile=" + folder.resolve("log4j2.properties"),
        "-cp",
        distribution.kafkaClassPath());
  }

  private void format() {
    List<String> command = new ArrayList<>(java());
    command.addAll(
        List.of(
            "kafka.tools.StorageTool",
            "format",
            "-t",
            Uuid.randomUuid().toString(),
            "-c",
            settings().toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectErrorStream(true);
    builder.redirectOutput(folder.resolve("format.log").toFile());
    try {
      Process process = builder.start();
      if (!process.waitFor(FORMAT_LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new InfrastructureException(
            "Kafka's storage cannot be formatted; the log is " + folder.resolve("format.log"));
      }
    } catch (IOException failure) {
      throw new InfrastructureException("Kafka's storage tool cannot be started", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InfrastructureException("interrupted while formatting", interrupted);
    }
  }

  private Map<String, String> settingsContent() {
    Map<String, String> settings = new TreeMap<>();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", "1");
    settings.put("controller.quorum.voters", "1@" + Loopback.HOST + ":" + controllerPort);
    settings.put(
        "listeners",
        "PLAINTEXT://"
            + bootstrapServers()
            + ",CONTROLLER://"
            + Loopback.HOST
            + ":"
            + controllerPort);
    settings.put("advertised.listeners", "PLAINTEXT://" + bootstrapServers());
    settings.put("controller.listener.names", "CONTROLLER");
    settings.put("inter.broker.listener.name", "PLAINTEXT");
    settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.put("log.dirs", folder.resolve("data").toString());
    settings.put("auto.create.topics.enable", "false");
    settings.put("group.initial.rebalance.delay.ms", "0");
    for (String topic :
        List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
      settings.put(topic + ".replication.factor", "1");
    }
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");
    settings.put("offsets.topic.num.partitions", "8");
    settings.put("transaction.state.log.num.partitions", "2");
    settings.put("num.network.threads", "2");
    settings.put("num.io.threads", "4");
    settings.put("log.segment.bytes", Integer.toString(64 * 1024 * 1024));
    settings.put("offsets.retention.minutes", Integer.toString(365 * 24 * 60));
    return settings;
  }

  private Path settings() {
    return folder.resolve("server.properties");
  }

  private static final String LOGGING =
      """
      status = error
      appender.console.type = Console
      appender.console.name = console
      appender.console.layout.type = PatternLayout
      appender.console.layout.pattern = %d{ISO8601} %-5p %c{1} %m%n
      rootLogger.level = warn
      rootLogger.appenderRef.console.ref = console
      """;
}
