package org.cotejo.local.elasticsearch;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.PluginsLoader;

/**
 * Starts one Elasticsearch node in this process: the stock server without its launcher, its
 * entitlements and its bootstrap checks, therefore for loopback alone. It starts in a third of the
 * time and of the memory.
 *
 * <p>Needs the system property {@code es.path.home} and one argument, the folder of {@code
 * elasticsearch.yml} and {@code log4j2.properties}. Ends cleanly on SIGTERM.
 */
public final class ElasticsearchNode {
  private ElasticsearchNode() {}

  /** Runs until the process is told to stop. */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws Exception {
    Path home = Path.of(System.getProperty("es.path.home"));
    Path configuration = Path.of(arguments[0]);
    LogConfigurator.registerErrorListener();
    LogConfigurator.configureESLogging();
    Environment environment =
        InternalSettingsPreparer.prepareEnvironment(
            Settings.builder().put("path.home", home).build(),
            Map.of(),
            configuration,
            () -> "cotejo-local");
    LogConfigurator.setNodeName("cotejo-local");
    LogConfigurator.setClusterName("cotejo-local");
    LogConfigurator.configure(environment, true);
    PluginsLoader plugins =
        PluginsLoader.createPluginsLoader(
            PluginsLoader.loadModulesBundles(home.resolve("modules"), false),
            PluginsLoader.loadPluginsBundles(home.resolve("plugins"), false),
            new HashMap<>());
    Node node = new Node(environment, plugins);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(node, stopped), "stop-node"));
    node.start();
    stopped.await();
  }

  private static void stop(Node node, CountDownLatch stopped) {
    try {
      node.prepareForClose();
      node.close();
    } catch (Exception failure) {
      System.err.println("the node did not close cleanly: " + failure);
    } finally {
      stopped.countDown();
    }
  }
}
