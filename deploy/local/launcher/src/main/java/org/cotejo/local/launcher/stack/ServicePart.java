package org.cotejo.local.launcher.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cotejo.local.infrastructure.JavaCommand;
import org.cotejo.local.infrastructure.Loopback;
import org.cotejo.local.infrastructure.ProcessSpec;

/**
 * One of the four services.
 *
 * @param jar its {@code quarkus-run.jar}
 * @param environment its configuration
 * @param folder where it runs and puts temporary files
 */
record ServicePart(
    Service service, int port, Path jar, Map<String, String> environment, Path folder)
    implements Part {

  ServicePart {
    environment = Map.copyOf(environment);
  }

  @Override
  public String name() {
    return service.partName();
  }

  @Override
  public Tier tier() {
    return Tier.SERVICE;
  }

  @Override
  public Set<String> needs() {
    return service.needs();
  }

  @Override
  public void prepare() {
    Folders.make(folder.resolve("tmp"));
  }

  @Override
  public ProcessSpec process() {
    List<String> command =
        List.of(
            JavaCommand.path(),
            "-Xms32m",
            "-Xmx" + service.heap(),
            "-XX:+UseSerialGC",
            "-Xss512k",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true",
            "-Djava.io.tmpdir=" + folder.resolve("tmp"),
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-jar",
            jar.toString());
    return new ProcessSpec(name(), command, environment, folder);
  }

  @Override
  public boolean healthy() {
    return Loopback.status(port, "/q/health/ready") == 200;
  }
}
