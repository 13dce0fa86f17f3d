package org.cotejo.outbox;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The relay's one thread; a second wish to publish waits, further ones are the same wish. */
@ApplicationScoped
public class RelayExecutor {

  @Produces
  @Singleton
  @Identifier("outbox-relay")
  ExecutorService relayThread() {
    return new ThreadPoolExecutor(
        1,
        1,
        1,
        TimeUnit.MINUTES,
        new LinkedBlockingQueue<>(1),
        work -> {
          Thread thread = new Thread(work, "outbox-relay");
          thread.setDaemon(true);
          return thread;
        },
        new ThreadPoolExecutor.DiscardPolicy());
  }

  void close(@Disposes @Identifier("outbox-relay") ExecutorService executor) {
    executor.shutdownNow();
  }
}
