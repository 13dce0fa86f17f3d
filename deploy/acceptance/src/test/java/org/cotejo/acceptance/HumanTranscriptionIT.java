package org.cotejo.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A transcription that a person wrote is read instead of the machine's, on the same scan. */
@Order(7)
class HumanTranscriptionIT {
  private static final SamplePaper PAPER = SamplePaper.LIGHTHOUSE;

  /** Share of the written words that must lie where they were typed. */
  private static final double IN_PLACE = 0.98;

  private final Stack stack = Stack.get();

  @Test
  void everyWordOfThePersonStandsWhereItWasTyped() {
    // Given
    String id = submitted();
    Map<String, List<Box>> typed =
        PAPER.words().stream()
            .collect(
                Collectors.groupingBy(
                    SamplePaper.Word::text,
                    Collectors.mapping(SamplePaper.Word::box, Collectors.toList())));

    // When
    List<JsonNode> pages = pages(id, "");

    // Then
    int written = 0;
    List<String> astray = new ArrayList<>();
    for (int page = 0; page < pages.size(); page++) {
      assertEquals("person", pages.get(page).at("/engine/name").asText());
      for (JsonNode word : words(pages.get(page)).toList()) {
        written++;
        Box box = onPage(page + 1, word.path("box"));
        String text = word.path("text").asText();
        if (typed.getOrDefault(text, List.of()).stream()
            .noneMatch(truth -> box.sharedArea(truth) > truth.area() / 2)) {
          astray.add(text + " " + box);
        }
      }
    }
    int wanted =
        PAPER.typedLines().stream()
            .flatMap(List::stream)
            .mapToInt(HumanTranscriptionIT::count)
            .sum();
    assertEquals(wanted, written, "words written and words that stand on the scan");
    assertTrue(astray.size() <= (1 - IN_PLACE) * written, astray::toString);

    // When asked for what the machine read
    List<JsonNode> read = pages(id, "&by=engine");

    // Then it is still there
    assertNotEquals("person", read.getFirst().at("/engine/name").asText());
    assertEquals(pages.size(), read.size());
  }

  private String submitted() {
    List<String> arguments = new ArrayList<>(List.of("submit", "--follow", "--timeout", "240"));
    arguments.addAll(PAPER.clientArguments());
    arguments.addAll(
        List.of("--transcription", PAPER.folder().resolve("truth/transcription.txt").toString()));
    return stack.client("submitter", arguments.toArray(String[]::new)).succeeded().lastLine();
  }

  private List<JsonNode> pages(String id, String by) {
    JsonNode document =
        stack
            .as("reader")
            .get("/v1/documents/" + id + "/transcription?format=json" + by)
            .requireStatus(200)
            .json();
    return document.path("pages").valueStream().toList();
  }

  private static Stream<JsonNode> words(JsonNode page) {
    return page.path("regions")
        .valueStream()
        .flatMap(region -> region.path("lines").valueStream())
        .flatMap(line -> line.path("words").valueStream());
  }

  private static int count(String line) {
    return line.strip().split("\\s+", -1).length;
  }

  private static Box onPage(int page, JsonNode box) {
    return new Box(
        page,
        box.path("x").asDouble(),
        box.path("y").asDouble(),
        box.path("width").asDouble(),
        box.path("height").asDouble());
  }
}
