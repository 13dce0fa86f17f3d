package org.cotejo.local.launcher.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotejo.local.infrastructure.JavaCommand;
import org.cotejo.local.infrastructure.Loopback;
import org.cotejo.local.infrastructure.ProcessSpec;
import org.cotejo.local.launcher.folder.PrivateFile;
import org.cotejo.local.launcher.gateway.GatewayMain;
import org.cotejo.local.launcher.gateway.GatewaySettings;

/**
 * The gateway, from this program's own class path.
 *
 * @param file where its settings go
 * @param folder where it runs
 */
record GatewayPart(GatewaySettings settings, Path file, Path folder) implements Part {

  @Override
  public String name() {
    return "gateway";
  }

  @Override
  public Tier tier() {
    return Tier.GATEWAY;
  }

  @Override
  public int port() {
    return settings.port();
  }

  @Override
  public Set<String> needs() {
    return Set.of();
  }

  @Override
  public void prepare() {
    try {
      PrivateFile.write(file, new ObjectMapper().writeValueAsString(settings));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public ProcessSpec process() {
    List<String> command =
        List.of(
            JavaCommand.path(),
            "-Xms16m",
            "-Xmx64m",
            "-XX:MaxDirectMemorySize=64m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            GatewayMain.class.getName(),
            file.toString());
    return new ProcessSpec(name(), command, Map.of(), folder);
  }

  @Override
  public boolean healthy() {
    return Loopback.status(settings.port(), "/auth/jwks.json") == 200;
  }
}
