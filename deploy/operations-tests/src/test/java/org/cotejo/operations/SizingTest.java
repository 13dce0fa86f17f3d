package org.cotejo.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sizes that README and profiles tell are those of the calculator and of its figures. */
class SizingTest {
  private static final Path FOLDER = Repository.ROOT.resolve("deploy/kubernetes");
  private static final Path README = FOLDER.resolve("README.md");
  private static final String BEGIN = "<!-- generated: deploy/kubernetes/size --table -->\n\n";
  private static final String END = "\n<!-- end -->\n";
  private static final double MEBIBYTE = 1024 * 1024;

  @TempDir private Path folder;

  /** {@code -Dcotejo.reference.write=true} writes them anew. */
  @Test
  void theTablesOfTheReadmeAreTheCalculators() throws IOException {
    // Given
    String present = Files.readString(README);
    int begin = present.indexOf(BEGIN);
    int end = present.indexOf(END);
    assertTrue(begin >= 0 && end > begin, "the README has no place for the tables");
    // When
    String expected =
        present.substring(0, begin) + BEGIN + size(FOLDER, "--table") + present.substring(end);
    // Then
    if (Boolean.getBoolean("cotejo.reference.write")) {
      Files.writeString(README, expected);
    } else {
      assertEquals(expected, present);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"values-small.yaml", "values-production.yaml"})
  void aProfileSaysItsFigures(String profile) {
    // Given
    JsonNode ocr = service(profile, "ocr");
    String cores = ocr.at("/resources/limits/cpu").asText();
    // When
    String sentences = size(FOLDER, "--workers", Integer.toString(instances(ocr)), cores);
    // Then
    String comments =
        Repository.text(Repository.CHART.resolve(profile))
            .lines()
            .filter(line -> line.startsWith("# "))
            .map(line -> line.substring(2))
            .reduce("", (all, line) -> all + " " + line);
    assertEquals(3, sentences.lines().count(), sentences);
    sentences
        .lines()
        .forEach(sentence -> assertTrue(comments.contains(sentence), profile + ": " + sentence));
  }

  @ParameterizedTest
  @ValueSource(strings = {"values.yaml", "values-small.yaml", "values-production.yaml"})
  void noProfileHasMoreWorkersThanPartitions(String profile) throws IOException {
    for (String service : new String[] {"ocr", "translation"}) {
      assertTrue(
          instances(service(profile, service)) <= partitions(service), profile + " " + service);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"values.yaml", "values-small.yaml", "values-production.yaml"})
  void aPodAsksForTheMemoryThatWasMeasured(String profile) throws IOException {
    for (String service : Repository.SERVICES) {
      String asked = service(profile, service).at("/resources/requests/memory").asText();
      double measured = Double.parseDouble(figures().getProperty("memory." + service)) * MEBIBYTE;
      assertTrue(
          Quantity.getAmountInBytes(new Quantity(asked)).doubleValue() >= measured,
          profile + ": " + service + " asks for " + asked);
    }
  }

  @Test
  void worksOutCoresInstancesAndStorage() throws IOException {
    // Given figures that are easy to reckon with
    figures(0.7, 1_000_000);
    // When 3,600 pages an hour at the peak, a page a second
    String answer =
        size(folder, "--pages-per-hour", "1800", "--peak", "2", "--archive-pages", "10,000");
    // Then a core works 0.7 s a page and may be busy for 70 %
    assertTrue(answer.contains("| ocr | 1.0 | 1 of 2 cores | 128 MiB |"), answer);
    assertTrue(answer.contains("| PostgreSQL | 9.5 MiB (10,000,000 bytes) |"), answer);
    assertTrue(answer.contains("1 instances of ocr-service, of 8 that can work."), answer);
  }

  @Test
  void saysWhenThereAreMoreWorkersThanPartitions() throws IOException {
    // Given
    figures(7, 1_000_000);
    // When
    String answer = size(folder, "--pages-per-hour", "7200", "--archive-pages", "1000");
    // Then
    assertTrue(
        answer.contains("10 instances of ocr-service are more than the 8 that can work"), answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--pages-per-hour 5",
        "--pages-per-hour 5 --pages-per-day 5 --archive-pages 1",
        "--pages-per-hour many --archive-pages 1",
        "--pages-per-hour -5 --archive-pages 1",
        "--pages-per-hour 5 --archive-pages",
        "--pages-per-hour 5 --archive-pages 1 --peak 0.5",
        "--pages-per-day 5 --archive-pages 1 --hours-per-day 25",
        "--colour 1"
      })
  void refusesWhatItCannotReckonWith(String arguments) {
    assertEquals(2, program(FOLDER, arguments.split(" ", -1)).status());
  }

  @Test
  void refusesAFigureThatDoesNotSayWhereItIsFrom() throws IOException {
    // Given
    Files.writeString(folder.resolve("sizing.properties"), "processor.ocr = 1\n");
    // When
    Program.Outcome outcome = program(folder, "--table");
    // Then
    assertEquals(2, outcome.status());
    assertTrue(outcome.output().contains("processor.ocr"), outcome.output());
  }

  /** All processors' seconds are one figure and all stores' bytes the other. */
  private void figures(double processor, long bytes) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String name : figures().stringPropertyNames()) {
      if (!name.endsWith(".from")) {
        String value =
            name.startsWith("processor.")
                ? Double.toString(processor)
                : name.startsWith("bytes.") ? Long.toString(bytes) : "100";
        text.append(name).append(" = ").append(value).append('\n');
        text.append(name).append(".from = the test\n");
      }
    }
    Files.writeString(folder.resolve("sizing.properties"), text);
    Files.createDirectories(folder.resolve("cotejo/files"));
    Files.copy(
        Repository.CHART.resolve("files/topics.json"), folder.resolve("cotejo/files/topics.json"));
  }

  private static Properties figures() throws IOException {
    Properties figures = new Properties();
    try (var file = Files.newBufferedReader(FOLDER.resolve("sizing.properties"))) {
      figures.load(file);
    }
    return figures;
  }

  private static JsonNode service(String profile, String service) {
    return Serialization.unmarshal(
            Repository.text(Repository.CHART.resolve(profile)), JsonNode.class)
        .at("/services/" + service);
  }

  /** As many as there may come to be. */
  private static int instances(JsonNode service) {
    return service.at("/autoscaling/kind").asText().equals("none")
        ? service.path("replicas").asInt()
        : service.at("/autoscaling/maximum").asInt();
  }

  private static int partitions(String service) throws IOException {
    int most = 0;
    for (JsonNode topic :
        Serialization.unmarshal(
            Files.readString(Repository.CHART.resolve("files/topics.json")), JsonNode.class)) {
      for (JsonNode consumer : topic.path("consumers")) {
        if (consumer.asText().equals(service + "-service")) {
          most = Math.max(most, topic.path("partitions").asInt());
        }
      }
    }
    return most;
  }

  private static String size(Path folder, String... arguments) {
    Program.Outcome outcome = program(folder, arguments);
    assertEquals(0, outcome.status(), outcome.output());
    return outcome.output();
  }

  /** The calculator on the figures of a folder; its script does the same with its own folder. */
  private static Program.Outcome program(Path folder, String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = FOLDER.resolve("Size.java").toString();
    all[1] = folder.toString();
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return new Program(Path.of(System.getProperty("java.home"), "bin/java"))
        .run(Repository.ROOT, all);
  }
}
