package org.cotejo.translation.collation.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.cotejo.translation.bitext.Bitext;
import org.cotejo.translation.bitext.Reading;
import org.cotejo.translation.bitext.objects.ReadingTextJson;
import org.cotejo.translation.bitext.store.DocumentLedger.KeptAlignment;
import org.cotejo.translation.collation.Finding;
import org.cotejo.translation.collation.Place;

/** The answer that lists findings. */
final class FindingsAnswer {
  private FindingsAnswer() {}

  static ObjectNode of(
      String documentId,
      KeptAlignment alignment,
      Reading reading,
      Bitext bitext,
      List<Finding> found) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("documentId", documentId);
    answer.put("revision", alignment.revision());
    answer.put("alignmentVersion", alignment.version());
    answer.put("sourceLanguage", bitext.sourceLanguage());
    answer.put("language", bitext.language());
    ArrayNode findings = answer.putArray("findings");
    for (Finding finding : found) {
      ObjectNode json = findings.addObject();
      json.put("key", finding.key());
      json.put("rule", finding.rule().code());
      json.put("severity", finding.rule().severity().wireName());
      json.put("message", finding.message());
      ObjectNode source = json.putObject("source");
      put(source, finding.source(), reading.text().text());
      ArrayNode boxes = source.putArray("boxes");
      finding.source().boxes().forEach(box -> boxes.add(ReadingTextJson.box(box)));
      put(json.putObject("target"), finding.target(), bitext.text());
    }
    return answer;
  }

  private static void put(ObjectNode json, Place place, String text) {
    ArrayNode segments = json.putArray("segments");
    place.segments().forEach(segments::add);
    if (!place.segments().isEmpty()) {
      json.put("start", place.start());
      json.put("end", place.end());
      json.put("text", text.substring(place.start(), place.end()));
    }
  }
}
