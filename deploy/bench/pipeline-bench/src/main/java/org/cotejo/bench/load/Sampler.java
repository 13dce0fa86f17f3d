package org.cotejo.bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.cotejo.bench.pipeline.LocalStack;
import org.cotejo.client.api.ApiException;

/** Asks every query of the dashboards, and what memory each process holds, again and again. */
final class Sampler implements AutoCloseable {
  /** A person's dashboard is refreshed about as often. */
  private static final Duration EVERY = Duration.ofSeconds(15);

  private static final Duration STOP_LIMIT = Duration.ofMinutes(1);

  private final LocalStack stack;
  private final Prometheus prometheus;
  private final Map<String, String> queries;
  private final Map<String, Integer> answered = new TreeMap<>();
  private final Map<String, Long> memoryMib = new TreeMap<>();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private int samples;
  private long slowestMillis;

  Sampler(LocalStack stack, Prometheus prometheus, Map<String, String> queries) {
    this.stack = stack;
    this.prometheus = prometheus;
    this.queries = new LinkedHashMap<>(queries);
  }

  void start() {
    var _ = clock.scheduleWithFixedDelay(this::sample, 0, EVERY.toSeconds(), TimeUnit.SECONDS);
  }

  synchronized void sample() {
    try {
      stack.memoryMib().forEach((part, mib) -> memoryMib.merge(part, mib, Math::max));
      queries.forEach(this::ask);
      samples++;
    } catch (IOException | ApiException failure) {
      System.err.println("a sample was not taken: " + failure.getMessage());
    }
  }

  private void ask(String name, String query) {
    long start = System.nanoTime();
    if (!prometheus.values(query).isEmpty()) {
      answered.merge(name, 1, Integer::sum);
    }
    slowestMillis = Math.max(slowestMillis, Duration.ofNanos(System.nanoTime() - start).toMillis());
  }

  synchronized int samples() {
    return samples;
  }

  synchronized long slowestMillis() {
    return slowestMillis;
  }

  int queries() {
    return queries.size();
  }

  /** Names of the queries that never found anything. */
  synchronized List<String> unanswered() {
    TreeSet<String> names = new TreeSet<>(queries.keySet());
    names.removeAll(answered.keySet());
    return List.copyOf(names);
  }

  /** The most that each part held, its child processes included. */
  synchronized Map<String, Long> memoryMib() {
    return Map.copyOf(memoryMib);
  }

  /** Asks no more. */
  void stop() {
    clock.shutdown();
    try {
      if (!clock.awaitTermination(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        clock.shutdownNow();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      clock.shutdownNow();
    }
  }

  @Override
  public void close() {
    stop();
  }
}
