package org.cotejo.images;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** As much of a registry (OCI distribution specification) as takes an image in. */
final class SmallRegistry implements AutoCloseable {
  private final Map<String, byte[]> blobs = new ConcurrentHashMap<>();
  private final Map<String, byte[]> manifests = new ConcurrentHashMap<>();
  private final Map<String, byte[]> uploads = new ConcurrentHashMap<>();
  private final AtomicInteger next = new AtomicInteger();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private final PlainPort front;

  SmallRegistry() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v2/", this::answer);
    server.setExecutor(threads);
    server.start();
    front = new PlainPort(server.getAddress().getPort());
  }

  String address() {
    return "localhost:" + front.port();
  }

  /** Manifests by tag. */
  Map<String, byte[]> manifests() {
    return manifests;
  }

  /** Contents by digest, each as its digest says. */
  Map<String, byte[]> blobs() {
    return blobs;
  }

  @Override
  public void close() throws IOException {
    front.close();
    server.stop(0);
    threads.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String last = path.substring(path.lastIndexOf('/') + 1);
    byte[] body = exchange.getRequestBody().readAllBytes();
    int status =
        switch (exchange.getRequestMethod()) {
          case "GET" -> 200;
          case "HEAD" -> blobs.containsKey(last) ? 200 : 404;
          case "POST" -> upload(exchange, path + next.incrementAndGet(), body);
          case "PATCH" -> upload(exchange, path, body);
          case "PUT" -> put(exchange, path, last, body);
          default -> 405;
        };
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private int upload(HttpExchange exchange, String place, byte[] body) {
    uploads.put(place, body);
    exchange.getResponseHeaders().set("Location", place);
    return 202;
  }

  private int put(HttpExchange exchange, String path, String tag, byte[] body) {
    if (path.contains("/manifests/")) {
      manifests.put(tag, body);
      exchange.getResponseHeaders().set("Docker-Content-Digest", digest(body));
      return 201;
    }
    byte[] content = uploads.getOrDefault(path, body);
    String declared = exchange.getRequestURI().getQuery().replaceFirst(".*digest=", "");
    if (!declared.equals(digest(content))) {
      return 400;
    }
    blobs.put(declared, content);
    return 201;
  }

  private static String digest(byte[] content) {
    try {
      return "sha256:"
          + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
