package org.cotejo.search.projection.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * How many documents can be found, so that it can be compared with what the catalogue says.
 * Withdrawn documents, of which only a tombstone is left, are not counted.
 */
@ApplicationScoped
public class IndexSize {
  private static final Logger LOG = Logger.getLogger(IndexSize.class);

  /** Counting is cheap, yet several that scrape shall not each cause it. */
  private static final Duration KEPT = Duration.ofSeconds(10);

  private final ElasticsearchClient client;
  private final DocumentIndex index;
  private double documents = Double.NaN;
  private long countedAt = System.nanoTime() - KEPT.toNanos();

  @Inject
  public IndexSize(ElasticsearchClient client, DocumentIndex index) {
    this.client = client;
    this.index = index;
  }

  void register(@Observes StartupEvent event, MeterRegistry metrics) {
    Gauge.builder("cotejo.index.documents", this, IndexSize::documents)
        .description("Documents that can be found in the index; absent while it does not answer")
        .register(metrics);
  }

  /** The count, not older than ten seconds; NaN when the index does not answer. */
  synchronized double documents() {
    long now = System.nanoTime();
    if (now - countedAt >= KEPT.toNanos()) {
      countedAt = now;
      documents = count();
    }
    return documents;
  }

  private double count() {
    try {
      index.ensure();
      return client
          .count(
              request ->
                  request
                      .index(index.alias())
                      .query(
                          q ->
                              q.bool(
                                  b ->
                                      b.mustNot(
                                          m -> m.term(t -> t.field("withdrawn").value(true))))))
          .count();
    } catch (IndexUnavailable | ElasticsearchException | IOException failure) {
      LOG.debugf("the index is not counted: %s", failure);
      return Double.NaN;
    }
  }
}
