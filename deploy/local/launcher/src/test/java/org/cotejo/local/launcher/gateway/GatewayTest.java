package org.cotejo.local.launcher.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.cotejo.local.infrastructure.Loopback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class GatewayTest {
  private static final String KEYS = "{\"keys\":[]}";

  @TempDir Path folder;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client = HttpClient.newHttpClient();
  private HttpServer upstream;
  private Gateway gateway;
  private int port;

  @BeforeEach
  void start() throws Exception {
    upstream = HttpServer.create(new InetSocketAddress(Loopback.HOST, 0), 0);
    upstream.setExecutor(threads);
    upstream.createContext("/q/health/ready", exchange -> answer(exchange, 200, "{}"));
    upstream.start();
    int live = upstream.getAddress().getPort();
    Path keys = folder.resolve("jwks.json");
    Files.writeString(keys, KEYS);
    port = Loopback.freePort();
    Map<String, Integer> services =
        Map.of("ingest", live, "translation", live, "search", live, "ocr", Loopback.freePort());
    gateway =
        new Gateway(
            new GatewaySettings(port, services, Map.of("kafka", live), keys.toString(), 1_000, 60));
    gateway.start().toCompletionStage().toCompletableFuture().join();
  }

  @AfterEach
  void stop() {
    gateway.close();
    upstream.stop(0);
    threads.shutdownNow();
    client.close();
  }

  @Test
  void forwardsPathQueryAndWhoAsked() throws Exception {
    // Given
    upstream.createContext(
        "/v1/search",
        exchange ->
            answer(
                exchange,
                200,
                exchange.getRequestURI()
                    + " for="
                    + exchange.getRequestHeaders().get("X-Forwarded-For")
                    + " host="
                    + exchange.getRequestHeaders().get("X-Forwarded-Host")
                    + " token="
                    + exchange.getRequestHeaders().get("Authorization")));
    // When
    HttpResponse<String> answer =
        send(
            request("/v1/search?q=%22vuelos%20rasantes%22&language=es")
                .header("X-Forwarded-For", "203.0.113.9")
                .header("Authorization", "Bearer t")
                .build());
    // Then
    assertEquals(
        "/v1/search?q=%22vuelos%20rasantes%22&language=es for=[127.0.0.1] host=[127.0.0.1:"
            + port
            + "] token=[Bearer t]",
        answer.body());
  }

  @Test
  void passesEachEventOnWhenItHappens() throws Exception {
    // Given
    CountDownLatch firstWasRead = new CountDownLatch(1);
    upstream.createContext(
        "/v1/ingests/7/events",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write("data: first\n\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
            await(firstWasRead);
            out.write("data: second\n\n".getBytes(StandardCharsets.UTF_8));
          }
        });
    // When
    HttpResponse<InputStream> answer =
        client.send(
            request("/v1/ingests/7/events").build(), HttpResponse.BodyHandlers.ofInputStream());
    // Then
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      assertEquals("data: first", lines.readLine());
      firstWasRead.countDown();
      assertEquals("", lines.readLine());
      assertEquals("data: second", lines.readLine());
    }
  }

  @Test
  void streamsAnUploadThatIsLargerThanItsMemory() throws Exception {
    // Given
    AtomicLong received = new AtomicLong();
    CountDownLatch begun = new CountDownLatch(1);
    upstream.createContext(
        "/v1/documents",
        exchange -> {
          byte[] buffer = new byte[65_536];
          InputStream body = exchange.getRequestBody();
          for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            received.addAndGet(read);
            begun.countDown();
          }
          answer(exchange, 202, "accepted");
        });
    byte[] chunk = new byte[1 << 20];
    int chunks = 200;
    // When
    try (Socket socket = new Socket(Loopback.HOST, port)) {
      OutputStream out = socket.getOutputStream();
      out.write(
          ("POST /v1/documents HTTP/1.1\r\nHost: a\r\nContent-Length: "
                  + (long) chunks * chunk.length
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      out.write(chunk);
      out.flush();
      await(begun);
      for (int sent = 1; sent < chunks; sent++) {
        out.write(chunk);
      }
      out.flush();
      // Then
      assertTrue(statusLine(socket).contains("202"));
    }
    assertEquals((long) chunks * chunk.length, received.get());
  }

  @Test
  void passesRangesThrough() throws Exception {
    // Given
    upstream.createContext(
        "/v1/documents/7/pages/1/image",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Range", "bytes 2-3/10");
          answer(exchange, 206, exchange.getRequestHeaders().getFirst("Range"));
        });
    // When
    HttpResponse<String> answer =
        send(request("/v1/documents/7/pages/1/image").header("Range", "bytes=2-3").build());
    // Then
    assertEquals(206, answer.statusCode());
    assertEquals("bytes=2-3", answer.body());
    assertEquals("bytes 2-3/10", answer.headers().firstValue("content-range").orElse(""));
  }

  @Test
  void saysThatAServiceIsNotRunning() throws Exception {
    // When
    HttpResponse<String> answer = send(request("/metrics/ocr").build());
    // Then
    assertEquals(503, answer.statusCode());
    assertEquals(
        "application/problem+json", answer.headers().firstValue("content-type").orElse(""));
    assertTrue(answer.headers().firstValue("retry-after").isPresent());
    JsonNode problem = new ObjectMapper().readTree(answer.body());
    assertEquals("service-unavailable", problem.path("code").asText());
    assertEquals(503, problem.path("status").asInt());
  }

  @Test
  void saysThatAServiceBrokeOff() throws Exception {
    // Given
    upstream.createContext("/v1/uploads", HttpExchange::close);
    // When
    HttpResponse<String> answer =
        send(request("/v1/uploads").POST(HttpRequest.BodyPublishers.ofString("{}")).build());
    // Then
    assertEquals(502, answer.statusCode());
    assertTrue(answer.body().contains("service-broke-off"), answer.body());
  }

  @Test
  void doesNotPretendThatABrokenAnswerIsWhole() throws Exception {
    // Given
    upstream.createContext(
        "/v1/documents/7/reading-text",
        exchange -> {
          exchange.sendResponseHeaders(200, 1_000);
          exchange.getResponseBody().write(new byte[10]);
          exchange.getResponseBody().flush();
          exchange.close();
        });
    // When
    boolean failed;
    try {
      send(request("/v1/documents/7/reading-text").build());
      failed = false;
    } catch (IOException cut) {
      failed = true;
    }
    // Then
    assertTrue(failed, "ten of a thousand bytes were passed off as the whole");
  }

  @Test
  void refusesHeadersThatAreTooLong() throws Exception {
    // When
    HttpResponse<String> answer =
        send(request("/v1/search").header("X-Long", "x".repeat(20_000)).build());
    // Then
    assertEquals(431, answer.statusCode());
  }

  @Test
  void reportsEveryPart() throws Exception {
    // When
    HttpResponse<String> answer = send(request("/health").build());
    // Then
    JsonNode report = new ObjectMapper().readTree(answer.body());
    assertEquals(503, answer.statusCode());
    assertEquals("DOWN", report.path("status").asText());
    report
        .path("parts")
        .forEach(
            part ->
                assertEquals(
                    part.path("name").asText().equals("ocr") ? "DOWN" : "UP",
                    part.path("status").asText(),
                    part.toString()));
    assertEquals(5, report.path("parts").size());
  }

  @Test
  void servesTheKeysToGetAlone() throws Exception {
    // When
    HttpResponse<String> read = send(request("/auth/jwks.json").build());
    HttpResponse<String> changed = send(request("/auth/jwks.json").DELETE().build());
    // Then
    assertEquals(KEYS, read.body());
    assertEquals(405, changed.statusCode());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://" + Loopback.HOST + ":" + port + path));
  }

  private HttpResponse<String> send(HttpRequest request) throws Exception {
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static String statusLine(Socket socket) throws IOException {
    return new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
        .readLine();
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(10, TimeUnit.SECONDS), "nothing came through in time");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
