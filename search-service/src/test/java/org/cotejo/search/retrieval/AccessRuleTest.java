package org.cotejo.search.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.cotejo.contracts.Contract;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The rule against the examples that all services share. */
class AccessRuleTest {
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
        AccessRule.allows(
            example.get("access").get("level").asText(), until(example), roles, today));
  }

  private static Optional<LocalDate> until(JsonNode example) {
    JsonNode until = example.get("access").path("until");
    return until.isTextual() ? Optional.of(LocalDate.parse(until.asText())) : Optional.empty();
  }

  @Test
  void opensNothingOfALevelThatIsUnknown() {
    LocalDate day = LocalDate.of(2030, 1, 1);
    assertFalse(AccessRule.allows("unheard-of", Optional.of(day), Set.of("operator"), day));
  }
}
