package org.cotejo.ingest.operations.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotejo.ingest.operations.ConsumerLag;
import org.cotejo.ingest.operations.Stage;
import org.cotejo.ingest.operations.events.LagWatch;
import org.cotejo.ingest.operations.store.DeadLetterStore;
import org.cotejo.ingest.operations.store.FailureGroups;
import org.cotejo.ingest.operations.store.Overview;
import org.cotejo.ingest.operations.store.Reprocessings;
import org.cotejo.ingest.operations.store.StageControlEntity;
import org.cotejo.ingest.operations.store.StageControls;
import org.cotejo.ingest.operations.store.Throughput;
import org.cotejo.outbox.OutboxBatch;
import org.jspecify.annotations.Nullable;

/** All that the operators' page shows at once, put together at most once a second for everybody. */
@ApplicationScoped
public class Summary {
  private static final Duration KEPT = Duration.ofSeconds(1);

  /** Figures of whole days need not be of this second. */
  private static final Duration LONG_KEPT = Duration.ofSeconds(15);

  private static final int FAILURE_DAYS = 7;

  private final Overview overview;
  private final DeadLetterStore deadLetters;
  private final LagWatch lags;
  private final StageControls controls;
  private final FailureGroups groups;
  private final Throughput throughput;
  private final Reprocessings reprocessings;
  private Map<String, Object> latest = Map.of();
  private Map<String, Object> days = Map.of();
  private Instant latestAt = Instant.MIN;
  private Instant daysAt = Instant.MIN;

  @Inject
  public Summary(
      Overview overview,
      DeadLetterStore deadLetters,
      LagWatch lags,
      StageControls controls,
      FailureGroups groups,
      Throughput throughput,
      Reprocessings reprocessings) {
    this.overview = overview;
    this.deadLetters = deadLetters;
    this.lags = lags;
    this.controls = controls;
    this.groups = groups;
    this.throughput = throughput;
    this.reprocessings = reprocessings;
  }

  /** Who paused a stage, when and why. */
  public record Pause(String by, Instant since, String reason) {}

  /**
   * A stage as the page shows it.
   *
   * @param lagMessages not handled yet; absent while the broker does not answer
   * @param lagSeconds age of the oldest of them
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record StageView(
      String stage,
      long inFlight,
      long oldestAgeSeconds,
      double meanSeconds,
      double p95Seconds,
      long lastHour,
      @Nullable Long lagMessages,
      @Nullable Double lagSeconds,
      @Nullable Pause paused) {}

  /** The figures, at most a second old; those of days at most fifteen. */
  public synchronized Map<String, Object> now() {
    Instant now = Instant.now();
    if (daysAt.isBefore(now.minus(LONG_KEPT))) {
      days =
          Map.of(
              "failureGroups", groups.ofLastDays(FAILURE_DAYS), "throughput", throughput.lastDay());
      daysAt = now;
    }
    if (latestAt.isBefore(now.minus(KEPT))) {
      latest = figures();
      latestAt = now;
    }
    Map<String, Object> all = new LinkedHashMap<>(latest);
    all.putAll(days);
    return all;
  }

  private Map<String, Object> figures() {
    OutboxBatch.Backlog backlog = overview.backlog();
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("documents", overview.counts());
    summary.put("oldestUnfinishedSeconds", overview.oldestUnfinishedSeconds());
    summary.put("stages", stages());
    summary.put("lags", lags.latest());
    summary.put(
        "outbox", Map.of("pending", backlog.count(), "ageSeconds", backlog.oldestSeconds()));
    summary.put(
        "deadLetters",
        Map.of("open", deadLetters.open(), "oldestSeconds", deadLetters.oldestOpenSeconds()));
    summary.put("failures", overview.failures());
    summary.put("ingests", overview.recent());
    summary.put(
        "reprocessings",
        reprocessings.list().stream()
            .limit(5)
            .map(ReprocessingsResource.ReprocessingView::of)
            .toList());
    return summary;
  }

  private List<StageView> stages() {
    Map<String, StageControlEntity> said = controls.all();
    List<ConsumerLag> measured = lags.latest();
    List<StageView> views = new ArrayList<>();
    for (Overview.Stage stage : overview.stages()) {
      Optional<ConsumerLag> lag =
          Stage.of(stage.stage())
              .flatMap(known -> measured.stream().filter(known::has).findFirst());
      StageControlEntity control = said.get(stage.stage());
      views.add(
          new StageView(
              stage.stage(),
              stage.inFlight(),
              stage.oldestAgeSeconds(),
              stage.meanSeconds(),
              stage.p95Seconds(),
              stage.lastHour(),
              lag.map(ConsumerLag::messages).orElse(null),
              lag.map(ConsumerLag::seconds).orElse(null),
              control != null && control.paused
                  ? new Pause(control.changedBy, control.changedAt, control.reason)
                  : null));
    }
    return views;
  }
}
