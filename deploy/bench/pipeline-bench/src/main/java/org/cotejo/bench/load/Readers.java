package org.cotejo.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.cotejo.client.api.ApiException;
import org.cotejo.client.api.CotejoApi;
import org.cotejo.client.api.Retries;

/**
 * People without a login who search, open a paper and look at a piece of a page, again and again.
 */
final class Readers implements AutoCloseable {
  private static final List<String> WORDS =
      List.of(
          "faro", "lighthouse", "puerto", "port", "indemnity", "capitán", "ministro", "Almagre");
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration STOP_LIMIT = Duration.ofMinutes(3);
  private static final int TILE = 512;
  private static final int TILES = 4;

  private final URI server;
  private final Path folder;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final List<Thread> threads = new ArrayList<>();
  private final ConcurrentLinkedQueue<Long> searches = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Long> tiles = new ConcurrentLinkedQueue<>();
  private final AtomicInteger failed = new AtomicInteger();

  /**
   * @param folder for what they fetch
   */
  Readers(URI server, Path folder) {
    this.server = server;
    this.folder = folder;
  }

  void start(int count) {
    for (int reader = 0; reader < count; reader++) {
      int seed = reader;
      threads.add(Thread.ofVirtual().name("reader-" + reader).start(() -> read(seed)));
    }
  }

  /** Forgets what was measured until now. */
  void clear() {
    searches.clear();
    tiles.clear();
    failed.set(0);
  }

  Percentiles searches() {
    return Percentiles.of(searches);
  }

  Percentiles tiles() {
    return Percentiles.of(tiles);
  }

  int failed() {
    return failed.get();
  }

  private void read(int seed) {
    Random random = new Random(seed);
    try (CotejoApi api = new CotejoApi(server, Optional.empty(), new Retries(List.of()))) {
      Path tile = folder.resolve("reader-" + seed + ".jpg");
      do {
        try {
          readOnce(api, random, tile);
        } catch (ApiException | IOException failure) {
          failed.incrementAndGet();
          System.err.println("a reader was not served: " + failure.getMessage());
        }
      } while (!stop.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
      Files.deleteIfExists(tile);
    } catch (InterruptedException | IOException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private void readOnce(CotejoApi api, Random random, Path tile) throws IOException {
    String word = WORDS.get(random.nextInt(WORDS.size()));
    long start = System.nanoTime();
    JsonNode hits = api.get("/v1/search?q=" + CotejoApi.encode(word)).path("hits");
    searches.add(millisSince(start));
    api.get("/v1/search");
    api.get("/v1/ocr/engine");
    List<String> translated = translated(hits);
    if (translated.isEmpty()) {
      return;
    }
    String document = translated.get(random.nextInt(translated.size()));
    api.get("/v1/documents/" + document);
    api.get("/v1/documents/" + document + "/bitexts/en");
    JsonNode manifest = api.get("/iiif/presentation/3/" + document + "/manifest");
    JsonNode canvases = manifest.path("items");
    if (canvases.isEmpty()) {
      return;
    }
    JsonNode canvas = canvases.get(random.nextInt(canvases.size()));
    URI image = URI.create(canvas.at("/items/0/items/0/body/service/0/id").asText());
    for (int piece = 0; piece < TILES; piece++) {
      String region =
          TILE * random.nextInt(4) + "," + TILE * random.nextInt(6) + "," + TILE + "," + TILE;
      start = System.nanoTime();
      api.download(image.getPath() + "/" + region + "/" + TILE + ",/0/default.jpg", tile);
      tiles.add(millisSince(start));
    }
  }

  /** Documents of which a passage was found that has a counterpart in another language. */
  private static List<String> translated(JsonNode hits) {
    return hits.valueStream()
        .filter(
            hit ->
                hit.path("passages")
                    .valueStream()
                    .anyMatch(passage -> !passage.path("counterparts").isEmpty()))
        .map(hit -> hit.path("documentId").asText())
        .toList();
  }

  private static long millisSince(long start) {
    return Duration.ofNanos(System.nanoTime() - start).toMillis();
  }

  /** Lets each of them come to the end of what it does. */
  void stop() {
    stop.countDown();
    for (Thread thread : threads) {
      try {
        if (!thread.join(STOP_LIMIT)) {
          thread.interrupt();
        }
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  @Override
  public void close() {
    stop();
  }
}
