package org.cotejo.local.launcher.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogLineTest {

  @Test
  void showsAStructuredLineAsASentence() {
    String line =
        """
        {"level":"WARN","loggerName":"org.cotejo.ocr.Recognition","message":"page failed",\
        "mdc":{"documentId":"7","page":"3"},"exception":{"message":"no language"}}""";
    assertEquals(
        "WARN Recognition: page failed documentId=7 page=3 (no language)", LogLine.readable(line));
  }

  @Test
  void leavesOtherLinesButNotTheirLength() {
    assertEquals("{ not json", LogLine.readable("{ not json"));
    assertTrue(LogLine.readable("x".repeat(100_000)).length() < 500);
  }

  @Test
  void followsAFileFromNowOnLineByLine(@TempDir Path folder) throws Exception {
    // Given
    Path log = Files.writeString(folder.resolve("a.log"), "before\n");
    List<String> shown = new CopyOnWriteArrayList<>();
    // When
    try (LogFollower _ = new LogFollower(Map.of("part", log), shown::add)) {
      Files.writeString(log, "Jruschov\nañ", StandardOpenOption.APPEND);
    }
    // Then
    assertEquals(List.of("part                 | Jruschov"), shown);
  }
}
