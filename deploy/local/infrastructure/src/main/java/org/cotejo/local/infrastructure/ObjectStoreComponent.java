package org.cotejo.local.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An S3 store over a folder.
 *
 * @param distribution where its class path is
 * @param folder objects and configuration
 * @param port on loopback
 * @param accessKey the one account
 * @param secretKey its secret
 */
public record ObjectStoreComponent(
    Distribution distribution, Path folder, int port, String accessKey, String secretKey)
    implements Component {
  private static final int FORBIDDEN = 403;

  @Override
  public String name() {
    return "object-store";
  }

  @Override
  public void prepare() {
    try {
      Files.createDirectories(folder.resolve("objects"));
    } catch (IOException failure) {
      throw new InfrastructureException("cannot make " + folder, failure);
    }
    Map<String, String> settings = new TreeMap<>();
    settings.put("s3proxy.endpoint", endpoint());
    settings.put("s3proxy.authorization", "aws-v2-or-v4");
    settings.put("s3proxy.identity", accessKey);
    settings.put("s3proxy.credential", secretKey);
    settings.put("jclouds.provider", "filesystem-nio2");
    settings.put("jclouds.identity", "local");
    settings.put("jclouds.credential", "local");
    settings.put("jclouds.filesystem.basedir", folder.resolve("objects").toString());
    ConfigFile.properties(folder.resolve("s3proxy.properties"), settings);
    ConfigFile.text(folder.resolve("logback.xml"), LOGGING);
  }

  @Override
  public ProcessSpec process() {
    List<String> command =
        List.of(
            JavaCommand.path(),
            "-Xms32m",
            "-Xmx128m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dlogback.configurationFile=" + folder.resolve("logback.xml"),
            "-cp",
            distribution.objectStoreClassPath(),
            "org.gaul.s3proxy.Main",
            "--properties",
            folder.resolve("s3proxy.properties").toString());
    return new ProcessSpec(name(), command, Map.of(), folder);
  }

  @Override
  public boolean healthy() {
    // Without credentials the store says "forbidden", which shows that it answers.
    int status = Loopback.status(port, "/");
    return status == FORBIDDEN || status == 200;
  }

  /** Base address of the store. */
  public String endpoint() {
    return "http://" + Loopback.HOST + ":" + port;
  }

  private static final String LOGGING =
      """
      <configuration>
        <appender name="STDOUT" class="ch.qos.logback.core.ConsoleAppender">
          <encoder><pattern>%d %-5level %logger{1} %msg%n</pattern></encoder>
        </appender>
        <root level="WARN"><appender-ref ref="STDOUT"/></root>
      </configuration>
      """;
}
