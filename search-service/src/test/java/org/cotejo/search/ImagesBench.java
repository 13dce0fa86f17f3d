package org.cotejo.search;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.cotejo.local.testing.InfrastructureResource;
import org.cotejo.search.bench.DrawingTimes;
import org.cotejo.search.bench.TypescriptPages;
import org.junit.jupiter.api.Test;

/**
 * Times the Image API of the whole service beside {@code iiif-processor}; run by {@code
 * deploy/bench/images}, and no test of the build.
 */
@QuarkusTest
@WithTestResource(TestTokens.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "components", value = "kafka,elasticsearch,objects"))
@SuppressWarnings("SystemOut")
class ImagesBench extends SearchSteps {
  /** Before each kind: a service that has run for a while, its code compiled. */
  private static final int WARM = 60;

  /** The servers take turns, so that whatever else the machine does meets them all alike. */
  private static final int ROUNDS = 6;

  private static final int TILE = 512;
  private static final List<Integer> CLIENTS = List.of(1, 4);

  @TestHTTPResource URL own;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final int requests = Integer.getInteger("bench.requests", 120);

  /** A server, and how it names a page. */
  private record Server(String name, Function<String, String> page) {}

  /** Percentiles in ms. */
  private record Times(double median, double high) {
    static Times of(List<Long> nanos) {
      long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
      return new Times(
          sorted[sorted.length / 2] / 1e6,
          sorted[Math.min(sorted.length - 1, sorted.length * 95 / 100)] / 1e6);
    }

    @Override
    public String toString() {
      return "%.0f / %.0f".formatted(median, high);
    }
  }

  @Test
  void fasterThanTheOtherAtTheNinetyFifthPercentile() throws Exception {
    Path peer = Path.of(System.getProperty("bench.peer"));
    Path folder = Files.createTempDirectory(peer, "pages");
    List<String> pages = published(folder);
    Process process =
        new ProcessBuilder("node", "server.mjs", folder.toString())
            .directory(peer.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      String there = "http://127.0.0.1:" + out.readLine() + "/iiif/3/";
      String here = own.toString().replaceAll("/$", "") + "/iiif/image/3/";
      boolean faster =
          compare(
              pages,
              List.of(
                  new Server("search-service", page -> here + page),
                  new Server("iiif-processor, JPEG", page -> there + page + ".jpg"),
                  new Server("iiif-processor, pyramid TIFF", page -> there + page + ".tif")));
      DrawingTimes.print(
          List.of(
              "full/!1000,1000/0/default.jpg",
              "300,500,1200,900/800,/0/default.jpg",
              "full/600,/90/default.jpg",
              "square/400,400/0/gray.png"));
      assertTrue(faster, "slower at p95 in some kind of request");
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  /** Puts the pages into the service and into a folder, and gives their names. */
  private List<String> published(Path folder) throws IOException {
    List<String> names = new ArrayList<>();
    for (int number = 0; number < Integer.getInteger("bench.pages", 12); number++) {
      byte[] scan = TypescriptPages.jpeg(number);
      TestPaper paper = paper("Página " + number).scanned(scan).sentence("Una.", "One.");
      send("cotejo.bitexts", paper.aligned(1));
      Awaitility.await()
          .atMost(LIMIT)
          .until(() -> request("").get("/v1/documents/{id}/pages", paper.id).statusCode() == 200);
      Files.write(folder.resolve(paper.id + "-1.jpg"), scan);
      names.add(paper.id + "-1");
    }
    return names;
  }

  private boolean compare(List<String> pages, List<Server> servers) throws Exception {
    boolean faster = true;
    System.out.printf("%n| request | clients |");
    servers.forEach(server -> System.out.printf(" %s p50 / p95 ms |", server.name()));
    System.out.println("\n|---|---|" + "---|".repeat(servers.size()));
    for (Map.Entry<String, Function<Random, String>> kind : kinds().entrySet()) {
      for (Server server : servers) {
        timed(server, pages, kind.getValue(), 1, WARM, -1);
      }
      for (int clients : CLIENTS) {
        List<Times> times = inTurns(servers, pages, kind.getValue(), clients);
        System.out.printf("| %s | %d |", kind.getKey(), clients);
        times.forEach(one -> System.out.printf(" %s |", one));
        System.out.println();
        double best = times.stream().skip(1).mapToDouble(Times::high).min().orElseThrow();
        faster &= times.getFirst().high() < best;
      }
    }
    return faster;
  }

  private List<Times> inTurns(
      List<Server> servers, List<String> pages, Function<Random, String> kind, int clients)
      throws Exception {
    List<List<Long>> all = servers.stream().map(_ -> (List<Long>) new ArrayList<Long>()).toList();
    for (int round = 0; round < ROUNDS; round++) {
      for (int index = 0; index < servers.size(); index++) {
        all.get(index)
            .addAll(timed(servers.get(index), pages, kind, clients, requests / ROUNDS, round));
      }
    }
    return all.stream().map(Times::of).toList();
  }

  private static Map<String, Function<Random, String>> kinds() {
    Map<String, Function<Random, String>> kinds = new LinkedHashMap<>();
    kinds.put("tile", ImagesBench::tile);
    kinds.put("page for a screen", _ -> "full/!1000,1000/0/default.jpg");
    kinds.put("page in full", _ -> "full/max/0/default.jpg");
    kinds.put(
        "region, sized",
        random ->
            "%d,%d,1200,900/800,/0/default.jpg"
                .formatted(random.nextInt(1200), random.nextInt(2500)));
    kinds.put("page, turned", _ -> "full/600,/90/default.jpg");
    kinds.put("square, gray PNG", _ -> "square/400,400/0/gray.png");
    return kinds;
  }

  private static String tile(Random random) {
    int scale = 1 << random.nextInt(4);
    int side = TILE * scale;
    int x = side * random.nextInt((TypescriptPages.WIDTH + side - 1) / side);
    int y = side * random.nextInt((TypescriptPages.HEIGHT + side - 1) / side);
    int width = Math.min(side, TypescriptPages.WIDTH - x);
    int height = Math.min(side, TypescriptPages.HEIGHT - y);
    return "%d,%d,%d,%d/%d,%d/0/default.jpg"
        .formatted(x, y, width, height, (width + scale - 1) / scale, (height + scale - 1) / scale);
  }

  private List<Long> timed(
      Server server,
      List<String> pages,
      Function<Random, String> kind,
      int clients,
      int count,
      int round)
      throws Exception {
    List<Long> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      List<Callable<long[]>> work = new ArrayList<>();
      for (int client = 0; client < clients; client++) {
        Random random = new Random(31L * round + client);
        work.add(() -> asked(server, pages, kind, random, count / clients));
      }
      for (Future<long[]> one : threads.invokeAll(work)) {
        Arrays.stream(one.get()).forEach(all::add);
      }
    }
    return all;
  }

  private long[] asked(
      Server server, List<String> pages, Function<Random, String> kind, Random random, int count)
      throws IOException, InterruptedException {
    long[] times = new long[count];
    for (int number = 0; number < count; number++) {
      String page = pages.get(random.nextInt(pages.size()));
      URI address = URI.create(server.page().apply(page) + "/" + kind.apply(random));
      long start = System.nanoTime();
      var answer = http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
      times[number] = System.nanoTime() - start;
      if (answer.statusCode() != 200 || answer.body().length < 100) {
        throw new IllegalStateException(address + " answered " + answer.statusCode());
      }
    }
    return times;
  }
}
