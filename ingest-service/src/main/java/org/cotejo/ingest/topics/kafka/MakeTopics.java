package org.cotejo.ingest.topics.kafka;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.cotejo.ingest.topics.TopicDeclaration;
import org.cotejo.ingest.topics.TopicFinding;

/**
 * Makes the declared topics that a broker lacks and ends, without database, store or login. It
 * reads the same settings of the broker as the service ({@code kafka.*}).
 */
public final class MakeTopics {
  private static final String BROKER = "kafka.";

  private MakeTopics() {}

  /**
   * Does it, and says in a line for each topic what came of it.
   *
   * @return the exit code: 0 when all topics are there, 1 when the broker is the reason that they
   *     are not, 2 when it is a setting
   */
  public static int run(PrintStream out, PrintStream err) {
    try {
      SmallRyeConfig settings = settings();
      TopicsConfig config = settings.getConfigMapping(TopicsConfig.class);
      List<TopicDeclaration> declared = DeclaredTopics.read(Path.of(config.file()));
      try (Admin admin = Admin.create(broker(settings, config))) {
        new KafkaTopics(admin, config.replicas(), config.minimumInSyncReplicas(), config.patience())
            .make(declared)
            .forEach(finding -> out.println(line(finding)));
        return 0;
      }
    } catch (ConfigValidationException wrong) {
      err.println(wrong.getProblem(0).getMessage());
      return 2;
    } catch (NoSuchElementException | IOException | IllegalArgumentException wrong) {
      err.println(wrong.getMessage());
      return 2;
    } catch (ExecutionException refused) {
      err.println("the broker refuses: " + Objects.requireNonNull(refused.getCause()).getMessage());
      return 1;
    } catch (TimeoutException silent) {
      err.println("the broker does not answer");
      return 1;
    } catch (KafkaException unusable) {
      Throwable cause = unusable.getCause();
      err.println(
          unusable.getMessage() + (cause == null ? "" : ": " + String.valueOf(cause.getMessage())));
      return 2;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private static String line(TopicFinding finding) {
    return switch (finding) {
      case TopicFinding.Made made -> made.topic() + " made";
      case TopicFinding.Present present -> present.topic() + " is there";
      case TopicFinding.Differs other ->
          "%s is there with %d partitions and %d are declared; left as it is"
              .formatted(other.topic(), other.partitions(), other.declared());
    };
  }

  /** Names as Kafka has them; those of environment variables have low lines for all signs. */
  private static Map<String, Object> broker(SmallRyeConfig settings, TopicsConfig config) {
    Map<String, Object> broker = new HashMap<>();
    for (String name : settings.getPropertyNames()) {
      String plain = name.toLowerCase(Locale.ROOT).replace('_', '.');
      if (plain.startsWith(BROKER)) {
        settings
            .getOptionalValue(name, String.class)
            .ifPresent(value -> broker.put(plain.substring(BROKER.length()), value));
      }
    }
    broker.keySet().retainAll(AdminClientConfig.configNames());
    int patience = Math.toIntExact(config.patience().toMillis());
    broker.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, patience);
    broker.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, patience);
    if (!broker.containsKey(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG)) {
      throw new NoSuchElementException("kafka.bootstrap.servers is not set");
    }
    return broker;
  }

  /** System properties and the environment; the service's own file is not read. */
  private static SmallRyeConfig settings() {
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .addDefaultSources()
        .addDiscoveredConverters()
        .withMapping(TopicsConfig.class)
        .withMappingIgnore("cotejo.**")
        .build();
  }
}
