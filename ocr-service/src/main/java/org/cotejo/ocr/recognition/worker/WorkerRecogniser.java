package org.cotejo.ocr.recognition.worker;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.cotejo.ocr.recognition.Block;
import org.cotejo.ocr.recognition.EngineDescription;
import org.cotejo.ocr.recognition.LanguageTag;
import org.cotejo.ocr.recognition.PageScan;
import org.cotejo.ocr.recognition.Recogniser;
import org.cotejo.ocr.surrogates.PageFailure;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads pages in processes of its own, a bounded number of them, kept between pages. A process that
 * ends is replaced; the page that it had is tried once more, since the page need not be the cause.
 */
public final class WorkerRecogniser implements Recogniser, AutoCloseable {
  private static final Logger LOG = Logger.getLogger(WorkerRecogniser.class);
  private static final int TRIES = 2;
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Recogniser engine;
  private final int size;
  private final WorkerCommand command;
  private final WorkerLimits limits;
  private final WorkerReports reports;
  private final Semaphore places;
  private final Deque<WorkerProcess> idle = new ArrayDeque<>();
  private final Set<WorkerProcess> all = new HashSet<>();
  private final AtomicLong steps = new AtomicLong();
  private volatile boolean closed;
  private volatile boolean startFailed;

  /**
   * Workers, none of them started yet.
   *
   * @param engine the same that the workers use; asked what it is, never to read
   * @param size processes at most
   */
  public WorkerRecogniser(
      Recogniser engine,
      int size,
      WorkerCommand command,
      WorkerLimits limits,
      WorkerReports reports) {
    this.engine = engine;
    this.size = size;
    this.command = command;
    this.limits = limits;
    this.reports = reports;
    this.places = new Semaphore(size, true);
  }

  @Override
  public EngineDescription describe(List<LanguageTag> languages) {
    return engine.describe(languages);
  }

  @Override
  public SortedSet<String> models() {
    return engine.models();
  }

  /**
   * Reads a page; waits while all workers are in use.
   *
   * @throws WorkerNotStarted when no process can be had
   */
  @Override
  public List<Block> read(PageScan page, List<LanguageTag> languages, Duration limit) {
    engine.describe(languages);
    long pixels = (long) page.widthPixels() * page.heightPixels();
    if (pixels > limits.pagePixels()) {
      throw new PageFailure(
          "recognition.page-too-large",
          "The page has %d pixels; at most %d are read.".formatted(pixels, limits.pagePixels()));
    }
    PageRequest request = new PageRequest(page, languages, limit);
    waitForPlace();
    try {
      return read(request);
    } finally {
      places.release();
    }
  }

  /** Whoever waits comes further with those whose end it waits for. */
  private void waitForPlace() {
    long seen = steps.get();
    boolean interrupted = false;
    boolean mine = false;
    while (!mine) {
      try {
        mine = places.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        long now = steps.get();
        if (now != seen) {
          reports.advanced();
        }
        seen = now;
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void goesOn() {
    steps.incrementAndGet();
    reports.advanced();
  }

  /** Processes that run now, at work or waiting for it. */
  public synchronized int running() {
    return (int) all.stream().filter(WorkerProcess::alive).count();
  }

  /** Pages that are being read now. */
  public int busy() {
    return size - places.availablePermits();
  }

  /** Processes that may run. */
  public int size() {
    return size;
  }

  /** Whether the last attempt to start a process failed: then nothing is read. */
  public boolean startFailed() {
    return startFailed;
  }

  @Override
  public void close() {
    closed = true;
    List<WorkerProcess> running;
    synchronized (this) {
      running = List.copyOf(all);
      all.clear();
      idle.clear();
    }
    running.forEach(WorkerProcess::close);
  }

  private List<Block> read(PageRequest request) {
    WorkerEnding last = WorkerEnding.DIED;
    for (int tries = 0; tries < TRIES; tries++) {
      WorkerProcess worker = take();
      try {
        PageReply reply = worker.read(request, this::goesOn);
        giveBack(worker);
        return blocks(reply);
      } catch (WorkerEnded ended) {
        forget(worker);
        if (closed) {
          throw new IllegalStateException("the service is stopping", ended);
        }
        note(ended);
        last = ended.ending();
        if (last == WorkerEnding.TIME_LIMIT) {
          throw new PageFailure(
              "recognition.time-limit",
              "The page was not read within %d seconds, and its process was ended."
                  .formatted(request.limit().plus(limits.grace()).toSeconds()));
        }
      }
    }
    throw new PageFailure(
        "recognition.worker-died",
        "The process that read the page %s, %d times.".formatted(last.sentence(), TRIES));
  }

  private static List<Block> blocks(PageReply reply) {
    return switch (reply) {
      case PageReply.Read(List<Block> blocks) -> blocks;
      case PageReply.Failed(String code, String message) -> throw new PageFailure(code, message);
      case PageReply.Unable(String message) -> throw new IllegalStateException(message);
      case PageReply.GoesOn() -> throw new IllegalStateException("that is no answer");
    };
  }

  private void note(WorkerEnded ended) {
    LOG.warn(ended.getMessage());
    reports.ended(ended.ending());
  }

  private WorkerProcess take() {
    WorkerProcess worker;
    while ((worker = waiting()) != null) {
      if (worker.alive()) {
        return worker;
      }
      forget(worker);
      LOG.warn("a process ended while it had nothing to do");
      reports.ended(WorkerEnding.DIED);
    }
    return started();
  }

  private synchronized @Nullable WorkerProcess waiting() {
    return idle.pollFirst();
  }

  private WorkerProcess started() {
    WorkerProcess worker;
    try {
      worker = WorkerProcess.start(command, limits);
      startFailed = false;
    } catch (WorkerNotStarted failure) {
      startFailed = true;
      throw failure;
    }
    synchronized (this) {
      all.add(worker);
    }
    if (closed) {
      forget(worker);
      throw new IllegalStateException("the service is stopping");
    }
    return worker;
  }

  /** Those used last first: the others may be swapped out. */
  private synchronized void giveBack(WorkerProcess worker) {
    if (!closed) {
      idle.addFirst(worker);
    }
  }

  private void forget(WorkerProcess worker) {
    synchronized (this) {
      all.remove(worker);
    }
    worker.close();
  }
}
