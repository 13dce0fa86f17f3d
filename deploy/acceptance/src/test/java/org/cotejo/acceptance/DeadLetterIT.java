package org.cotejo.acceptance;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A message that nobody can read ends where an operator sees it, and can be sent again. */
@Order(3)
class DeadLetterIT {

  private static final Duration SEEN_WITHIN = Duration.ofSeconds(60);
  private static final String TOPIC = "cotejo.transcriptions";

  private final Stack stack = Stack.get();

  @Test
  void poisonMessageIsShownAndCanBeReplayed() throws ExecutionException, InterruptedException {
    // Given
    List<Long> before = open().stream().map(DeadLetterIT::id).toList();

    // When
    poison();

    // Then
    await().atMost(SEEN_WITHIN).until(() -> newLetter(before).isPresent());
    JsonNode letter = newLetter(before).orElseThrow();
    assertEquals(TOPIC, letter.path("sourceTopic").asText(), letter::toString);
    assertTrue(
        !letter.path("code").asText().isEmpty() && !letter.path("message").asText().isEmpty(),
        letter::toString);
    JsonNode summary = stack.as("operator").get("/v1/operations/summary").requireStatus(200).json();
    assertTrue(summary.path("deadLetters").path("open").asLong() > 0, summary::toString);

    // When
    JsonNode outcome =
        stack
            .as("operator")
            .post("/v1/operations/dead-letters/" + id(letter) + "/replay")
            .requireStatus(200)
            .json();

    // Then
    assertEquals("sent-again", outcome.path("outcome").asText());
    await().atMost(SEEN_WITHIN).until(() -> newLetter(with(before, id(letter))).isPresent());
    assertEquals(
        "UP", stack.anonymous().get("/health").requireStatus(200).json().path("status").asText());
  }

  @Test
  void onlyOperatorsSeeDeadLetters() {
    assertEquals(401, stack.anonymous().get("/v1/operations/dead-letters").status());
    assertEquals(403, stack.as("reader").get("/v1/operations/dead-letters").status());
  }

  private void poison() throws ExecutionException, InterruptedException {
    stack.send(TOPIC, UUID.randomUUID().toString(), "{\"specversion\":\"1.0\",\"type\":");
  }

  private List<JsonNode> open() {
    JsonNode letters =
        stack.as("operator").get("/v1/operations/dead-letters").requireStatus(200).json();
    return letters.path("deadLetters").valueStream().toList();
  }

  private Optional<JsonNode> newLetter(List<Long> known) {
    return open().stream().filter(letter -> !known.contains(id(letter))).findFirst();
  }

  private static List<Long> with(List<Long> known, long one) {
    return java.util.stream.Stream.concat(known.stream(), java.util.stream.Stream.of(one)).toList();
  }

  private static long id(JsonNode letter) {
    return letter.path("id").asLong();
  }
}
