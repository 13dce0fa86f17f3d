package org.cotejo.events;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The messages that the stages of this process have in hand, and how long the one that has stood
 * still longest has done so.
 *
 * <p>A stage says each step of its own work by {@link #advanced}: a page made, a line read, some
 * bytes fetched, a pass over a text. Nothing ticks by itself, so that a message whose thread hangs
 * stands still, however busy the others are.
 */
@Singleton
public class WorkInHand {
  private final MeterRegistry metrics;
  private final Map<String, Set<Work>> byStage = new ConcurrentHashMap<>();
  private final ThreadLocal<Work> current = new ThreadLocal<>();

  @Inject
  public WorkInHand(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  /** A step of the message that this thread handles; nothing when it handles none. */
  public void advanced() {
    Work work = current.get();
    // An interrupted thread works for nobody any more: what it had in hand was given up.
    if (work != null && !Thread.currentThread().isInterrupted()) {
      work.advanced();
    }
  }

  /** Work for another thread whose steps count for the message that this thread handles. */
  public Runnable handedOn(Runnable task) {
    Work work = current.get();
    if (work == null) {
      return task;
    }
    return () -> {
      current.set(work);
      try {
        task.run();
      } finally {
        current.remove();
      }
    };
  }

  /** This thread takes a message; it must {@link #end} it. */
  Work begin(String stage) {
    Work work = new Work(System::nanoTime);
    byStage.computeIfAbsent(stage, this::measured).add(work);
    current.set(work);
    return work;
  }

  void end(String stage, Work work) {
    current.remove();
    Set<Work> inHand = byStage.get(stage);
    if (inHand != null) {
      inHand.remove(work);
    }
  }

  /** Of the message of a stage that has stood still longest; zero for none. */
  Duration standstill(String stage) {
    return longest(byStage.getOrDefault(stage, Set.of()));
  }

  private static Duration longest(Set<Work> inHand) {
    return inHand.stream()
        .map(Work::standstill)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  private Set<Work> measured(String stage) {
    Set<Work> inHand = ConcurrentHashMap.newKeySet();
    Gauge.builder("cotejo.stage.in.flight", inHand, Set::size)
        .description("Messages in hand in this process")
        .tag("stage", stage)
        .register(metrics);
    TimeGauge.builder(
            "cotejo.stage.standstill",
            inHand,
            TimeUnit.MILLISECONDS,
            messages -> longest(messages).toMillis())
        .description(
            "How long the message in hand that has stood still longest has made no step; 0 for none")
        .tag("stage", stage)
        .register(metrics);
    return inHand;
  }
}
