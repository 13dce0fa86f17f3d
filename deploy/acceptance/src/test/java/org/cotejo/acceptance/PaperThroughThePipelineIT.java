package org.cotejo.acceptance;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A scanned paper goes in by the client, and a reader finds it in either language with the words on
 * the page.
 */
@Order(1)
class PaperThroughThePipelineIT {

  private static final Duration VISIBLE_WITHIN = Duration.ofSeconds(60);
  private static final Duration GONE_WITHIN = Duration.ofSeconds(5);

  private final Stack stack = Stack.get();

  @ParameterizedTest
  @EnumSource(SamplePaper.class)
  @Order(1)
  void isReadWithFewErrors(SamplePaper paper) {
    // Given
    String id = stack.document(paper);

    // When
    String text =
        stack
            .as("reader")
            .getText("/v1/documents/" + id + "/transcription")
            .requireStatus(200)
            .body();

    // Then
    List<String> read = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    List<String> typed = paper.typedLines().stream().flatMap(List::stream).toList();
    double rate = Likeness.characterErrorRate(typed, read);
    System.out.printf("%s: character error rate %.2f %%%n", paper, rate * 100);
    assertTrue(rate <= 0.03, () -> paper + ": " + rate + "\n" + text);
  }

  @ParameterizedTest
  @EnumSource(names = {"CABLE", "FREE_PORT", "LIGHTHOUSE", "DAM"})
  @Order(2)
  void sentencesAreSetBesideTheirPartners(SamplePaper paper) {
    // Given
    String id = stack.document(paper);

    // When
    JsonNode bitext =
        stack.as("reader").get("/v1/documents/" + id + "/bitexts/en").requireStatus(200).json();

    // Then
    BitextScore score = BitextScore.of(bitext, paper.pairs("en"));
    System.out.printf("%s: strict F1 %.3f (%s)%n", paper, score.strictF1(), score);
    assertTrue(score.strictF1() >= 0.85, () -> paper + ": " + score);
  }

  @Test
  @Order(3)
  void wordOfTheOriginalIsFoundWithItsPartnerAndItsPlace() {
    // Given
    String id = stack.document(SamplePaper.LIGHTHOUSE);

    // When
    JsonNode passage = passage("farero", id, "Preguntado", "Anselmo Duarte");

    // Then
    assertEquals("original", passage.path("role").asText());
    assertTrue(
        passage.path("counterparts").path(0).path("text").asText().contains("lighthouse keeper"),
        passage::toString);
    Box typed =
        SamplePaper.LIGHTHOUSE.words().stream()
            .filter(word -> word.text().equals("farero,") && word.box().page() == 1)
            .findFirst()
            .orElseThrow()
            .box();
    Box lit = Box.all(passage.path("markBoxes")).getFirst();
    assertTrue(lit.intersectionOverUnion(typed) > 0.6, () -> lit + " is not " + typed);
  }

  @Test
  @Order(3)
  void wordOfTheTranslationIsFoundWithTheOriginalAndItsPlace() {
    // Given
    String id = stack.document(SamplePaper.LIGHTHOUSE);

    // When
    JsonNode passage = passage("shoals wrecked", id, "Santa Rita", "Santa Rita");

    // Then
    assertEquals("translation", passage.path("role").asText());
    assertTrue(
        passage
            .path("counterparts")
            .path(0)
            .path("text")
            .asText()
            .contains("naufragó en los bajos"),
        passage::toString);
    List<Box> lit = Box.all(passage.path("boxes"));
    for (SamplePaper.Word word :
        SamplePaper.LIGHTHOUSE.wordsOf(
            "El vapor \"Santa Rita\" naufragó en los bajos a las 2:40 de la madrugada del 15.")) {
      assertTrue(word.box().coveredBy(lit) > 0.85, () -> word + " is not covered by " + lit);
    }
  }

  @Test
  @Order(3)
  void wordOverAPageBreakIsOneWordInTwoPlaces() {
    // Given
    String id = stack.document(SamplePaper.CABLE);

    // When
    JsonNode passage = passage("existencia", id, "Whitcombe", "Minister of Air");

    // Then
    List<Integer> pages = Box.all(passage.path("markBoxes")).stream().map(Box::page).toList();
    assertEquals(List.of(3, 4), pages, passage::toString);
    // A worn type may pass for a capital; that the word is whole is what counts here.
    assertTrue(
        passage
            .path("text")
            .asText()
            .toLowerCase(Locale.ROOT)
            .contains("cuya existencia todavía no admitía"),
        passage::toString);
  }

  @Test
  @Order(3)
  void phraseInTranslationFindsTheSentenceOfTheOriginal() {
    // Given
    String id = stack.document(SamplePaper.CABLE);

    // When
    Program found = stack.client("", "search", "\"low-altitude flights\"").succeeded();

    // Then
    assertTrue(found.output().contains(id), found::output);
    assertTrue(found.output().contains("vuelos"), found::output);
    assertTrue(found.output().contains("page 3"), found::output);
  }

  @Test
  @Order(3)
  void partsKeepTheirOwnDates() {
    // When
    JsonNode record =
        stack
            .anonymous()
            .get("/v1/documents/" + stack.document(SamplePaper.CABLE))
            .requireStatus(200)
            .json()
            .path("record");

    // Then
    assertEquals(
        "1956-03-19",
        record.path("parts").path(0).path("date").path("edtf").asText(),
        record::toString);
    assertEquals("14 de marzo de 1956", record.path("date").path("printed").asText());
  }

  @Test
  @Order(4)
  void restrictedPaperIsNotThereForStrangers() {
    // Given
    String id = stack.document(SamplePaper.DAM);
    List<String> paths =
        List.of(
            "",
            "/pages",
            "/pages/1/image",
            "/pages/1/thumbnail",
            "/pages/1/transcription",
            "/transcription",
            "/reading-text",
            "/bitexts",
            "/bitexts/en");

    // Then
    for (String path : paths) {
      assertEquals(404, stack.anonymous().get("/v1/documents/" + id + path).status(), path);
      assertEquals(200, stack.as("reader").get("/v1/documents/" + id + path).status(), path);
    }
    assertEquals(0, stack.anonymous().search("Talsperre").path("total").asInt());
    assertEquals(0, stack.anonymous().search("Lindqvist").path("facets").path("people").size());
    assertEquals(1, stack.as("reader").search("Talsperre").path("total").asInt());
  }

  @Test
  @Order(5)
  void changedRecordIsSeenAndAStaleChangeIsNot() {
    // Given
    String path = "/v1/documents/" + stack.document(SamplePaper.FREE_PORT);
    Api curator = stack.as("curator");
    String etag = curator.get(path).requireStatus(200).etag();

    // When
    Api.Answer changed =
        curator.patch(path, etag, "{\"collection\":\"Tarmo River papers, box 2\"}");
    Api.Answer stale = curator.patch(path, etag, "{\"collection\":\"Elsewhere\"}");

    // Then
    changed.requireStatus(200);
    stale.requireStatus(412);
    await()
        .atMost(VISIBLE_WITHIN)
        .until(
            () ->
                hit(stack.anonymous().search("Kowalczyk"), id(path))
                    .map(this::collection)
                    .orElse("")
                    .endsWith("box 2"));
  }

  @Test
  @Order(6)
  void laterTranslationIsAligned() {
    // Given
    String id = stack.document(SamplePaper.QUARANTINE);
    Path translation = Path.of("src/test/resources/quarantine.en.txt").toAbsolutePath();

    // When
    stack
        .client(
            "submitter",
            "translate",
            id,
            "--translation",
            "en=" + translation,
            "--translator",
            "A. Nobody",
            "--follow")
        .succeeded();

    // Then
    JsonNode passage = passage("spoiled meat", id, "poisoning", "poisoning");
    assertTrue(
        passage.path("counterparts").path(0).path("text").asText().contains("viande avariée"),
        passage::toString);
    JsonNode bitexts =
        stack.anonymous().get("/v1/documents/" + id + "/bitexts").requireStatus(200).json();
    assertEquals(
        "A. Nobody",
        bitexts.path("bitexts").path(0).path("translator").asText(),
        bitexts::toString);
  }

  @Test
  @Order(7)
  void withdrawnPaperIsGoneAtOnce() {
    // Given
    List<String> submission = new ArrayList<>(List.of("submit", "--follow"));
    submission.addAll(SamplePaper.QUARANTINE.clientArguments());
    String id = stack.client("submitter", submission.toArray(String[]::new)).succeeded().lastLine();
    assertTrue(
        hit(stack.anonymous().search("oranges"), id).isPresent()
            || hit(stack.anonymous().search("citrons"), id).isPresent());

    // When
    stack.client("curator", "withdraw", id).succeeded();

    // Then
    for (String path :
        List.of("/transcription", "/reading-text", "/bitexts", "/pages", "/pages/1/image")) {
      await()
          .atMost(GONE_WITHIN)
          .untilAsserted(
              () ->
                  assertEquals(
                      404, stack.as("reader").get("/v1/documents/" + id + path).status(), path));
    }
    await()
        .atMost(GONE_WITHIN)
        .untilAsserted(
            () -> assertFalse(hit(stack.as("reader").search("citrons"), id).isPresent()));
  }

  @Test
  @Order(8)
  void sameSubmissionUnderTheSameKeyIsTheSameDocument() {
    // Given
    String first = stack.document(SamplePaper.LIGHTHOUSE);
    List<String> again =
        new ArrayList<>(List.of("submit", "--idempotency-key", "acceptance-LIGHTHOUSE"));
    again.addAll(SamplePaper.LIGHTHOUSE.clientArguments());
    List<String> other =
        new ArrayList<>(List.of("submit", "--idempotency-key", "acceptance-LIGHTHOUSE"));
    other.addAll(SamplePaper.QUARANTINE.clientArguments());

    // When
    Program same = stack.client("submitter", again.toArray(String[]::new)).succeeded();
    Program conflict = stack.client("submitter", other.toArray(String[]::new));

    // Then
    assertEquals(first, same.lastLine());
    assertEquals(3, conflict.exitCode());
    assertTrue(conflict.errors().contains("409"), conflict::errors);
  }

  private String collection(JsonNode hit) {
    return hit.path("collection").asText();
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The passage of a document that a search finds, on whichever side, by words of either side. */
  private JsonNode passage(String query, String id, String oneWord, String otherWord) {
    JsonNode answer = stack.anonymous().search(query);
    JsonNode hit =
        hit(answer, id)
            .orElseThrow(() -> new AssertionError(query + " does not find " + id + ": " + answer));
    List<JsonNode> passages = hit.path("passages").valueStream().toList();
    return passages.stream()
        .filter(
            passage ->
                passage.toString().contains(oneWord) || passage.toString().contains(otherWord))
        .findFirst()
        .orElseThrow(() -> new AssertionError(query + " finds other passages: " + passages));
  }

  static Optional<JsonNode> hit(JsonNode answer, String id) {
    Stream<JsonNode> hits = answer.path("hits").valueStream();
    return hits.filter(hit -> hit.path("documentId").asText().equals(id)).findFirst();
  }
}
