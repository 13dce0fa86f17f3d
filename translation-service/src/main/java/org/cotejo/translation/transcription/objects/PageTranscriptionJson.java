package org.cotejo.translation.transcription.objects;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cotejo.translation.bitext.objects.TranscriptionJson;
import org.cotejo.translation.transcription.Engine;
import org.cotejo.translation.transcription.PageTranscription;

/** A whole {@code cotejo.transcription.v1}, with what it says of its making. */
public final class PageTranscriptionJson {
  private PageTranscriptionJson() {}

  /**
   * The transcription that a file holds.
   *
   * @param page its number in the document, which the file does not know
   * @throws org.cotejo.translation.bitext.objects.MalformedFile when it breaks its schema
   */
  public static PageTranscription read(JsonNode file, int page) {
    return new PageTranscription(
        TranscriptionJson.read(file, page),
        file.path("page").path("surrogateDigest").asText(),
        engine(file.path("engine")),
        texts(file.path("languages")),
        file.path("meanConfidence").asDouble(),
        file.path("needsReview").asBoolean());
  }

  private static Engine engine(JsonNode json) {
    SortedMap<String, String> parameters = new TreeMap<>();
    json.path("parameters")
        .properties()
        .forEach(entry -> parameters.put(entry.getKey(), entry.getValue().asText()));
    return new Engine(
        json.path("name").asText(),
        json.path("version").asText(),
        json.path("fingerprint").asText(),
        parameters,
        texts(json.path("languages")));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
