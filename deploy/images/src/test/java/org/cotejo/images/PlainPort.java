package org.cotejo.images;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A port before another on this machine that hangs up on whoever speaks TLS, as servers without it
 * do; Java's own would wait for the end of a line that never comes.
 */
final class PlainPort implements AutoCloseable {
  private static final int TLS_HANDSHAKE = 22;

  private final int behind;
  private final ServerSocket socket;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  PlainPort(int behind) throws IOException {
    this.behind = behind;
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    threads.shutdownNow();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket caller = socket.accept();
        threads.execute(() -> serve(caller));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket caller) {
    try (caller) {
      InputStream asked = caller.getInputStream();
      int first = asked.read();
      if (first == TLS_HANDSHAKE || first < 0) {
        return;
      }
      try (Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
        OutputStream toServer = server.getOutputStream();
        toServer.write(first);
        threads.execute(() -> copy(asked, toServer));
        copy(server.getInputStream(), caller.getOutputStream());
      }
    } catch (IOException gone) {
      // Either side may hang up when it has enough.
    }
  }

  private static void copy(InputStream from, OutputStream to) {
    try {
      from.transferTo(to);
    } catch (IOException gone) {
      // Either side may hang up when it has enough.
    }
  }
}
