package org.cotejo.acceptance;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Log levels of each running service are changed over HTTP, at its own address. */
@Order(5)
class LogLevelsIT {
  private static final Duration WRITTEN_WITHIN = Duration.ofSeconds(30);
  private static final String PATH = "/v1/operations/log-levels";

  /** Says at INFO whose level was changed. */
  private static final String WHO_TELLS = "org.cotejo.logging";

  private final Stack stack = Stack.get();

  @ParameterizedTest
  @ValueSource(strings = {"ingest-service", "ocr-service", "translation-service", "search-service"})
  void whatIsSilencedIsSilentUntilItIsTakenBack(String service) throws IOException {
    // Given
    Api operator = api(service, stack.token("operator"));
    operator.put(PATH + "/org.cotejo.before?level=DEBUG").requireStatus(200);
    await().atMost(WRITTEN_WITHIN).until(() -> log(service).contains("org.cotejo.before is DEBUG"));
    // When
    operator.put(PATH + "/" + WHO_TELLS + "?level=ERROR&for=PT5M").requireStatus(200);
    operator.put(PATH + "/org.cotejo.meanwhile?level=DEBUG").requireStatus(200);
    assertEquals(
        3, operator.get(PATH).requireStatus(200).json().path("changed").size(), "changed levels");
    operator.delete(PATH + "/" + WHO_TELLS).requireStatus(204);
    operator.put(PATH + "/org.cotejo.after?level=DEBUG").requireStatus(200);
    // Then
    await().atMost(WRITTEN_WITHIN).until(() -> log(service).contains("org.cotejo.after is DEBUG"));
    assertFalse(log(service).contains("org.cotejo.meanwhile is DEBUG"));
    for (String changed : new String[] {"before", "meanwhile", "after"}) {
      operator.delete(PATH + "/org.cotejo." + changed).requireStatus(204);
    }
    assertEquals(0, operator.get(PATH).requireStatus(200).json().path("changed").size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingest-service", "ocr-service", "translation-service", "search-service"})
  void onlyOperatorsChangeThem(String service) {
    String change = PATH + "/org.cotejo?level=TRACE";
    api(service, "").put(change).requireStatus(401);
    api(service, stack.token("curator")).put(change).requireStatus(403);
    api(service, stack.token("operator")).put(PATH + "/org.cotejo?level=LOUD").requireStatus(422);
  }

  private Api api(String service, String token) {
    return new Api("http://127.0.0.1:" + stack.part(service).path("port").asInt(), token);
  }

  private String log(String service) throws IOException {
    Path file = stack.data().resolve("logs").resolve(service + ".log");
    return Files.readString(file);
  }
}
