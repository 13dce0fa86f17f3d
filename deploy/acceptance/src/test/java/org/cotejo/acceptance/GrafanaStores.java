package org.cotejo.acceptance;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Grafana's stores of traces (Tempo 3) and logs (Loki 3), a process each, all in one folder. */
final class GrafanaStores implements AutoCloseable {
  private static final Duration UP_WITHIN = Duration.ofSeconds(90);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final int tempoPort = BackgroundProcess.freePort();
  private final int receiverPort = BackgroundProcess.freePort();
  private final int lokiPort = BackgroundProcess.freePort();
  private final BackgroundProcess tempo;
  private final BackgroundProcess loki;

  /**
   * Starts both and waits until they answer.
   *
   * @param tempoProgram path of the program
   * @param lokiProgram path of the program
   * @param folder for what they keep, and for their logs
   */
  GrafanaStores(String tempoProgram, String lokiProgram, Path folder) throws IOException {
    Path tempoFile = folder.resolve("tempo.yaml");
    Files.writeString(
        tempoFile,
        """
        server: {http_listen_address: 127.0.0.1, http_listen_port: %d, grpc_listen_address: 127.0.0.1, grpc_listen_port: %d}
        distributor: {receivers: {otlp: {protocols: {http: {endpoint: '127.0.0.1:%d'}}}}}
        storage: {trace: {backend: local, wal: {path: '%s/wal'}, local: {path: '%s/blocks'}}}
        live_store: {wal: {path: '%s/live'}, shutdown_marker_dir: '%s/down'}
        backend_scheduler: {local_work_path: '%s/work'}
        usage_report: {reporting_enabled: false}
        """
            .formatted(
                tempoPort,
                BackgroundProcess.freePort(),
                receiverPort,
                folder,
                folder,
                folder,
                folder,
                folder));
    Path lokiFile = folder.resolve("loki.yaml");
    Files.writeString(
        lokiFile,
        """
        auth_enabled: false
        server: {http_listen_address: 127.0.0.1, http_listen_port: %d, grpc_listen_address: 127.0.0.1, grpc_listen_port: %d}
        common:
          instance_addr: 127.0.0.1
          path_prefix: %s/loki
          replication_factor: 1
          storage: {filesystem: {chunks_directory: '%s/loki/chunks', rules_directory: '%s/loki/rules'}}
          ring: {kvstore: {store: inmemory}}
        schema_config:
          configs:
            - {from: 2024-01-01, store: tsdb, object_store: filesystem, schema: v13, index: {prefix: index_, period: 24h}}
        analytics: {reporting_enabled: false}
        """
            .formatted(lokiPort, BackgroundProcess.freePort(), folder, folder, folder));
    tempo = BackgroundProcess.start(folder, "tempo", tempoProgram, "-config.file=" + tempoFile);
    loki = BackgroundProcess.start(folder, "loki", lokiProgram, "-config.file=" + lokiFile);
    await()
        .atMost(UP_WITHIN)
        .ignoreExceptions()
        .until(() -> tempo().get("/ready").status() == 200 && loki().get("/ready").status() == 200);
  }

  /** Where services send their traces to. */
  String receiver() {
    return "http://127.0.0.1:" + receiverPort;
  }

  /** How many traces a query in TraceQL finds. */
  int traces(String query) {
    return tempo()
        .get("/api/search?limit=20&q=" + encoded(query))
        .requireStatus(200)
        .json()
        .path("traces")
        .size();
  }

  /** How many lines a query in LogQL finds. */
  long lines(String query) {
    return loki()
        .get("/loki/api/v1/query_range?limit=500&since=1h&query=" + encoded(query))
        .requireStatus(200)
        .json()
        .at("/data/result")
        .valueStream()
        .mapToLong(stream -> stream.path("values").size())
        .sum();
  }

  /**
   * Sends lines of a log as a collector of a cluster does: with the labels of their pod.
   *
   * @param lines as the service wrote them
   */
  void take(Map<String, String> labels, List<String> lines) {
    ObjectNode stream = JSON.createObjectNode();
    labels.forEach(stream.putObject("stream")::put);
    ArrayNode values = stream.putArray("values");
    long time = System.currentTimeMillis() * 1_000_000;
    for (String line : lines) {
      values.addArray().add(Long.toString(time++)).add(line);
    }
    ObjectNode body = JSON.createObjectNode();
    body.putArray("streams").add(stream);
    loki().postJson("/loki/api/v1/push", body.toString()).requireStatus(204);
  }

  @Override
  public void close() {
    tempo.close();
    loki.close();
  }

  private Api tempo() {
    return new Api("http://127.0.0.1:" + tempoPort, "");
  }

  private Api loki() {
    return new Api("http://127.0.0.1:" + lokiPort, "");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
