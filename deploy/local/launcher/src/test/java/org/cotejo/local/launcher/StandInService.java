package org.cotejo.local.launcher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import org.cotejo.local.infrastructure.Loopback;

/** Stands in for a service in tests of the launcher: listens where it is told and is ready. */
public final class StandInService {
  private StandInService() {}

  /** Runs until the process is ended. */
  public static void main(String[] arguments) throws IOException {
    int port = Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"));
    HttpServer server = HttpServer.create(new InetSocketAddress(Loopback.HOST, port), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", StandInService::answer);
    server.start();
    System.out.println("listening on " + port);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
    byte[] body =
        (ProcessHandle.current().pid() + " " + exchange.getRequestURI())
            .getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
