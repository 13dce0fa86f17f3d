package org.cotejo.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Another institution's web site with IIIF viewers, on another origin than the stack. A real server
 * on loopback, since Chromium lets no other address ask loopback.
 */
final class ViewerHost implements AutoCloseable {

  private static final Path BUNDLES = Path.of("target/viewers");

  private final HttpServer server;

  ViewerHost() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.createContext("/bundle/", ViewerHost::bundle);
    server.createContext("/", ViewerHost::page);
    server.start();
  }

  /** A page that holds one viewer's script, {@code mirador} or {@code clover-iiif}, and a place. */
  String page(String viewer) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + viewer;
  }

  private static void page(HttpExchange exchange) throws IOException {
    String viewer = exchange.getRequestURI().getPath().substring(1);
    String html =
        """
        <!doctype html><meta charset="utf-8"><title>Viewer</title>
        <link rel="icon" href="data:,">
        <div id="viewer" style="position:absolute;inset:0"></div>
        <script src="/bundle/%s.js"></script>
        """
            .formatted(viewer);
    answer(exchange, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
  }

  private static void bundle(HttpExchange exchange) throws IOException {
    Path file = BUNDLES.resolve(Path.of(exchange.getRequestURI().getPath()).getFileName());
    answer(exchange, "text/javascript; charset=utf-8", Files.readAllBytes(file));
  }

  private static void answer(HttpExchange exchange, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
