package org.cotejo.ocr.recognition.worker;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One worker's process, for one thread at a time. */
final class WorkerProcess implements AutoCloseable {
  private static final Duration END = Duration.ofSeconds(10);
  private static final Duration LAST_MOMENT = Duration.ofSeconds(1);

  private final Process process;
  private final WorkerLimits limits;
  private final DataOutputStream requests;
  private final DataInputStream replies;

  private WorkerProcess(Process process, WorkerLimits limits) {
    this.process = process;
    this.limits = limits;
    this.requests = new DataOutputStream(process.getOutputStream());
    this.replies = new DataInputStream(new BufferedInputStream(process.getInputStream()));
  }

  /**
   * Starts a process and waits until it is ready.
   *
   * @throws WorkerNotStarted when it does not become so
   */
  static WorkerProcess start(WorkerCommand command, WorkerLimits limits) {
    WorkerProcess started;
    try {
      started = new WorkerProcess(command.process(limits).start(), limits);
    } catch (IOException failure) {
      throw new WorkerNotStarted("a worker's process cannot be started", failure);
    }
    try {
      int greeting = started.watched(limits.start(), started.replies::readInt);
      if (greeting != WorkerLoop.READY) {
        throw new WorkerEnded(WorkerEnding.DIED, 0, new IOException("greeting " + greeting));
      }
      return started;
    } catch (WorkerEnded ended) {
      started.close();
      throw new WorkerNotStarted(
          "a worker's process does not become ready: " + ended.getMessage(), ended);
    }
  }

  /**
   * Has a page read.
   *
   * @param goesOn is run whenever the process says that it has come further
   * @throws WorkerEnded when there is no answer; then the process is gone
   */
  PageReply read(PageRequest request, Runnable goesOn) throws WorkerEnded {
    return watched(
        request.limit().plus(limits.grace()),
        () -> {
          request.writeTo(requests);
          PageReply reply = PageReply.readFrom(replies);
          while (reply instanceof PageReply.GoesOn) {
            goesOn.run();
            reply = PageReply.readFrom(replies);
          }
          return reply;
        });
  }

  boolean alive() {
    return process.isAlive();
  }

  /** Ends the process; it halts when its input ends, and is killed when it does not. */
  @Override
  public void close() {
    try {
      requests.close();
    } catch (IOException _) {
      // It is gone already.
    }
    kill();
  }

  private interface Exchange<R> {
    R take() throws IOException;
  }

  private <R> R watched(Duration limit, Exchange<R> exchange) throws WorkerEnded {
    AtomicReference<@Nullable WorkerEnding> ending = new AtomicReference<>();
    Thread watch = Thread.ofVirtual().start(() -> watch(limit, ending));
    try {
      return exchange.take();
    } catch (IOException gone) {
      // Its pipe closes a moment before it has ended; its own status tells more than that of a
      // kill.
      waitFor(LAST_MOMENT);
      int status = kill();
      WorkerEnding known = ending.get();
      throw new WorkerEnded(known == null ? WorkerEnding.DIED : known, status, gone);
    } finally {
      // Once it has ended nobody ends the process any more: the next page finds it as it is.
      watch.interrupt();
      join(watch);
    }
  }

  private void watch(Duration limit, AtomicReference<@Nullable WorkerEnding> ending) {
    long end = System.nanoTime() + limit.toNanos();
    try {
      while (!process.waitFor(limits.look().toMillis(), TimeUnit.MILLISECONDS)) {
        boolean late = System.nanoTime() - end > 0;
        if (late || ResidentSize.of(process.pid()).orElse(0) > limits.residentBytes()) {
          ending.set(late ? WorkerEnding.TIME_LIMIT : WorkerEnding.MEMORY_LIMIT);
          process.destroyForcibly();
          return;
        }
      }
    } catch (InterruptedException _) {
      // The answer has come.
    }
  }

  /** Ends the process at once and tells its exit status. */
  private int kill() {
    process.destroyForcibly();
    return waitFor(END) ? process.exitValue() : -1;
  }

  private boolean waitFor(Duration time) {
    return uninterrupted(() -> process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS));
  }

  private static void join(Thread watch) {
    uninterrupted(() -> watch.join(END));
  }

  private interface Wait {
    boolean end() throws InterruptedException;
  }

  /** Short waits for what ends by itself; an interruption is kept for later. */
  private static boolean uninterrupted(Wait wait) {
    boolean interrupted = false;
    while (true) {
      try {
        boolean ended = wait.end();
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
        return ended;
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
  }
}
