package org.cotejo.search.projection.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.GetRequest;
import co.elastic.clients.elasticsearch.core.GetResponse;
import co.elastic.clients.util.ObjectBuilder;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * The index behind its alias. Every write carries an external version, so that events which come
 * twice, late or out of order change nothing that they should not.
 */
@ApplicationScoped
public class DocumentIndex {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

  /** As in the mapping. */
  private static final String REFRESH_INTERVAL = "500ms";

  private static final int CONFLICT = 409;
  private static final int NOT_FOUND = 404;

  private final ElasticsearchClient client;
  private final RebuildState rebuilds;
  private final String alias;
  private final FirstIndex first;
  private final AtomicLong writes = new AtomicLong();
  private volatile boolean present;

  @Inject
  public DocumentIndex(
      ElasticsearchClient client, RebuildState rebuilds, ElasticsearchConfig config) {
    this.client = client;
    this.rebuilds = rebuilds;
    this.alias = config.alias();
    this.first = new FirstIndex(client, alias);
  }

  /** A document as it stands in the index. */
  public record Indexed(long version, ObjectNode source) {}

  /** Whether a write took effect. */
  public enum WriteOutcome {
    WRITTEN,
    NEWER_PRESENT
  }

  public String alias() {
    return alias;
  }

  /**
   * Writes a document and waits until it can be found; also into the index that a rebuild is
   * filling, so that nothing is missed when it takes over.
   *
   * @param version by {@code IndexVersion}; the same version again writes the same again
   */
  public WriteOutcome write(String documentId, ObjectNode document, long version) {
    ensure();
    WriteOutcome outcome = WriteOutcome.WRITTEN;
    for (String target : targets()) {
      // Nobody reads an index that is being filled, and it is not refreshed before it takes over.
      Refresh refresh = target.equals(alias) ? Refresh.WaitFor : Refresh.False;
      if (write(target, documentId, document, version, refresh) == WriteOutcome.NEWER_PRESENT) {
        outcome = WriteOutcome.NEWER_PRESENT;
      }
    }
    return outcome;
  }

  /** Writes into one index. */
  WriteOutcome write(
      String index, String documentId, ObjectNode document, long version, Refresh refresh) {
    try {
      client.index(
          request ->
              request
                  .index(index)
                  .id(documentId)
                  .document(document)
                  .version(version)
                  .versionType(VersionType.ExternalGte)
                  .refresh(refresh));
      return WriteOutcome.WRITTEN;
    } catch (ElasticsearchException refused) {
      if (refused.status() == CONFLICT) {
        return WriteOutcome.NEWER_PRESENT;
      }
      throw new IndexUnavailable("write a document", refused);
    } catch (IOException failure) {
      throw new IndexUnavailable("write a document", failure);
    } finally {
      writes.incrementAndGet(); // A failure may have come after the change.
    }
  }

  /** How often this instance has changed the index; the same number again: nothing since. */
  public long writes() {
    return writes.get();
  }

  /** A document as last written, whether it can be found yet or not. */
  public Optional<Indexed> get(String documentId) {
    return getWithout(documentId, List.of());
  }

  /** The same without some of its fields. */
  public Optional<Indexed> getWithout(String documentId, List<String> fields) {
    return answer(
            request -> {
              request.index(alias).id(documentId);
              return fields.isEmpty() ? request : request.sourceExcludes(fields);
            })
        .flatMap(
            found -> {
              ObjectNode source = found.source();
              Long version = found.version();
              return source == null || version == null
                  ? Optional.empty()
                  : Optional.of(new Indexed(version, source));
            });
  }

  /** The version of a document as last written; its source is not read for that. */
  public Optional<Long> version(String documentId) {
    return answer(request -> request.index(alias).id(documentId).source(s -> s.fetch(false)))
        .flatMap(found -> Optional.ofNullable(found.version()));
  }

  private Optional<GetResponse<ObjectNode>> answer(
      Function<GetRequest.Builder, ObjectBuilder<GetRequest>> request) {
    ensure();
    try {
      return Optional.of(client.get(request, ObjectNode.class));
    } catch (ElasticsearchException refused) {
      if (refused.status() == NOT_FOUND) {
        return Optional.empty();
      }
      throw new IndexUnavailable("get a document", refused);
    } catch (IOException failure) {
      throw new IndexUnavailable("get a document", failure);
    }
  }

  /** Makes the first index and its alias when there is none. */
  public void ensure() {
    if (!present) {
      first.prepare();
      present = true;
    }
  }

  /** Makes an empty index that nobody reads yet. */
  String createFresh() {
    String name = alias + "-v1-" + STAMP.format(Instant.now());
    try {
      first.create(name, false);
      refreshEvery(name, Time.of(time -> time.time("-1")));
      return name;
    } catch (ElasticsearchException | IOException failure) {
      throw new IndexUnavailable("make an index", failure);
    }
  }

  private void refreshEvery(String name, Time interval) throws IOException {
    client
        .indices()
        .putSettings(
            request ->
                request.index(name).settings(settings -> settings.refreshInterval(interval)));
  }

  /** Lets the alias point to another index, in one step, and removes those it pointed to. */
  void swapTo(String fresh) {
    try {
      refreshEvery(fresh, Time.of(time -> time.time(REFRESH_INTERVAL)));
      client.indices().refresh(request -> request.index(fresh));
      Set<String> former = current();
      client
          .indices()
          .updateAliases(
              request -> {
                former.forEach(
                    name -> request.actions(a -> a.remove(r -> r.index(name).alias(alias))));
                return request.actions(a -> a.add(r -> r.index(fresh).alias(alias)));
              });
      for (String name : former) {
        remove(name);
      }
    } catch (ElasticsearchException | IOException failure) {
      throw new IndexUnavailable("swap its indices", failure);
    } finally {
      writes.incrementAndGet();
    }
  }

  /** Removes an index, unless it serves: a swap may succeed and yet report a failure. */
  void remove(String name) {
    try {
      if (current().contains(name)) {
        return;
      }
      client.indices().delete(request -> request.index(name).ignoreUnavailable(true));
    } catch (ElasticsearchException | IOException failure) {
      throw new IndexUnavailable("remove an index", failure);
    }
  }

  private Set<String> current() throws IOException {
    return client.indices().getAlias(request -> request.name(alias)).aliases().keySet();
  }

  private Set<String> targets() {
    Set<String> targets = new LinkedHashSet<>(List.of(alias));
    rebuilds.filling().ifPresent(targets::add);
    return targets;
  }
}
