package org.cotejo.local.infrastructure;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One Elasticsearch node.
 *
 * @param distribution where its home is
 * @param folder data, logs and configuration
 * @param port for HTTP
 * @param transportPort for the node itself
 */
public record ElasticsearchComponent(
    Distribution distribution, Path folder, int port, int transportPort) implements Component {

  @Override
  public String name() {
    return "elasticsearch";
  }

  @Override
  public void prepare() {
    Map<String, String> settings = new TreeMap<>();
    settings.put("cluster.name", "cotejo-local");
    settings.put("node.name", "cotejo-local");
    settings.put("path.data", folder.resolve("data").toString());
    settings.put("path.logs", folder.resolve("logs").toString());
    settings.put("http.host", Loopback.HOST);
    settings.put("http.port", Integer.toString(port));
    settings.put("transport.host", Loopback.HOST);
    settings.put("transport.port", Integer.toString(transportPort));
    settings.put("discovery.type", "single-node");
    settings.put("action.auto_create_index", "false");
    // The serial collector leaves garbage in the heap until it is full; counted as used, it would
    // have requests refused while most of the heap is free.
    settings.put("indices.breaker.total.use_real_memory", "false");
    ConfigFile.yaml(configuration().resolve("elasticsearch.yml"), settings);
    ConfigFile.text(configuration().resolve("log4j2.properties"), LOGGING);
  }

  @Override
  public ProcessSpec process() {
    Path home = distribution.elasticsearchHome();
    List<String> command =
        List.of(
            JavaCommand.path(),
            "-Xms256m",
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-Des.path.home=" + home,
            "-Des.distribution.type=zip",
            "-Dlog4j2.disable.jmx=true",
            "-Dio.netty.noUnsafe=true",
            "-Dio.netty.noKeySetOptimization=true",
            "-Djava.io.tmpdir=" + folder.resolve("tmp"),
            "--enable-native-access=org.elasticsearch.nativeaccess,org.elasticsearch.foreign,"
                + "org.apache.lucene.core,ALL-UNNAMED",
            "--add-modules=jdk.incubator.vector,jdk.net,jdk.management.agent,ALL-MODULE-PATH",
            "--add-opens=org.apache.lucene.core/org.apache.lucene.codecs.lucene99"
                + "=org.elasticsearch.server",
            "--add-opens=org.apache.lucene.core/org.apache.lucene.codecs.hnsw"
                + "=org.elasticsearch.server",
            "--add-opens=org.apache.lucene.core/org.apache.lucene.internal.vectorization"
                + "=org.elasticsearch.server",
            "--module-path",
            home.resolve("lib").toString(),
            "-cp",
            distribution.elasticsearchNodeJar().toString(),
            "org.cotejo.local.elasticsearch.ElasticsearchNode",
            configuration().toString());
    return new ProcessSpec(name(), command, Map.of(), folder.resolve("tmp"));
  }

  @Override
  public boolean healthy() {
    return Loopback.status(port, "/_cluster/health?wait_for_status=yellow&timeout=1s") == 200;
  }

  /** Address for clients. */
  public String url() {
    return "http://" + Loopback.HOST + ":" + port;
  }

  private Path configuration() {
    return folder.resolve("conf");
  }

  private static final String LOGGING =
      """
      status = error
      appender.console.type = Console
      appender.console.name = console
      appender.console.layout.type = PatternLayout
      appender.console.layout.pattern = %d{ISO8601} %-5p %c{1.} %m%n
      rootLogger.level = warn
      rootLogger.appenderRef.console.ref = console
      """;
}
