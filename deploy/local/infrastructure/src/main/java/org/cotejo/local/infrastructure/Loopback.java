package org.cotejo.local.infrastructure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Small questions to 127.0.0.1. */
public final class Loopback {
  public static final String HOST = "127.0.0.1";
  private static final InetAddress ADDRESS = InetAddress.ofLiteral(HOST);
  private static final Duration LIMIT = Duration.ofSeconds(2);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(LIMIT).build();

  private Loopback() {}

  /** A port that is free at this moment. */
  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, ADDRESS)) {
      return socket.getLocalPort();
    } catch (IOException failure) {
      throw new InfrastructureException("no free port on loopback", failure);
    }
  }

  /** Whether something could listen on a port now. */
  public static boolean portFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(ADDRESS, port), 1);
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  /** Whether something accepts connections on a port. */
  public static boolean accepts(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(ADDRESS, port), (int) LIMIT.toMillis());
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  /** The status of a GET; 0 when there is no answer. */
  public static int status(int port, String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + HOST + ":" + port + path))
            .timeout(LIMIT)
            .build();
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException noAnswer) {
      return 0;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }
}
