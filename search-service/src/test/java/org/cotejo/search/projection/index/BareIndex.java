package org.cotejo.search.projection.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.json.JsonData;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cotejo.local.testing.InfrastructureResource;
import org.cotejo.objects.ObjectStore;
import org.cotejo.search.lexicon.Lexica;
import org.cotejo.search.names.Aliases;
import org.cotejo.search.names.NameVariants;
import org.cotejo.search.names.codec.DaitchMokotoffSounds;
import org.cotejo.search.projection.Bitext;
import org.cotejo.search.projection.Passages;
import org.cotejo.search.projection.ReadingText;
import org.cotejo.search.projection.objects.PaperReader;
import org.cotejo.search.retrieval.index.Retrieval;
import org.cotejo.search.retrieval.index.Suggestions;

/** The service's own classes over a real Elasticsearch, without the service around them. */
public final class BareIndex implements AutoCloseable {
  private final InfrastructureResource infrastructure = new InfrastructureResource();
  private final ElasticsearchProducer producer = new ElasticsearchProducer();
  private final String url;
  private final ElasticsearchClient client;
  private final NameVariants names;
  private final DocumentJson documents;

  private volatile Lexica lexica = Lexica.NONE;

  /** Starts Elasticsearch in a temporary folder. */
  public BareIndex() {
    infrastructure.init(Map.of("components", "elasticsearch"));
    url = Objects.requireNonNull(infrastructure.start().get("cotejo.elasticsearch.url"));
    client = producer.client(config("bare"));
    names = new NameVariants(new DaitchMokotoffSounds(), new Aliases(aliases().stream()));
    documents = new DocumentJson(names);
  }

  /** One index behind its own alias. */
  public final class Filled {
    private final String alias;
    private final DocumentIndex index;
    public final Retrieval retrieval;
    public final Suggestions suggestions;

    private Filled(String alias) {
      this.alias = alias;
      index = new DocumentIndex(client, new RebuildState(client), config(alias));
      retrieval = new Retrieval(client, index, names, () -> lexica, new SimpleMeterRegistry());
      suggestions = new Suggestions(client, index, retrieval);
      index.ensure();
    }

    /** Writes a paper; it can be found after {@link #refresh()}. */
    public int write(
        String id, JsonNode record, JsonNode aligned, ReadingText text, List<Bitext> bitexts) {
      var passages = Passages.of(text, bitexts, names::sameName);
      ObjectNode json = documents.document(id, 1, record, aligned, passages);
      index.write(alias, id, json, 1_000_001, Refresh.False);
      return passages.size();
    }

    public void refresh() throws IOException {
      client.indices().refresh(request -> request.index(alias));
    }

    /**
     * Fills the index from a store as the service does after an upgrade, and says how long it took.
     */
    public Duration rebuild(ObjectStore objects) throws InterruptedException {
      RebuildState states = new RebuildState(client);
      Rebuild rebuild =
          new Rebuild(
              index, states, objects, new PaperReader(objects, names), documents, config(alias));
      long start = System.nanoTime();
      if (!rebuild.begin()) {
        throw new IllegalStateException("a rebuild is running");
      }
      while (states.read().filter(RebuildState.Held::running).isPresent()) {
        Thread.sleep(200);
      }
      String end = states.read().orElseThrow().state().path("state").asText();
      if (!"completed".equals(end)) {
        throw new IllegalStateException("the rebuild has " + end);
      }
      return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Size on disk in bytes. */
    public long size() throws IOException {
      var all = client.indices().stats(request -> request.index(alias)).all().primaries();
      return all == null || all.store() == null ? 0 : all.store().sizeInBytes();
    }
  }

  /** A fresh index. */
  public Filled fresh(String alias) {
    return new Filled(alias);
  }

  /** Lets shards of new indices be placed, or not. */
  void allocate(boolean shards) throws IOException {
    client
        .cluster()
        .putSettings(
            request ->
                request.persistent(
                    "cluster.routing.allocation.enable", JsonData.of(shards ? "all" : "none")));
  }

  /** Makes an index behind its alias as the service does, and does not wait for its shards. */
  void createWithoutWaiting(String alias) throws IOException {
    try (InputStream mapping =
        Objects.requireNonNull(BareIndex.class.getResourceAsStream("/index/documents-v1.json"))) {
      client
          .indices()
          .create(
              request ->
                  request
                      .withJson(mapping)
                      .index(alias + "-v1-first")
                      .aliases(alias, a -> a)
                      .waitForActiveShards(shards -> shards.count(0)));
    }
  }

  /** The index behind an alias, of which nothing has been asked yet. */
  DocumentIndex unready(String alias) {
    return new DocumentIndex(client, new RebuildState(client), config(alias));
  }

  /** Cuts the lists of an index off where Elasticsearch would at ten thousand. */
  public void window(String alias, int documents) throws IOException {
    client
        .indices()
        .putSettings(
            request ->
                request.index(alias).settings(settings -> settings.maxResultWindow(documents)));
  }

  /** Gives all searches of all indices a lexicon. */
  public void use(Lexica archive) {
    lexica = archive;
  }

  @Override
  public void close() throws IOException {
    producer.close(client);
    infrastructure.stop();
  }

  private static List<String> aliases() {
    try (var table =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(BareIndex.class.getResourceAsStream("/names/aliases.txt")),
                StandardCharsets.UTF_8))) {
      return table.lines().toList();
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  private ElasticsearchConfig config(String alias) {
    return new ElasticsearchConfig() {
      @Override
      public String url() {
        return url;
      }

      @Override
      public Optional<String> apiKey() {
        return Optional.empty();
      }

      @Override
      public Duration connectTimeout() {
        return Duration.ofSeconds(5);
      }

      @Override
      public Duration responseTimeout() {
        return Duration.ofMinutes(5);
      }

      @Override
      public int rebuildWorkers() {
        return 4;
      }

      @Override
      public String alias() {
        return alias;
      }
    };
  }
}
