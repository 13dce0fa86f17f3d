package org.cotejo.ocr.surrogates.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cotejo.events.EventEnvelope;
import org.cotejo.events.PermanentFailure;
import org.cotejo.ocr.surrogates.Original;
import org.cotejo.ocr.surrogates.Paper;
import org.cotejo.ocr.surrogates.objects.SurrogateJson;

/** Reads the events of documents; unknown fields are passed over. */
final class PaperJson {
  private PaperJson() {}

  /**
   * The originals of an accession or revision, in order.
   *
   * @throws PermanentFailure when a field is missing or wrong
   */
  static Paper paper(EventEnvelope event) {
    JsonNode data = event.data();
    List<String> languages = new ArrayList<>();
    data.path("originalLanguages").forEach(language -> languages.add(language.asText()));
    List<Original> originals = new ArrayList<>();
    try {
      for (JsonNode original : data.path("originals")) {
        originals.add(
            new Original(
                original.path("ordinal").asInt(),
                SurrogateJson.object(original),
                original.path("pageCount").asInt()));
      }
      originals.sort(Comparator.comparingInt(Original::ordinal));
      return new Paper(data.path("documentId").asText(event.subject()), languages, originals);
    } catch (IllegalArgumentException invalid) {
      throw new PermanentFailure(
          "event.invalid", "The event does not describe its originals as agreed.", invalid);
    }
  }
}
