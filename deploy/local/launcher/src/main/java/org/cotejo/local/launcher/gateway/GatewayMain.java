package org.cotejo.local.launcher.gateway;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;

/** Runs the gateway as a process of its own; the argument is its settings file. */
public final class GatewayMain {
  private GatewayMain() {}

  /** Starts it; the process ends on SIGTERM. */
  public static void main(String[] arguments) throws IOException {
    Gateway gateway = new Gateway(GatewaySettings.read(Path.of(arguments[0])));
    Runtime.getRuntime().addShutdownHook(new Thread(gateway::close, "close-gateway"));
    try {
      gateway.start().toCompletionStage().toCompletableFuture().join();
    } catch (CompletionException failure) {
      System.err.println("the gateway cannot listen: " + failure.getCause());
      System.exit(1);
    }
  }
}
