package org.cotejo.local.launcher.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** Makes a line of a log fit to be read on a terminal; the file keeps all of it. */
final class LogLine {
  private static final int LIMIT = 400;
  private static final List<String> KEYS = List.of("documentId", "ingestId", "stage", "page");
  private static final ObjectMapper JSON = new ObjectMapper();

  private LogLine() {}

  /** A structured line as level, logger and message; any other cut to a bearable length. */
  static String readable(String line) {
    String text = line.startsWith("{") ? structured(line) : line;
    return text.length() > LIMIT ? text.substring(0, LIMIT) + " ..." : text;
  }

  private static String structured(String line) {
    try {
      JsonNode entry = JSON.readTree(line);
      if (!entry.hasNonNull("message")) {
        return line;
      }
      String logger = entry.path("loggerName").asText();
      StringBuilder text =
          new StringBuilder()
              .append(entry.path("level").asText())
              .append(' ')
              .append(logger.substring(logger.lastIndexOf('.') + 1))
              .append(": ")
              .append(entry.path("message").asText().replace('\n', ' '));
      for (String key : KEYS) {
        if (entry.path("mdc").hasNonNull(key)) {
          text.append(' ').append(key).append('=').append(entry.path("mdc").path(key).asText());
        }
      }
      JsonNode cause = entry.path("exception");
      if (cause.hasNonNull("message")) {
        text.append(" (").append(cause.path("message").asText().replace('\n', ' ')).append(')');
      }
      return text.toString();
    } catch (JsonProcessingException notStructured) {
      return line;
    }
  }
}
