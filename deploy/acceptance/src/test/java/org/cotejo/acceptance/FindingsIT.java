package org.cotejo.acceptance;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * A paper whose translation has faults that were put into it: a curator settles what is found, sets
 * a link and a sentence right, and all of it stays when the paper is processed again.
 */
@Order(2)
class FindingsIT {
  private static final Duration PROCESSED_WITHIN = Duration.ofMinutes(4);
  private static final Duration FOUND_WITHIN = Duration.ofSeconds(60);
  private static final Path PAPER = Path.of("src/test/papers/aduana-rio-hondo").toAbsolutePath();
  private static final String CORRECTED = "It is the administrator Quiroga who keeps the key.";

  private final Stack stack = Stack.get();

  @Test
  void faultsAreFoundOnThePageAndWhatACuratorSaysStays() throws IOException {
    // Given
    String id = submitted();
    Api curator = stack.as("curator");
    String bitext = "/v1/documents/" + id + "/bitexts/en";

    // When
    JsonNode findings = curator.get(bitext + "/findings").requireStatus(200).json();

    // Then
    JsonNode number = finding(findings, "number", "84");
    Box marked = Box.all(number.path("source").path("boxes")).getFirst();
    assertTrue(marked.intersectionOverUnion(typed("84")) > 0.6, number::toString);
    assertEquals("other-number", number.path("phrase").asText());
    assertEquals("84", number.at("/quotes/0").asText());
    JsonNode missing = finding(findings, "omission", "Su hermano trabaja");
    assertEquals(1, Box.all(missing.path("source").path("boxes")).getFirst().page());
    finding(findings, "negation", "no firmó");
    JsonNode quotation = finding(findings, "quotation", "cerrada con llave");

    // When one is accepted, one dismissed, a link and a sentence set right
    settle(curator, bitext, number, "{\"state\":\"accepted\",\"note\":\"The scan has 84.\"}");
    settle(curator, bitext, quotation, "{\"state\":\"dismissed\"}");
    correct(curator, bitext);

    // Then
    assertCorrected(curator, bitext, id, 1);
    assertSettled(curator, bitext, number, quotation);

    // When the paper goes through the whole pipeline again
    curator.post("/v1/documents/" + id + "/reprocess").requireStatus(202);
    await()
        .atMost(PROCESSED_WITHIN)
        .until(() -> curator.get(bitext).requireStatus(200).json().path("revision").asInt() == 2);

    // Then
    assertCorrected(curator, bitext, id, 2);
    assertSettled(curator, bitext, number, quotation);
    assertEquals(
        "standing",
        curator
            .get(bitext + "/corrections")
            .requireStatus(200)
            .json()
            .path("corrections")
            .path(0)
            .path("state")
            .asText());
    await()
        .atMost(PROCESSED_WITHIN)
        .until(
            () ->
                "published"
                    .equals(
                        curator
                            .get("/v1/documents/" + id)
                            .requireStatus(200)
                            .json()
                            .path("state")
                            .asText()));
  }

  private String submitted() {
    return stack
        .client(
            "submitter",
            "submit",
            "--follow",
            "--timeout",
            "240",
            "--record",
            PAPER.resolve("record.json").toString(),
            "--scan",
            PAPER.resolve("scans/pages.tif").toString(),
            "--translation",
            "en=" + PAPER.resolve("translations/en.txt"))
        .succeeded()
        .lastLine();
  }

  private static void settle(Api curator, String bitext, JsonNode finding, String change) {
    String seen = curator.get(bitext + "/findings").requireStatus(200).etag();
    String path = bitext + "/findings/" + finding.path("key").asText();
    curator.patchJson(path, seen, change).requireStatus(200);
    curator.patchJson(path, seen, change).requireStatus(412);
  }

  /** Joins two links and words a sentence of the translation otherwise. */
  private static void correct(Api curator, String bitext) {
    Api.Answer seen = curator.get(bitext).requireStatus(200);
    JsonNode texts = seen.json();
    String change =
        """
        {"operations": [
          {"op": "join", "links": [
            {"source": ["%s"], "target": ["%s"]},
            {"source": ["%s"], "target": ["%s"]}]},
          {"op": "text", "segment": "%s", "text": "%s"}]}
        """
            .formatted(
                segment(texts, "source", "El rector"),
                segment(texts, "target", "The rector"),
                segment(texts, "source", "Los libros estaban"),
                segment(texts, "target", "The books were dry"),
                segment(texts, "target", "The administrator Quiroga"),
                CORRECTED);
    curator.patchJson(bitext, seen.etag(), change).requireStatus(200);
    curator.patchJson(bitext, seen.etag(), change).requireStatus(412);
  }

  private void assertCorrected(Api curator, String bitext, String id, int revision) {
    JsonNode texts = curator.get(bitext).requireStatus(200).json();
    assertEquals(revision, texts.path("revision").asInt());
    List<String> joined =
        List.of(
            segment(texts, "source", "El rector"), segment(texts, "source", "Los libros estaban"));
    JsonNode link =
        texts
            .path("links")
            .valueStream()
            .filter(one -> one.path("source").path(0).asText().equals(joined.getFirst()))
            .findFirst()
            .orElseThrow();
    assertEquals(
        joined, link.path("source").valueStream().map(JsonNode::asText).toList(), link::toString);
    assertEquals("human", link.path("method").asText());
    segment(texts, "target", CORRECTED);
    await()
        .atMost(FOUND_WITHIN)
        .untilAsserted(
            () -> {
              JsonNode hit =
                  PaperThroughThePipelineIT.hit(
                          stack.anonymous().search("\"administrator Quiroga who keeps\""), id)
                      .orElseThrow(() -> new AssertionError("not found yet"));
              assertTrue(hit.toString().contains("tiene el administrador"), hit::toString);
            });
  }

  private static void assertSettled(
      Api curator, String bitext, JsonNode number, JsonNode quotation) {
    assertEquals(List.of(key(number)), keys(curator, bitext, "accepted"));
    assertEquals(List.of(key(quotation)), keys(curator, bitext, "dismissed"));
    assertTrue(!keys(curator, bitext, "open").contains(key(number)));
    assertEquals(List.of(), keys(curator, bitext, "gone"));
  }

  private static List<String> keys(Api curator, String bitext, String state) {
    return curator
        .get(bitext + "/findings?state=" + state)
        .requireStatus(200)
        .json()
        .path("findings")
        .valueStream()
        .map(FindingsIT::key)
        .toList();
  }

  private static String key(JsonNode finding) {
    return finding.path("key").asText();
  }

  private static JsonNode finding(JsonNode findings, String rule, String words) {
    return findings
        .path("findings")
        .valueStream()
        .filter(finding -> finding.path("rule").asText().equals(rule))
        .filter(finding -> finding.path("source").path("text").asText().contains(words))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + rule + " at " + words + ": " + findings));
  }

  private static String segment(JsonNode texts, String side, String beginning) {
    return texts
        .path(side)
        .path("segments")
        .valueStream()
        .filter(segment -> segment.path("text").asText().startsWith(beginning))
        .map(segment -> segment.path("id").asText())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no segment begins with " + beginning));
  }

  /** Where the truth has a word: page, line, role, text, and its box. */
  private static Box typed(String word) throws IOException {
    JsonNode row =
        new ObjectMapper()
            .readTree(PAPER.resolve("truth/words.json").toFile())
            .path("words")
            .valueStream()
            .filter(one -> one.path(3).asText().equals(word))
            .findFirst()
            .orElseThrow();
    return new Box(
        row.path(0).asInt(),
        row.path(4).asInt(),
        row.path(5).asInt(),
        row.path(6).asInt(),
        row.path(7).asInt());
  }
}
