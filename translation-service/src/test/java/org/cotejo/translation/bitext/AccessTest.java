package org.cotejo.translation.bitext;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.cotejo.contracts.Contract;
import org.cotejo.translation.bitext.events.AnnouncementJson;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The rule against the examples that all services share. */
class AccessTest {
  @TestFactory
  Stream<DynamicTest> decidesAsTheOtherServicesDo() throws IOException {
    JsonNode examples = new ObjectMapper().readTree(Contract.accessExamples()).get("examples");
    return StreamSupport.stream(examples.spliterator(), false)
        .map(example -> DynamicTest.dynamicTest(example.toString(), () -> check(example)));
  }

  private static void check(JsonNode example) {
    Set<String> roles = new HashSet<>();
    example.get("roles").forEach(role -> roles.add(role.asText()));
    LocalDate today = LocalDate.parse(example.get("today").asText());
    assertEquals(
        example.get("allowed").asBoolean(),
        AnnouncementJson.access(example.get("access")).allows(roles, today));
  }
}
