package org.cotejo.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An HTTP server that answers as the API does, from a script of answers for each method and path.
 */
final class ServerDouble implements AutoCloseable {

  /** A request as it came. */
  record Seen(String method, String path, Map<String, List<String>> headers, byte[] body) {
    String header(String name) {
      return headers.getOrDefault(name, List.of("")).getFirst();
    }

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  private record Answer(int status, String body) {}

  private final HttpServer server;
  private final Map<String, Queue<Answer>> answers = new HashMap<>();
  final List<Seen> seen = new CopyOnWriteArrayList<>();

  ServerDouble() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The next answer to such a request; the last one is given again and again. */
  ServerDouble on(String method, String path, int status, String body) {
    answers
        .computeIfAbsent(method + " " + path, _ -> new ArrayDeque<>())
        .add(new Answer(status, body));
    return this;
  }

  List<Seen> seen(String method, String path) {
    List<Seen> found = new ArrayList<>(seen);
    found.removeIf(request -> !request.method().equals(method) || !request.path().equals(path));
    return found;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getRawPath();
    byte[] body = exchange.getRequestBody().readAllBytes();
    seen.add(
        new Seen(
            exchange.getRequestMethod(), path, new HashMap<>(exchange.getRequestHeaders()), body));
    Answer answer = next(exchange.getRequestMethod() + " " + path);
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private synchronized Answer next(String request) {
    Queue<Answer> script = answers.getOrDefault(request, new ArrayDeque<>());
    Answer answer = script.size() > 1 ? script.remove() : script.peek();
    return answer == null ? new Answer(404, "{\"title\":\"Not found\",\"status\":404}") : answer;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
