package org.cotejo.search.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.cotejo.search.projection.index.BareIndex;
import org.cotejo.search.retrieval.QueryText;
import org.cotejo.search.retrieval.SearchQuery;
import org.cotejo.search.retrieval.SearchQuery.Order;
import org.cotejo.search.retrieval.SearchQuery.Window;
import org.cotejo.search.retrieval.SearchResult;

/**
 * Fills a fresh index with generated papers through the service's own rebuild, and times eight
 * kinds of search on it.
 *
 * <p>Arguments: {@code --segments N} passages of both languages (default 100,000), {@code --queries
 * N} a kind and number of clients (default 200).
 */
@SuppressWarnings("SystemOut")
public final class SearchBench {
  private static final int WARM = 20;
  private static final int DEEP_PAGES = 50;
  private static final SearchQuery.Viewer ANYBODY =
      new SearchQuery.Viewer(Set.of(), LocalDate.of(2026, 1, 1));

  private final GeneratedArchive archive = new GeneratedArchive();
  private final BareIndex.Filled index;
  private final int queries;

  private SearchBench(BareIndex.Filled index, int queries) {
    this.index = index;
    this.queries = queries;
  }

  public static void main(String[] arguments) throws Exception {
    int segments = argument(arguments, "--segments", 100_000);
    int queries = argument(arguments, "--queries", 200);
    int papers = Math.max(1, segments / (2 * GeneratedArchive.SENTENCES));
    try (BareIndex elasticsearch = new BareIndex()) {
      BareIndex.Filled index = elasticsearch.fresh("bench");
      SearchBench bench = new SearchBench(index, queries);
      bench.run(papers);
    }
  }

  private void run(int papers) throws IOException, InterruptedException, ExecutionException {
    long passages = 2L * GeneratedArchive.SENTENCES * papers;
    ArchiveStore store = new ArchiveStore(archive, papers);
    Duration filling = index.rebuild(store);
    System.out.printf(
        Locale.ROOT,
        "%,d segments in %,d papers: rebuilt in %d s, %,.0f segments/s, %,d MB on disk%n%n",
        passages,
        papers,
        filling.toSeconds(),
        passages * 1000.0 / filling.toMillis(),
        index.size() / 1_000_000);
    System.out.println("| search | 1 client p50 / p95 / p99 ms | 8 clients p50 / p95 / p99 ms |");
    System.out.println("|---|---|---|");
    for (Map.Entry<String, Function<Random, SearchQuery>> kind : kinds().entrySet()) {
      System.out.printf(
          "| %s | %s | %s |%n",
          kind.getKey(), timed(kind.getValue(), 1), timed(kind.getValue(), 8));
    }
    rebuildWithSearches(store, passages);
  }

  private Map<String, Function<Random, SearchQuery>> kinds() {
    Map<String, Function<Random, SearchQuery>> kinds = new LinkedHashMap<>();
    kinds.put("word", random -> plain(archive.soughtSpanish(random)));
    kinds.put("phrase", this::phrase);
    kinds.put("fuzzy", random -> plain(misspelt(archive.soughtSpanish(random)) + "~"));
    kinds.put("name variant", random -> plain(archive.name(random).replace("v", "ff")));
    kinds.put(
        "cross-language",
        random -> plain(archive.soughtEnglish(random) + " " + archive.soughtEnglish(random)));
    kinds.put(
        "facets",
        random ->
            search(
                archive.soughtSpanish(random),
                new Window(Order.RELEVANCE, List.of(), 10, 0, true)));
    List<String> deep = deep();
    kinds.put("deep page", _ -> search("", new Window(Order.NEWEST, deep, 10, 0, false)));
    kinds.put(
        "with boxes",
        random ->
            search(
                archive.soughtSpanish(random),
                new Window(Order.RELEVANCE, List.of(), 10, 10, true)));
    return kinds;
  }

  /** Two neighbouring words of a sentence that is there. */
  private SearchQuery phrase(Random random) {
    String text = archive.paper(random.nextInt(100)).text().text();
    String[] words = text.split("[ .]+", -1);
    int first = random.nextInt(words.length - 2);
    return plain('"' + words[first] + " " + words[first + 1] + '"');
  }

  private static String misspelt(String word) {
    int middle = word.length() / 2;
    return word.substring(0, middle) + 'x' + word.substring(middle + 1);
  }

  /** Where the fiftieth page of a hundred of everything ends, or the last page. */
  private List<String> deep() {
    List<String> after = List.of();
    for (int page = 0; page < DEEP_PAGES; page++) {
      SearchResult result =
          index.retrieval.search(search("", new Window(Order.NEWEST, after, 100, 0, false)));
      if (result.next().isEmpty()) {
        return after;
      }
      after = result.next().get();
    }
    return after;
  }

  private static SearchQuery plain(String text) {
    return search(text, Window.first(10, 0));
  }

  private static SearchQuery search(String text, Window window) {
    return new SearchQuery(
        QueryText.parse(text), SearchQuery.Tolerance.ALL, SearchQuery.Filter.NONE, ANYBODY, window);
  }

  private String timed(Function<Random, SearchQuery> kind, int clients)
      throws InterruptedException, ExecutionException {
    long[] times;
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      List<Callable<long[]>> work = new ArrayList<>();
      for (int client = 0; client < clients; client++) {
        int number = client;
        work.add(() -> client(kind, new Random(number), queries / clients));
      }
      List<Long> all = new ArrayList<>();
      for (Future<long[]> one : threads.invokeAll(work)) {
        Arrays.stream(one.get()).forEach(all::add);
      }
      times = all.stream().mapToLong(Long::longValue).sorted().toArray();
    }
    return "%.0f / %.0f / %.0f"
        .formatted(percentile(times, 50), percentile(times, 95), percentile(times, 99));
  }

  private long[] client(Function<Random, SearchQuery> kind, Random random, int count) {
    for (int query = 0; query < WARM; query++) {
      index.retrieval.search(kind.apply(random));
    }
    long[] times = new long[count];
    for (int query = 0; query < count; query++) {
      SearchQuery search = kind.apply(random);
      long start = System.nanoTime();
      index.retrieval.search(search);
      times[query] = System.nanoTime() - start;
    }
    return times;
  }

  private static double percentile(long[] sorted, int percent) {
    int place = Math.min(sorted.length - 1, sorted.length * percent / 100);
    return sorted[place] / 1e6;
  }

  private void rebuildWithSearches(ArchiveStore store, long passages)
      throws InterruptedException, IOException {
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger asked = new AtomicInteger();
    AtomicInteger gaps = new AtomicInteger();
    long expected = index.retrieval.search(plain("")).total();
    Thread searching =
        Thread.ofPlatform()
            .start(
                () -> {
                  Random random = new Random(3);
                  while (!over.get()) {
                    index.retrieval.search(plain(archive.soughtSpanish(random)));
                    if (index.retrieval.search(plain("")).total() != expected) {
                      gaps.incrementAndGet();
                    }
                    asked.addAndGet(2);
                  }
                });
    Duration rebuilding = index.rebuild(store);
    over.set(true);
    searching.join();
    System.out.printf(
        Locale.ROOT,
        "%nrebuild with a searching client: %d s, %,.0f segments/s, %d searches meanwhile, %d gaps%n",
        rebuilding.toSeconds(),
        passages * 1000.0 / rebuilding.toMillis(),
        asked.get(),
        gaps.get());
  }

  private static int argument(String[] arguments, String name, int otherwise) {
    int place = List.of(arguments).indexOf(name);
    return place < 0 ? otherwise : Integer.parseInt(arguments[place + 1].replace("_", ""));
  }
}
