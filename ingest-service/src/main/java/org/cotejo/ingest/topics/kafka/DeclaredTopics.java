package org.cotejo.ingest.topics.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cotejo.ingest.topics.TopicDeclaration;

/** Reads the contracts' list of topics. */
final class DeclaredTopics {
  private static final int LIMIT = 1_000;
  private static final long FOR_EVER = -1;

  private DeclaredTopics() {}

  /**
   * The topics of a file.
   *
   * @throws IOException when it cannot be read or is no such list; the message says what is wrong
   */
  static List<TopicDeclaration> read(Path file) throws IOException {
    JsonNode list = new JsonMapper().readTree(file.toFile());
    if (list == null || !list.isArray() || list.isEmpty() || list.size() > LIMIT) {
      throw new IOException(file + " holds no list of 1 to " + LIMIT + " topics");
    }
    List<TopicDeclaration> topics = new ArrayList<>();
    for (JsonNode one : list) {
      topics.add(topic(file, one));
    }
    return List.copyOf(topics);
  }

  private static TopicDeclaration topic(Path file, JsonNode one) throws IOException {
    JsonNode retention = one.path("retentionMs");
    if (!one.path("name").isTextual()
        || !one.path("partitions").isInt()
        || !retention.isIntegralNumber()) {
      throw new IOException(
          file + ": a topic has a name, partitions and retentionMs, and this has not: " + one);
    }
    try {
      return new TopicDeclaration(
          one.path("name").asText(),
          one.path("partitions").asInt(),
          retention.asLong() == FOR_EVER
              ? Optional.empty()
              : Optional.of(Duration.ofMillis(retention.asLong())));
    } catch (IllegalArgumentException wrong) {
      throw new IOException(file + ": " + wrong.getMessage(), wrong);
    }
  }
}
