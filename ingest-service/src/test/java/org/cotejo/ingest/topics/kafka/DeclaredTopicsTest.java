package org.cotejo.ingest.topics.kafka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.cotejo.ingest.topics.TopicDeclaration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeclaredTopicsTest {
  @TempDir Path folder;

  @Test
  void readsTheListOfTheContracts() throws IOException {
    // Given
    Path file =
        write(
            """
            [{"name": "a.b", "partitions": 4, "retentionMs": -1, "consumers": ["x"]},
             {"name": "a.c", "partitions": 1, "retentionMs": 1209600000}]
            """);
    // When
    List<TopicDeclaration> topics = DeclaredTopics.read(file);
    // Then
    assertEquals(
        List.of(
            new TopicDeclaration("a.b", 4, Optional.empty()),
            new TopicDeclaration("a.c", 1, Optional.of(Duration.ofDays(14)))),
        topics);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "[{\"name\": \"a\", \"partitions\": 1}]",
        "[{\"name\": \"a\", \"partitions\": \"1\", \"retentionMs\": 1}]",
        "[{\"name\": \"a\", \"partitions\": 0, \"retentionMs\": 1}]",
        "[{\"name\": \"a b\", \"partitions\": 1, \"retentionMs\": 1}]"
      })
  void refusesWhatIsNoSuchList(String content) throws IOException {
    // Given
    Path file = write(content);
    // When
    IOException refused = assertThrows(IOException.class, () -> DeclaredTopics.read(file));
    // Then
    assertTrue(String.valueOf(refused.getMessage()).contains("topics.json"), refused.getMessage());
  }

  private Path write(String content) throws IOException {
    return Files.writeString(folder.resolve("topics.json"), content);
  }
}
