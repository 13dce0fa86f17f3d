package org.cotejo.translation.bitext.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A transcription as plain text: a line a line, a blank line between regions. */
final class TranscriptionText {
  private TranscriptionText() {}

  static String of(JsonNode transcription) {
    List<JsonNode> regions =
        StreamSupport.stream(transcription.path("regions").spliterator(), false)
            .sorted(Comparator.comparingInt(region -> region.path("readingOrder").asInt()))
            .toList();
    return regions.stream().map(TranscriptionText::region).collect(Collectors.joining("\n"));
  }

  private static String region(JsonNode region) {
    StringBuilder text = new StringBuilder();
    for (JsonNode line : region.path("lines")) {
      String separator = "";
      for (JsonNode word : line.path("words")) {
        text.append(separator).append(word.path("text").asText());
        separator = " ";
      }
      text.append('\n');
    }
    return text.toString();
  }
}
