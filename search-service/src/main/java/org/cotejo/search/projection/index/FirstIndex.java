package org.cotejo.search.projection.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.transport.rest5_client.low_level.ResponseException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.time.Duration;

/**
 * Makes what an empty Elasticsearch lacks, and adds to an index of an earlier version the fields of
 * this one. Several may do so at once.
 */
final class FirstIndex {
  private static final String MAPPING = "/index/documents-v1.json";
  private static final Duration SHARDS_PATIENCE = Duration.ofSeconds(10);
  private static final Duration SHARDS_PAUSE = Duration.ofMillis(100);
  private static final int UNAVAILABLE = 503;
  private static final int NOT_FOUND = 404;

  private final ElasticsearchClient client;
  private final String alias;

  FirstIndex(ElasticsearchClient client, String alias) {
    this.client = client;
    this.alias = alias;
  }

  /** What was found. */
  enum Preparation {
    /** Nothing; the index and its alias are made. */
    MADE,
    /** An index, which has all fields of this version now; a rebuild fills the new ones. */
    FIELDS_ADDED
  }

  /**
   * Makes the first index with its alias, or adds fields to the one that is there; returns when it
   * answers.
   *
   * @throws IndexUnavailable when Elasticsearch does not answer or refuses
   */
  Preparation prepare() {
    try {
      Preparation done;
      if (!client.indices().existsAlias(request -> request.name(alias)).value()) {
        createFirst(alias + "-v1-first");
        done = Preparation.MADE;
      } else {
        addFields();
        done = Preparation.FIELDS_ADDED;
      }
      awaitShards();
      return done;
    } catch (ElasticsearchException | IOException failure) {
      throw new IndexUnavailable("find its index", failure);
    }
  }

  /** Makes an index. */
  void create(String name, boolean withAlias) throws IOException {
    try (InputStream mapping = FirstIndex.class.getResourceAsStream(MAPPING)) {
      if (mapping == null) {
        throw new IllegalStateException("no " + MAPPING);
      }
      client
          .indices()
          .create(
              request -> {
                request.withJson(mapping).index(name);
                return withAlias ? request.aliases(alias, a -> a) : request;
              });
    }
  }

  private void createFirst(String name) throws IOException {
    try {
      create(name, true);
    } catch (ElasticsearchException refused) {
      // Another instance was faster; a fixed name makes that harmless.
      if (refused.error().type() == null
          || !refused.error().type().contains("resource_already_exists")) {
        throw refused;
      }
    }
  }

  private void addFields() throws IOException {
    try (InputStream mapping = FirstIndex.class.getResourceAsStream(MAPPING)) {
      String properties = new JsonMapper().readTree(mapping).path("mappings").toString();
      client
          .indices()
          .putMapping(request -> request.index(alias).withJson(new StringReader(properties)));
    }
  }

  /**
   * Waits until the index answers: another instance may have made it a moment ago, and its shards
   * are not there at once.
   */
  private void awaitShards() throws IOException {
    long giveUpAt = System.nanoTime() + SHARDS_PATIENCE.toNanos();
    while (!answers()) {
      if (System.nanoTime() > giveUpAt) {
        throw new IOException("the shards of " + alias + " are not there");
      }
      try {
        Thread.sleep(SHARDS_PAUSE);
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", stopping);
      }
    }
  }

  private boolean answers() throws IOException {
    try {
      client.get(
          request -> request.index(alias).id("none").source(source -> source.fetch(false)),
          ObjectNode.class);
      return true;
    } catch (ElasticsearchException refused) {
      if (refused.status() == NOT_FOUND) {
        return true;
      }
      throw refused;
    } catch (ResponseException refused) {
      // The client gives up on a node that is unavailable before it reads what the node says.
      if (refused.getResponse().getStatusCode() == UNAVAILABLE) {
        return false;
      }
      throw refused;
    }
  }
}
