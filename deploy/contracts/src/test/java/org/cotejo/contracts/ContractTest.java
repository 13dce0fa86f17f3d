package org.cotejo.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ContractTest {
  private static final Path RESOURCES = Path.of("src/main/resources/contracts");

  private static Stream<Contract> contracts() {
    return Stream.concat(
        Contract.eventNames().stream().map(Contract::event),
        Contract.objectNames().stream().map(Contract::object));
  }

  @TestFactory
  Stream<DynamicTest> acceptsEveryValidExample() {
    return contracts()
        .flatMap(
            contract ->
                contract.validExamples().entrySet().stream()
                    .map(
                        example ->
                            DynamicTest.dynamicTest(
                                example.getKey(),
                                () -> contract.requireValid(example.getValue()))));
  }

  @TestFactory
  Stream<DynamicTest> refusesEveryInvalidExample() {
    return contracts()
        .flatMap(
            contract ->
                contract.invalidExamples().entrySet().stream()
                    .map(
                        example ->
                            DynamicTest.dynamicTest(
                                example.getKey(),
                                () ->
                                    assertFalse(
                                        contract.violations(example.getValue()).isEmpty()))));
  }

  @Test
  void everyContractHasExamplesOfBothKinds() {
    assertEquals(15, Contract.eventNames().size());
    assertEquals(5, Contract.objectNames().size());
    contracts()
        .forEach(
            contract -> {
              assertFalse(contract.validExamples().isEmpty());
              assertFalse(contract.invalidExamples().isEmpty());
            });
  }

  /**
   * Each level with nobody, a stranger and every role, and an embargo before, on and after its day.
   */
  @Test
  void theExamplesOfAccessCoverEveryLevelRoleAndDay() throws IOException {
    // Given
    Set<String> expected = new TreeSet<>();
    for (String role : List.of("", "librarian", "submitter", "reader", "curator", "operator")) {
      expected.add("public " + role);
      expected.add("restricted " + role);
      for (int day = -1; day <= 1; day++) {
        expected.add("embargoed " + day + " " + role);
      }
    }
    // When
    Set<String> covered = new TreeSet<>();
    for (JsonNode example :
        new ObjectMapper().readTree(Contract.accessExamples()).get("examples")) {
      JsonNode access = example.get("access");
      List<String> roles = new ArrayList<>();
      example.get("roles").forEach(role -> roles.add(role.asText()));
      String day =
          access.has("until")
              ? Integer.signum(
                      LocalDate.parse(example.get("today").asText())
                          .compareTo(LocalDate.parse(access.get("until").asText())))
                  + " "
              : "";
      covered.add(access.get("level").asText() + " " + day + String.join("+", roles));
    }
    // Then
    expected.removeAll(covered);
    assertEquals(Set.of(), expected);
  }

  /** A released schema never changes; a new version is a new file with a new line in the pin. */
  @Test
  void releasedSchemasAreAsPinned() throws Exception {
    // Given
    TreeMap<String, String> actual = new TreeMap<>();
    try (Stream<Path> files = Files.walk(RESOURCES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".schema.json")).toList()) {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        actual.put(RESOURCES.relativize(file).toString(), HexFormat.of().formatHex(digest));
      }
    }
    // When
    List<String> pinned = Files.readAllLines(RESOURCES.resolve("released.sha256"));
    // Then
    assertEquals(
        actual.entrySet().stream().map(e -> e.getValue() + "  " + e.getKey()).toList(), pinned);
  }

  @Test
  void asyncApiNamesEveryTopicAndEvent() throws IOException {
    // Given
    String asyncApi = Files.readString(RESOURCES.resolve("asyncapi.yaml"));
    Set<String> addresses =
        asyncApi
            .lines()
            .filter(line -> line.startsWith("    address: "))
            .map(line -> line.substring("    address: ".length()))
            .collect(Collectors.toCollection(TreeSet::new));
    // When
    Set<String> topics = new TreeSet<>();
    for (JsonNode topic : topics()) {
      String name = topic.get("name").asText();
      if (!name.endsWith(".dead")) {
        topics.add(name);
      }
    }
    // Then
    assertEquals(topics, addresses);
    for (String event : Contract.eventNames()) {
      assertTrue(asyncApi.contains("name: cotejo." + event + ".v1"), event);
    }
  }

  @Test
  void everyConsumerOfATopicHasADeadLetterTopic() throws IOException {
    Set<String> names = new TreeSet<>();
    topics().forEach(topic -> names.add(topic.get("name").asText()));
    for (JsonNode topic : topics()) {
      String name = topic.get("name").asText();
      if (!name.endsWith(".dead")) {
        topic
            .get("consumers")
            .forEach(
                consumer ->
                    assertTrue(names.contains(name + "." + consumer.asText() + ".dead"), name));
      }
    }
  }

  private static JsonNode topics() throws IOException {
    try (InputStream stream = ContractTest.class.getResourceAsStream("/contracts/topics.json")) {
      return new ObjectMapper().readTree(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
