package org.cotejo.search.projection.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch.core.GetResponse;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The one rebuild there may be, kept in Elasticsearch so that all instances see it. Each change
 * names the state it changes (sequence number and term), so that only one instance can begin.
 */
@ApplicationScoped
public class RebuildState {
  private static final String INDEX = "cotejo-rebuilds-v1";
  private static final String ID = "current";
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;

  /** A rebuild that has not been heard of for so long has died. */
  static final Duration PATIENCE = Duration.ofMinutes(2);

  private final ElasticsearchClient client;

  @Inject
  public RebuildState(ElasticsearchClient client) {
    this.client = client;
  }

  /** The state with its place in the history. */
  public record Held(long sequenceNumber, long primaryTerm, ObjectNode state) {
    boolean running() {
      return "running".equals(state.path("state").asText());
    }

    boolean alive() {
      return Instant.parse(state.path("heartbeatAt").asText())
          .isAfter(Instant.now().minus(PATIENCE));
    }

    String index() {
      return state.path("index").asText();
    }
  }

  /** The index that a living rebuild is filling. */
  public Optional<String> filling() {
    return read().filter(Held::running).filter(Held::alive).map(Held::index);
  }

  /** The latest rebuild, running or over. */
  public Optional<Held> read() {
    try {
      GetResponse<ObjectNode> found =
          client.get(request -> request.index(INDEX).id(ID), ObjectNode.class);
      ObjectNode source = found.source();
      Long sequenceNumber = found.seqNo();
      Long term = found.primaryTerm();
      return source == null || sequenceNumber == null || term == null
          ? Optional.empty()
          : Optional.of(new Held(sequenceNumber, term, source));
    } catch (ElasticsearchException refused) {
      if (refused.status() == NOT_FOUND) {
        return Optional.empty();
      }
      throw new IndexUnavailable("read the state of the rebuild", refused);
    } catch (IOException failure) {
      throw new IndexUnavailable("read the state of the rebuild", failure);
    }
  }

  /**
   * Begins, unless one is running.
   *
   * @return the state held; empty when somebody else was faster
   */
  Optional<Held> begin(String index, String owner) {
    ObjectNode state =
        JsonNodeFactory.instance
            .objectNode()
            .put("state", "running")
            .put("index", index)
            .put("owner", owner)
            .put("startedAt", Instant.now().toString())
            .put("heartbeatAt", Instant.now().toString())
            .put("documents", 0);
    ensure();
    return write(state, read());
  }

  /** Writes a new state over the one held; empty when it has changed meanwhile. */
  Optional<Held> update(Held held, ObjectNode state) {
    return write(state.put("heartbeatAt", Instant.now().toString()), Optional.of(held));
  }

  private Optional<Held> write(ObjectNode state, Optional<Held> over) {
    try {
      var written =
          client.index(
              request -> {
                request.index(INDEX).id(ID).document(state).refresh(Refresh.False);
                return over.isPresent()
                    ? request
                        .ifSeqNo(over.get().sequenceNumber())
                        .ifPrimaryTerm(over.get().primaryTerm())
                    : request.opType(co.elastic.clients.elasticsearch._types.OpType.Create);
              });
      Long sequenceNumber = written.seqNo();
      Long term = written.primaryTerm();
      return sequenceNumber == null || term == null
          ? Optional.empty()
          : Optional.of(new Held(sequenceNumber, term, state));
    } catch (ElasticsearchException refused) {
      if (refused.status() == CONFLICT) {
        return Optional.empty();
      }
      throw new IndexUnavailable("write the state of the rebuild", refused);
    } catch (IOException failure) {
      throw new IndexUnavailable("write the state of the rebuild", failure);
    }
  }

  /** Makes the index of this state when there is none. */
  void ensure() {
    try (InputStream mapping = RebuildState.class.getResourceAsStream("/index/rebuilds-v1.json")) {
      if (mapping == null) {
        throw new IllegalStateException("no mapping for rebuilds");
      }
      if (!client.indices().exists(request -> request.index(INDEX)).value()) {
        client.indices().create(request -> request.withJson(mapping).index(INDEX));
      }
    } catch (ElasticsearchException refused) {
      String type = refused.error().type();
      if (type == null || !type.contains("resource_already_exists")) {
        throw new IndexUnavailable("make the index of rebuilds", refused);
      }
    } catch (IOException failure) {
      throw new IndexUnavailable("make the index of rebuilds", failure);
    }
  }
}
