package org.cotejo.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.cotejo.contracts.Contract;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed collection is whole: what the truth says can stand on what the scans hold. */
class CollectionTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  static List<Path> papers() throws IOException {
    return RenderSamples.papers(Path.of("papers"));
  }

  @ParameterizedTest
  @MethodSource("papers")
  void recordKeepsItsContract(Path paper) throws IOException {
    byte[] record = Files.readAllBytes(paper.resolve("record.json"));

    assertEquals(List.of(), Contract.object("record").violations(record));
  }

  @ParameterizedTest
  @MethodSource("papers")
  void everyPageOfTheTruthIsAPageOfTheScans(Path paper) throws IOException {
    JsonNode truth = JSON.readTree(paper.resolve("truth/words.json").toFile());
    int pages = 0;
    try (Stream<Path> scans = Files.list(paper.resolve("scans"))) {
      for (Path scan : scans.toList()) {
        pages += pageCount(scan);
      }
    }

    assertEquals(truth.path("pages").size(), pages);
  }

  @ParameterizedTest
  @MethodSource("papers")
  void everyWordLiesOnItsPage(Path paper) throws IOException {
    JsonNode truth = JSON.readTree(paper.resolve("truth/words.json").toFile());

    assertFalse(truth.path("words").isEmpty());
    for (JsonNode word : truth.path("words")) {
      JsonNode page = truth.path("pages").get(word.get(0).asInt() - 1);
      assertTrue(word.get(4).asInt() >= 0 && word.get(5).asInt() >= 0, word::toString);
      assertTrue(
          word.get(4).asInt() + word.get(6).asInt() <= page.path("widthPixels").asInt(),
          word::toString);
      assertTrue(
          word.get(5).asInt() + word.get(7).asInt() <= page.path("heightPixels").asInt(),
          word::toString);
    }
  }

  @ParameterizedTest
  @MethodSource("papers")
  void translationHoldsEverySentenceOfItsLinks(Path paper) throws IOException {
    Path links = paper.resolve("truth/links.en.json");
    if (!Files.exists(links)) {
      return;
    }
    String translation =
        Files.readString(paper.resolve("translations/en.txt")).replaceAll("\\s+", " ");

    for (JsonNode link : JSON.readTree(links.toFile()).path("links")) {
      for (JsonNode sentence : link.path("target")) {
        assertTrue(translation.contains(sentence.asText()), sentence::asText);
      }
    }
    assertFalse(translation.contains("{"));
  }

  private static int pageCount(Path scan) throws IOException {
    String name = scan.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".pdf")) {
      try (PDDocument document = Loader.loadPDF(scan.toFile())) {
        return document.getNumberOfPages();
      }
    }
    try (ImageInputStream input = ImageIO.createImageInputStream(scan.toFile())) {
      ImageReader reader = ImageIO.getImageReaders(input).next();
      reader.setInput(input);
      return reader.getNumImages(true);
    }
  }
}
