package org.cotejo.search.projection.index;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Where Elasticsearch is. */
@ConfigMapping(prefix = "cotejo.elasticsearch")
public interface ElasticsearchConfig {
  /** Addresses of the nodes, separated by commas. */
  String url();

  /** An API key, base64 of id and key, where security is on. */
  Optional<String> apiKey();

  /** How long to wait for a connection. */
  @WithDefault("5s")
  Duration connectTimeout();

  /** How long to wait for an answer. */
  @WithDefault("60s")
  Duration responseTimeout();

  /**
   * Documents that a rebuild has at work at a time: while one is read from the store, another is
   * cut into passages and a third is written. Each is in memory as a whole.
   */
  @WithDefault("4")
  int rebuildWorkers();

  /** Alias that readers search; index names begin with it. */
  @WithDefault("cotejo-documents")
  String alias();
}
