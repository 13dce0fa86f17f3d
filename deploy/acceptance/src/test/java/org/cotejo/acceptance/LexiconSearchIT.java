package org.cotejo.acceptance;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * What the archive's translations teach finds a paper that nobody has translated, in the other
 * language, with its words on the scan.
 */
@Order(20)
class LexiconSearchIT {
  private static final Duration LEARNED_WITHIN = Duration.ofSeconds(90);

  @Test
  void anEnglishWordFindsAnUntranslatedSpanishPaper() {
    Stack stack =
        Stack.start(
            Map.of(
                "COTEJO_TRANSLATION_LEXICON_EVERY", "2s",
                "COTEJO_TRANSLATION_LEXICON_REST", "1s",
                "COTEJO_LEXICON_EVERY", "1s"));
    try {
      // Given a paper with its translation, and another one without
      stack.document(SamplePaper.LIGHTHOUSE);
      String untranslated = untranslated(stack);

      // When
      await()
          .atMost(LEARNED_WITHIN)
          .until(() -> search(stack, "keeper", "").path("hits").size() == 1);
      JsonNode hit = search(stack, "keeper", "").at("/hits/0");

      // Then
      assertEquals(untranslated, hit.path("documentId").asText());
      JsonNode passage = hit.at("/passages/0");
      assertEquals("lexicon", passage.path("through").asText());
      assertEquals("lexicon", passage.at("/ways/0/kind").asText());
      assertEquals("farero", passage.at("/ways/0/as/0").asText().toLowerCase(Locale.ROOT));
      Box marked = Box.all(passage.path("markBoxes")).getFirst();
      assertTrue(
          SamplePaper.LIGHTHOUSE.words().stream()
              .filter(word -> word.text().toLowerCase(Locale.ROOT).startsWith("farero"))
              .anyMatch(word -> marked.intersectionOverUnion(word.box()) > 0.6),
          passage::toString);

      // When the lexicon is left out
      JsonNode without = search(stack, "keeper", "&lexicon=off");

      // Then
      assertEquals(0, without.path("hits").size(), without::toString);
    } finally {
      stack.stopAndRemove();
    }
  }

  private static String untranslated(Stack stack) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "submit",
                "--follow",
                "--timeout",
                "240",
                "--record",
                SamplePaper.LIGHTHOUSE.record().toString()));
    SamplePaper.LIGHTHOUSE
        .scans()
        .forEach(scan -> arguments.addAll(List.of("--scan", scan.toString())));
    return stack.client("submitter", arguments.toArray(String[]::new)).succeeded().lastLine();
  }

  /** Papers without translation alone; the record's English title must not answer for the text. */
  private static JsonNode search(Stack stack, String word, String more) {
    return stack
        .as("reader")
        .get("/v1/search?translated=no&q=" + word + more)
        .requireStatus(200)
        .json();
  }
}
