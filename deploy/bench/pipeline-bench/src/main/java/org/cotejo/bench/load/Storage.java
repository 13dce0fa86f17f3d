package org.cotejo.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the stores of a stack hold.
 *
 * @param bytes by store, in the order of the table
 */
record Storage(Map<String, Long> bytes) {
  static final String OBJECTS = "S3";
  static final String DATABASES = "PostgreSQL";
  static final String INDEX = "Elasticsearch";
  static final String KEPT_LOG = "Kafka, cotejo.documents, kept for ever";
  static final String LOGS = "Kafka, other topics, kept two weeks";

  private static final String KEPT_TOPIC = "cotejo.documents-";

  private static final int PAGES = 1000;

  Storage {
    bytes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(bytes));
  }

  /**
   * Measures a data folder: objects, PostgreSQL's tables and indices without its write-ahead log,
   * Elasticsearch's indices with theirs, and Kafka's logs without their index files, which are made
   * at full size, and without its own topics.
   */
  static Storage of(Path data) throws IOException {
    Map<String, Long> bytes = new LinkedHashMap<>();
    bytes.put(OBJECTS, sum(data.resolve("object-store/objects"), _ -> true));
    bytes.put(DATABASES, sum(data.resolve("postgresql/data/base"), _ -> true));
    bytes.put(INDEX, sum(data.resolve("elasticsearch/data/indices"), _ -> true));
    Path logs = data.resolve("kafka/data");
    bytes.put(KEPT_LOG, sum(logs, file -> topicLog(file).startsWith(KEPT_TOPIC)));
    bytes.put(
        LOGS,
        sum(
            logs,
            file ->
                topicLog(file).startsWith("cotejo.") && !topicLog(file).startsWith(KEPT_TOPIC)));
    return new Storage(bytes);
  }

  /**
   * Growth since an earlier measurement, scaled to a thousand pages.
   *
   * @param pages how many pages the growth is of, at least one
   */
  Map<String, Long> growthByThousandPages(Storage before, int pages) {
    Map<String, Long> growth = new LinkedHashMap<>();
    bytes.forEach(
        (store, now) ->
            growth.put(store, (now - before.bytes.getOrDefault(store, 0L)) * PAGES / pages));
    return growth;
  }

  private static long sum(Path folder, Predicate<Path> counts) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(counts).mapToLong(Storage::size).sum();
    } catch (UncheckedIOException moved) {
      throw new IOException(folder + " cannot be measured", moved);
    }
  }

  /** Topic and partition whose messages a file holds; empty for another file. */
  private static String topicLog(Path file) {
    Path topic = file.getParent();
    return topic != null && file.toString().endsWith(".log")
        ? String.valueOf(topic.getFileName())
        : "";
  }

  /** Files come and go while the stack runs. */
  private static long size(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.size(file) : 0;
    } catch (IOException gone) {
      return 0;
    }
  }
}
