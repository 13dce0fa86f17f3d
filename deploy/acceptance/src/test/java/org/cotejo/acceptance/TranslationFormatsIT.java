package org.cotejo.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One paper with its translation in every format that translators send: each becomes a complete
 * bitext. And the bitext is fetched in every format that they take.
 */
@Order(2)
class TranslationFormatsIT {
  private static final SamplePaper PAPER = SamplePaper.LIGHTHOUSE;

  private final Stack stack = Stack.get();

  @TempDir private Path folder;

  @Test
  void translationInEveryFormatBecomesACompleteBitext() throws IOException {
    // Given
    List<SamplePaper.Pair> truth = PAPER.pairs("en");
    Map<String, byte[]> formats = formats(truth);
    for (Map.Entry<String, byte[]> format : formats.entrySet()) {
      // When: the name says nothing of what it is
      Path file = Files.write(folder.resolve(format.getKey() + ".dat"), format.getValue());
      String id = submitted(file);
      // Then
      JsonNode bitext =
          stack.as("reader").get("/v1/documents/" + id + "/bitexts/en").requireStatus(200).json();
      BitextScore score = BitextScore.of(bitext, truth);
      System.out.printf("%s: strict F1 %.3f%n", format.getKey(), score.strictF1());
      assertTrue(score.strictF1() >= 0.85, () -> format.getKey() + ": " + score);
      assertTextIsWhole(format.getKey(), bitext, truth);
    }
  }

  @Test
  void bitextIsFetchedInEveryFormat() throws IOException {
    // Given
    String id = stack.document(PAPER);
    String sentence =
        PAPER.pairs("en").stream()
            .map(SamplePaper.Pair::target)
            .filter(target -> target.matches("[\\p{L}\\d ,.;]{30,}"))
            .findFirst()
            .orElseThrow();
    Map<String, String> marks =
        Map.of(
            "tmx", "<tmx version=\"1.4\">",
            "xliff", "<xliff xmlns=",
            "tei", "<linkGrp type=\"translation\">",
            "text", "# engine: ",
            "json", "\"links\"");
    for (Map.Entry<String, String> mark : marks.entrySet()) {
      // When
      Path file = folder.resolve("export." + mark.getKey());
      stack
          .client(
              "reader",
              "export",
              id,
              "--translation",
              "en",
              "--format",
              mark.getKey(),
              "-o",
              file.toString())
          .succeeded();
      // Then
      String text = Files.readString(file);
      assertTrue(text.contains(mark.getValue()), () -> mark.getKey() + ": " + text);
      assertTrue(text.contains(sentence), () -> sentence + " is not in " + text);
    }
    Api reader = stack.as("reader");
    assertEquals(
        Files.readString(folder.resolve("export.text")),
        reader.getText("/v1/documents/" + id + "/bitexts/en").requireStatus(200).body());
    reader.get("/v1/documents/" + id + "/bitexts/en.docx").requireStatus(406);
    JsonNode manifest =
        reader.get("/iiif/presentation/3/" + id + "/manifest").requireStatus(200).json();
    String tmx =
        manifest
            .path("seeAlso")
            .valueStream()
            .map(link -> link.path("id").asText())
            .filter(address -> address.endsWith("/v1/documents/" + id + "/bitexts/en.tmx"))
            .findFirst()
            .orElseThrow();
    assertTrue(
        reader
            .get(tmx.substring(tmx.indexOf("/v1/")))
            .requireStatus(200)
            .body()
            .contains("<tu tuid=\"1\">"));
  }

  @Test
  void translationThatIsBrokenIsRefusedOrFailsWithItsPlace() throws IOException {
    // Given
    Path unknown = Files.writeString(folder.resolve("t.txt"), "{\\rtf1 Dear Sir}");
    Path broken =
        Files.writeString(folder.resolve("t.docx"), "<tmx version=\"1.4\">\n<body></tmx>");
    // When
    Program refused = stack.client("submitter", arguments(unknown));
    Program failed = stack.client("submitter", arguments(broken));
    // Then
    assertEquals(3, refused.exitCode(), refused::toString);
    assertTrue(refused.toString().contains("text.format-unknown"), refused::toString);
    assertEquals(5, failed.exitCode(), failed::toString);
    assertTrue(failed.toString().contains("at line 2, column"), failed::toString);
  }

  private Map<String, byte[]> formats(List<SamplePaper.Pair> truth) throws IOException {
    List<String> segments = truth.stream().map(SamplePaper.Pair::target).toList();
    TranslationFiles files = new TranslationFiles(paragraphs(), segments);
    Map<String, byte[]> formats = new LinkedHashMap<>();
    formats.put("docx", files.docx());
    formats.put("odt", files.odt());
    formats.put("html", files.html());
    formats.put("pdf", files.pdf());
    formats.put("tei", files.tei());
    formats.put("tmx", files.tmx());
    formats.put("xliff", files.xliff());
    return formats;
  }

  private static List<String> paragraphs() throws IOException {
    String text =
        Files.readString(PAPER.folder().resolve("translations/en.txt"), StandardCharsets.UTF_8);
    return Stream.of(text.strip().split("\n\\s*\n", -1))
        .map(paragraph -> paragraph.strip().replaceAll("\\s+", " "))
        .toList();
  }

  /** Every sentence of the truth stands in the translation; other cuts do not matter. */
  private static void assertTextIsWhole(
      String format, JsonNode bitext, List<SamplePaper.Pair> truth) {
    List<String> texts = new ArrayList<>();
    bitext
        .path("target")
        .path("segments")
        .forEach(segment -> texts.add(segment.path("text").asText()));
    String all = String.join(" ", texts);
    for (SamplePaper.Pair pair : truth) {
      assertTrue(all.contains(pair.target()), () -> format + " lacks " + pair.target());
    }
  }

  private String submitted(Path translation) {
    return stack.client("submitter", arguments(translation)).succeeded().lastLine();
  }

  private static String[] arguments(Path translation) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "submit", "--follow", "--timeout", "240", "--record", PAPER.record().toString()));
    PAPER.scans().forEach(scan -> arguments.addAll(List.of("--scan", scan.toString())));
    arguments.addAll(List.of("--translation", "en=" + translation));
    return arguments.toArray(String[]::new);
  }
}
