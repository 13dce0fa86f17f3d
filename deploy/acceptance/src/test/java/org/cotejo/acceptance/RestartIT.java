package org.cotejo.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stack is a thing that one can stop and start. */
@Order(9)
class RestartIT {

  private static final Duration REFUSAL_LIMIT = Duration.ofMinutes(5);

  private final Stack stack = Stack.get();

  @TempDir private Path elsewhere;

  @Test
  @Order(1)
  void takenPortIsSaidInOneSentence() {
    // When
    Program refused =
        Stack.run(
            REFUSAL_LIMIT,
            "deploy/local/up",
            "--data",
            elsewhere.toString(),
            "--port",
            Integer.toString(stack.port()),
            "--detach");

    // Then
    assertNotEquals(0, refused.exitCode());
    List<String> said =
        (refused.output() + refused.errors()).lines().filter(line -> !line.isBlank()).toList();
    assertEquals(1, said.size(), said::toString);
    assertTrue(said.getFirst().contains(Integer.toString(stack.port())), said::toString);
  }

  @Test
  @Order(2)
  void secondStartKeepsEveryDocument() {
    assumeTrue(stack.own(), "a stack that was there before is not stopped");
    // Given
    String id = stack.document(SamplePaper.LIGHTHOUSE);
    List<String> before = documents();

    // When
    stack.down();
    stack.up();

    // Then
    assertEquals(before, documents());
    assertTrue(PaperThroughThePipelineIT.hit(stack.anonymous().search("farero"), id).isPresent());
    assertEquals(200, stack.anonymous().get("/v1/documents/" + id + "/bitexts/en").status());
    assertEquals(200, stack.anonymous().get("/v1/documents/" + id + "/pages/1/image").status());
  }

  private List<String> documents() {
    JsonNode list = stack.as("curator").get("/v1/documents?limit=200").requireStatus(200).json();
    return list.path("documents")
        .valueStream()
        .map(
            document ->
                document.path("documentId").asText()
                    + " "
                    + document.path("revision").asLong()
                    + " "
                    + document.path("state").asText())
        .toList();
  }
}
