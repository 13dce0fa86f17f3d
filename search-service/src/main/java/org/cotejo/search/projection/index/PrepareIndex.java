package org.cotejo.search.projection.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.PrintStream;

/**
 * Brings Elasticsearch to this version and ends, without Kafka, store or login: for the time before
 * an upgrade, and for places where the service's own key may not make indices. It reads the same
 * settings as the service.
 */
public final class PrepareIndex {
  private PrepareIndex() {}

  /**
   * Does it, and says in one line what came of it.
   *
   * @return the exit code: 0 when the index and that of the rebuilds are there
   */
  public static int run(PrintStream out, PrintStream err) {
    try {
      ElasticsearchConfig config = settings().getConfigMapping(ElasticsearchConfig.class);
      try (ElasticsearchClient client = ElasticsearchProducer.connect(config)) {
        FirstIndex.Preparation done = new FirstIndex(client, config.alias()).prepare();
        new RebuildState(client).ensure();
        out.println(
            switch (done) {
              case MADE -> "made the first index behind " + config.alias();
              case FIELDS_ADDED -> config.alias() + " has the fields of this version";
            });
        return 0;
      }
    } catch (ConfigValidationException wrong) {
      err.println(wrong.getProblem(0).getMessage());
      return 2;
    } catch (IllegalArgumentException wrong) {
      err.println(wrong.getMessage());
      return 2;
    } catch (IndexUnavailable | IOException failure) {
      Throwable cause = failure.getCause();
      err.println(failure.getMessage() + (cause == null ? "" : ": " + cause.getMessage()));
      return 1;
    }
  }

  /** System properties and the environment; the service's own file is not read. */
  private static SmallRyeConfig settings() {
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .addDefaultSources()
        .addDiscoveredConverters()
        .withMapping(ElasticsearchConfig.class)
        .withMappingIgnore("cotejo.**")
        .build();
  }
}
