package org.cotejo.ingest.operations.events;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.cotejo.ingest.operations.ConsumerLag;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * How far each service is behind on what it reads. It is measured in one place: the operators' page
 * shows it too, and a service that is down cannot tell how far it is behind.
 */
@ApplicationScoped
public class LagWatch {
  private static final Logger LOG = Logger.getLogger(LagWatch.class);

  private final Map<String, Object> broker;
  private final LagConfig config;
  private final MeterRegistry metrics;
  private final Map<String, ConsumerLag> latest = new ConcurrentHashMap<>();
  private @Nullable LagReader reader;
  private boolean known = true;

  @Inject
  public LagWatch(
      @Identifier("default-kafka-broker") Map<String, Object> broker,
      LagConfig config,
      MeterRegistry metrics) {
    this.broker = Map.copyOf(broker);
    this.config = config;
    this.metrics = metrics;
  }

  /** What was measured last, at most some seconds ago; empty while the broker does not answer. */
  public List<ConsumerLag> latest() {
    return latest.values().stream()
        .sorted(
            java.util.Comparator.comparing(ConsumerLag::group).thenComparing(ConsumerLag::topic))
        .toList();
  }

  @Scheduled(
      every = "${cotejo.lag.every:5s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  synchronized void look() {
    LagReader open = reader;
    if (open == null) {
      open = new LagReader(broker, config.patience());
      reader = open;
    }
    try {
      open.read(config.groups()).forEach(this::keep);
      known = true;
    } catch (LagReader.LagUnknown failure) {
      latest.clear();
      if (known) {
        LOG.warn(failure.getMessage());
      }
      known = false;
    }
  }

  synchronized void stop(@Observes ShutdownEvent event) {
    LagReader open = reader;
    if (open != null) {
      open.close();
      reader = null;
    }
  }

  private void keep(ConsumerLag lag) {
    String key = key(lag.group(), lag.topic());
    latest.put(key, lag);
    Gauge.builder("cotejo.consumer.lag.messages", () -> messages(key))
        .description("Messages that a consumer group has not handled yet")
        .tag("group", lag.group())
        .tag("topic", lag.topic())
        .register(metrics);
    TimeGauge.builder("cotejo.consumer.lag", () -> seconds(key), TimeUnit.SECONDS)
        .description("Age of the oldest message that a consumer group has not handled; 0 for none")
        .tag("group", lag.group())
        .tag("topic", lag.topic())
        .register(metrics);
  }

  private double messages(String key) {
    ConsumerLag lag = latest.get(key);
    return lag == null ? Double.NaN : lag.messages();
  }

  private double seconds(String key) {
    ConsumerLag lag = latest.get(key);
    return lag == null ? Double.NaN : lag.seconds();
  }

  private static String key(String group, String topic) {
    return group + " " + topic;
  }
}
