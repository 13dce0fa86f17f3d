package org.cotejo.local.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.cotejo.local.infrastructure.Distribution;
import org.cotejo.local.infrastructure.Loopback;
import org.cotejo.local.launcher.auth.SigningKey;
import org.cotejo.local.launcher.folder.DataFolder;
import org.cotejo.local.launcher.folder.FolderLock;
import org.cotejo.local.launcher.folder.PrivateFile;
import org.cotejo.local.launcher.folder.Secrets;
import org.cotejo.local.launcher.keeping.Recovery;
import org.cotejo.local.launcher.samples.SampleCollection;
import org.cotejo.local.launcher.stack.Leftovers;
import org.cotejo.local.launcher.stack.LogFollower;
import org.cotejo.local.launcher.stack.Machine;
import org.cotejo.local.launcher.stack.Ports;
import org.cotejo.local.launcher.stack.Progress;
import org.cotejo.local.launcher.stack.Stack;
import org.cotejo.local.launcher.stack.StackOptions;
import org.cotejo.local.launcher.stack.StackPlan;
import org.cotejo.local.launcher.stack.StackState;
import org.cotejo.local.launcher.stack.StartupCache;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts a stack and stays with it until it is stopped. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = "Starts the local stack: everything that Cotejo needs, on this machine.")
final class UpCommand implements Callable<Integer> {
  private static final String DEFAULT_PORT = "8080";

  @Mixin private DataOption data;

  @Option(
      names = "--port",
      defaultValue = DEFAULT_PORT,
      description = "The stack's address; the 15 ports after it are used too (default: 8080).")
  private int port;

  @Option(names = "--detach", description = "Return when everything is ready, and go on behind.")
  private boolean detach;

  @Option(
      names = "--tessdata",
      paramLabel = "DIR",
      description = "Language data of the OCR (default: those that the build has fetched).")
  private @Nullable Path tessdata;

  @Option(names = "--no-samples", description = "Do not load the sample papers on first start.")
  private boolean withoutSamples;

  @Option(
      names = "--with-prometheus",
      description =
          "Let the Prometheus of this machine look at the services; its port is the fifth.")
  private boolean withPrometheus;

  @Option(
      names = "--no-services",
      description =
          "Start infrastructure and gateway alone, for services that are started elsewhere; what each has to know is written to DATA/auth/NAME.env.")
  private boolean withoutServices;

  @Option(names = "--check", hidden = true, description = "Only look whether a start is possible.")
  private boolean checkOnly;

  /** Set for the process that goes on behind: its output is a log that is shown elsewhere. */
  @Option(names = "--behind", hidden = true)
  private boolean behind;

  @Override
  public Integer call() throws InterruptedException {
    DataFolder folder = data.folder();
    Ports ports = new Ports(port);
    if (checkOnly || detach) {
      check(folder, ports).close();
      if (checkOnly) {
        return 0;
      }
      markStart(folder);
      return new DetachedLauncher(
              folder,
              port,
              Optional.ofNullable(tessdata),
              Stream.of(
                      withoutSamples ? "--no-samples" : "",
                      withPrometheus ? "--with-prometheus" : "",
                      withoutServices ? "--no-services" : "")
                  .filter(flag -> !flag.isEmpty())
                  .toList())
          .start(UpCommand::print);
    }
    try (FolderLock _ = check(folder, ports)) {
      return run(folder, ports);
    }
  }

  private int run(DataFolder folder, Ports ports) throws InterruptedException {
    Distribution distribution = Distribution.find();
    StackOptions options =
        new StackOptions(
            withoutServices ? Path.of("/tessdata") : languages(distribution),
            !withoutServices,
            withPrometheus);
    markStart(folder);
    Secrets secrets = Secrets.loadOrCreate(folder.secrets(), new SecureRandom());
    SigningKey key = SigningKey.loadOrCreate(folder.signingKey());
    PrivateFile.write(folder.keySet(), key.keySet());
    StackPlan plan = new StackPlan(folder, ports, secrets, distribution, options);
    if (withoutServices) {
      plan.writeEnvironments();
    }
    String url = StackPlan.url(port);
    StartupCache caches =
        new StartupCache(distribution.root().resolve("deploy/local/launcher/target/aot"));
    Stack stack = new Stack(plan.parts(), folder, url, caches, UpCommand::print);
    // Behind, nobody looks; the files have all lines.
    LogFollower logs = new LogFollower(behind ? Map.of() : stack.logs(), UpCommand::print);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stack, logs, folder), "stop-stack"));
    stack.start();
    folder.mark(true, port);
    if (withPrometheus) {
      print("Prometheus at " + StackPlan.url(ports.prometheus()));
    }
    print("ready " + url);
    if (!withoutServices) {
      recover(folder, url, key);
    }
    if (!withoutSamples && !withoutServices) {
      loadSamples(folder, distribution, url, key);
    }
    stack.awaitStopRequest();
    return 0;
  }

  private void recover(DataFolder folder, String url, SigningKey key) {
    Recovery recovery = new Recovery(folder.restoredMarker());
    if (recovery.due()) {
      Progress progress = UpCommand::print;
      Thread.ofVirtual()
          .name("recover")
          .start(() -> recovery.run(url, StackPlan.issuer(port), key, progress));
    }
  }

  private void markStart(DataFolder folder) {
    folder.mark(folder.marker().map(DataFolder.Marker::initialised).orElse(false), port);
  }

  /** Everything that can be wrong before a process is started; the caller closes the lock. */
  private FolderLock check(DataFolder folder, Ports ports) {
    folder.check();
    FolderLock lock =
        FolderLock.tryAcquire(folder.lock()).orElseThrow(() -> alreadyRunning(folder));
    try {
      StackState.read(folder.state()).ifPresent(state -> Leftovers.stop(state, UpCommand::print));
      Machine.measure(folder.root()).check();
      ports.refuseTaken(Loopback::portFree);
      return lock;
    } catch (RuntimeException failure) {
      lock.close();
      throw failure;
    }
  }

  private static Refusal alreadyRunning(DataFolder folder) {
    return new Refusal(
        StackState.read(folder.state())
            .map(
                state ->
                    "a stack is running on %s already: %s (process %d, %s); stop it with deploy/local/down --data %s"
                        .formatted(
                            folder.root(),
                            state.url(),
                            state.launcher().pid(),
                            state.status(),
                            folder.root()))
            .orElse("another launcher is starting or stopping on " + folder.root()));
  }

  private Path languages(Distribution distribution) {
    Path given =
        tessdata == null
            ? distribution.root().resolve("ocr-service/target/tessdata")
            : tessdata.toAbsolutePath();
    try (Stream<Path> files = Files.isDirectory(given) ? Files.list(given) : Stream.empty()) {
      if (files.noneMatch(file -> file.toString().endsWith(".traineddata"))) {
        throw new Refusal(
            "there are no language data (*.traineddata) of the OCR in "
                + given
                + "; build ocr-service or give a folder with --tessdata");
      }
      return given;
    } catch (IOException failure) {
      throw new Refusal("the folder " + given + " cannot be read", failure);
    }
  }

  private void loadSamples(
      DataFolder folder, Distribution distribution, String url, SigningKey key) {
    Path papers = distribution.root().resolve("deploy/samples/papers");
    Progress progress = UpCommand::print;
    Thread.ofVirtual()
        .name("load-samples")
        .start(
            () ->
                new SampleCollection(papers, folder.samplesMarker())
                    .load(url, StackPlan.issuer(port), key, progress));
  }

  private static void end(Stack stack, LogFollower logs, DataFolder folder) {
    logs.close();
    stack.stop();
    try {
      Files.deleteIfExists(folder.state());
    } catch (IOException failure) {
      print(folder.state() + " cannot be removed");
    }
    print("stopped");
  }

  private static synchronized void print(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
