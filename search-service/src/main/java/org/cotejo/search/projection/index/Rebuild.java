package org.cotejo.search.projection.index;

import co.elastic.clients.elasticsearch._types.Refresh;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterators;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.cotejo.objects.ObjectKey;
import org.cotejo.objects.ObjectStore;
import org.cotejo.search.projection.IndexVersion;
import org.cotejo.search.projection.objects.PaperReader;
import org.jboss.logging.Logger;

/**
 * Builds a fresh index from the object store alone and lets it take over.
 *
 * <p>While it runs, every event is written into both indices. An event's objects are in the store
 * before the event is sent, so whatever the listing does not see comes as an event; external
 * versions settle which of the two is later.
 */
@ApplicationScoped
public class Rebuild {
  private static final Logger LOG = Logger.getLogger(Rebuild.class);
  private static final int HEARTBEAT_EVERY = 20;

  /** Short of the patience of whoever waits for a heartbeat. */
  private static final List<Duration> PAUSES =
      List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(20));

  private final DocumentIndex index;
  private final RebuildState states;
  private final ObjectStore objects;
  private final PaperReader papers;
  private final DocumentJson documents;
  private final int workers;
  private final String owner = UUID.randomUUID().toString();
  private final AtomicBoolean stopping = new AtomicBoolean();

  @Inject
  public Rebuild(
      DocumentIndex index,
      RebuildState states,
      ObjectStore objects,
      PaperReader papers,
      DocumentJson documents,
      ElasticsearchConfig config) {
    this.index = index;
    this.states = states;
    this.objects = objects;
    this.papers = papers;
    this.documents = documents;
    this.workers = config.rebuildWorkers();
  }

  /**
   * Begins in the background, unless one is running.
   *
   * @return whether this call began one
   */
  public boolean begin() {
    index.ensure();
    Optional<RebuildState.Held> former = states.read();
    if (former.filter(RebuildState.Held::running).filter(RebuildState.Held::alive).isPresent()) {
      return false;
    }
    former.filter(RebuildState.Held::running).ifPresent(dead -> index.remove(dead.index()));
    String fresh = index.createFresh();
    Optional<RebuildState.Held> held = states.begin(fresh, owner);
    if (held.isEmpty()) {
      index.remove(fresh);
      return false;
    }
    Thread.ofVirtual().name("rebuild").start(() -> run(held.get()));
    return true;
  }

  void onStop(@Observes ShutdownEvent event) {
    stopping.set(true);
  }

  private void run(RebuildState.Held begun) {
    RebuildState.Held held = begun;
    long documents = 0;
    try (Stream<ObjectKey> keys = objects.list("documents/");
        Stream<Stored> written = written(begun.index(), keys)) {
      Iterator<Stored> stored = written.iterator();
      while (stored.hasNext()) {
        if (stopping.get()) {
          throw new IllegalStateException("the service is stopping");
        }
        stored.next();
        documents++;
        if (documents % HEARTBEAT_EVERY == 0) {
          held = heartbeat(held, documents);
        }
      }
      held = heartbeat(held, documents);
      index.swapTo(held.index());
      end(held, "completed", documents, "");
      LOG.infof("rebuilt the index with %d documents", documents);
    } catch (RuntimeException failure) {
      LOG.error("the rebuild failed; the former index goes on serving", failure);
      end(held, "failed", documents, String.valueOf(failure.getMessage()));
      index.remove(held.index());
    }
  }

  /** Documents that have been written, in the order of the listing; a few are at work at a time. */
  private Stream<Stored> written(String fresh, Stream<ObjectKey> keys) {
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(new StoredDocuments(keys.iterator()), 0), false)
        .gather(
            Gatherers.mapConcurrent(
                workers,
                stored -> {
                  patiently(() -> write(fresh, stored));
                  return stored;
                }));
  }

  /** Does something again when Elasticsearch is too busy for it, a few times with longer pauses. */
  private void patiently(Runnable write) {
    for (Duration pause : PAUSES) {
      try {
        write.run();
        return;
      } catch (IndexUnavailable busy) {
        LOG.warn("Elasticsearch took no document of the rebuild; it is tried again", busy);
        pause(pause);
      }
    }
    write.run();
  }

  private static void pause(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the service is stopping", stopping);
    }
  }

  private RebuildState.Held heartbeat(RebuildState.Held held, long documents) {
    if (!held.alive()) {
      // While it counted as dead, events were written into the former index alone.
      throw new IllegalStateException("the rebuild was silent for too long");
    }
    return states
        .update(held, held.state().put("documents", documents))
        .orElseThrow(() -> new IllegalStateException("somebody else took the rebuild over"));
  }

  private void end(RebuildState.Held held, String outcome, long documents, String reason) {
    ObjectNode state =
        held.state()
            .put("state", outcome)
            .put("documents", documents)
            .put("endedAt", Instant.now().toString());
    if (!reason.isEmpty()) {
      state.put("reason", reason);
    }
    try {
      states.update(held, state);
    } catch (IndexUnavailable failure) {
      LOG.warn("the end of the rebuild could not be noted", failure);
    }
  }

  private void write(String fresh, Stored stored) {
    if (stored.withdrawn().isPresent()) {
      long revision = revision(stored.withdrawn().get());
      index.write(
          fresh,
          stored.documentId(),
          DocumentJson.tombstone(stored.documentId(), revision),
          IndexVersion.ofWithdrawal(revision),
          Refresh.False);
      return;
    }
    if (stored.record().isEmpty() || stored.alignment().isEmpty()) {
      return;
    }
    long recordRevision = revision(stored.record().get());
    long alignedRevision = revision(stored.alignment().get());
    JsonNode aligned = papers.read(stored.alignment().get());
    long version =
        recordRevision > alignedRevision
            ? IndexVersion.ofRecord(recordRevision)
            : IndexVersion.ofAlignment(alignedRevision, aligned.path("alignmentVersion").asLong());
    ObjectNode document =
        documents.document(
            stored.documentId(),
            recordRevision,
            papers.read(stored.record().get()),
            aligned,
            papers.passages(aligned));
    index.write(fresh, stored.documentId(), document, version, Refresh.False);
  }

  private static long revision(ObjectKey key) {
    String name = key.value().substring(key.value().lastIndexOf('/') + 1);
    return Long.parseLong(name.substring(0, name.indexOf(name.contains("-") ? '-' : '.')));
  }

  /** The latest objects of one document. */
  private record Stored(
      String documentId,
      Optional<ObjectKey> record,
      Optional<ObjectKey> alignment,
      Optional<ObjectKey> withdrawn) {}

  /** Gathers the sorted keys document by document; names sort by revision. */
  private static final class StoredDocuments implements Iterator<Stored> {
    private final Iterator<ObjectKey> keys;
    private Optional<ObjectKey> ahead;

    StoredDocuments(Iterator<ObjectKey> keys) {
      this.keys = keys;
      this.ahead = keys.hasNext() ? Optional.of(keys.next()) : Optional.empty();
    }

    @Override
    public boolean hasNext() {
      return ahead.isPresent();
    }

    @Override
    public Stored next() {
      String documentId = documentId(ahead.orElseThrow());
      List<ObjectKey> own = new ArrayList<>();
      while (ahead.filter(key -> documentId(key).equals(documentId)).isPresent()) {
        own.add(ahead.get());
        ahead = keys.hasNext() ? Optional.of(keys.next()) : Optional.empty();
      }
      return new Stored(
          documentId,
          latest(own, "/records/"),
          latest(own, "/alignments/"),
          latest(own, "/withdrawn/"));
    }

    private static String documentId(ObjectKey key) {
      return key.value().split("/", -1)[1];
    }

    private static Optional<ObjectKey> latest(List<ObjectKey> keys, String folder) {
      return keys.stream()
          .filter(key -> key.value().contains(folder))
          .max(java.util.Comparator.comparing(ObjectKey::value));
    }
  }
}
