package org.cotejo.translation.collation.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.cotejo.translation.bitext.objects.ReadingTextJson;
import org.cotejo.translation.collation.Finding;
import org.cotejo.translation.collation.Phrase;
import org.cotejo.translation.collation.Place;
import org.cotejo.translation.collation.Rule;
import org.cotejo.translation.collation.SettledFinding;
import org.cotejo.translation.collation.Settlement;
import org.cotejo.translation.collation.Severity;
import org.cotejo.translation.collation.StateChange;

/** The answers about findings. */
final class FindingsAnswer {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private FindingsAnswer() {}

  static ObjectNode list(String documentId, CollatedBitext collated, FindingFilter filter) {
    ObjectNode answer = NODES.objectNode();
    answer.put("documentId", documentId);
    answer.put("revision", collated.alignment().revision());
    answer.put("alignmentVersion", collated.alignment().version());
    answer.put("sourceLanguage", collated.bitext().sourceLanguage());
    answer.put("language", collated.bitext().language());
    ArrayNode findings = answer.putArray("findings");
    collated.findings().found().stream()
        .filter(filter::passes)
        .forEach(settled -> findings.add(made(collated, settled)));
    collated.findings().gone().stream()
        .filter(filter::passes)
        .forEach(gone -> findings.add(gone(gone)));
    return answer;
  }

  /** One finding with all that was said of it. */
  static ObjectNode one(CollatedBitext collated, SettledFinding settled) {
    return withHistory(made(collated, settled), settled.history());
  }

  /** One that is made no more, with all that was said of it. */
  static ObjectNode one(Settlement gone) {
    return withHistory(gone(gone), gone.history());
  }

  private static ObjectNode made(CollatedBitext collated, SettledFinding settled) {
    Finding finding = settled.finding();
    ObjectNode json = head(finding.key(), finding.rule(), finding.severity(), finding.message());
    put(json, finding.said());
    settled.settlement().ifPresentOrElse(said -> put(json, said), () -> json.put("state", "open"));
    ObjectNode source = json.putObject("source");
    put(source, finding.source(), collated.reading().text().text());
    ArrayNode boxes = source.putArray("boxes");
    finding.source().boxes().forEach(box -> boxes.add(ReadingTextJson.box(box)));
    put(json.putObject("target"), finding.target(), collated.bitext().text());
    return json;
  }

  private static ObjectNode gone(Settlement gone) {
    ObjectNode json = head(gone.key(), gone.anchor().rule(), gone.severity(), gone.message());
    Phrase.of(gone.message()).ifPresent(said -> put(json, said));
    put(json, gone);
    json.put("gone", true);
    text(json.putObject("source"), gone.source());
    text(json.putObject("target"), gone.target());
    return json;
  }

  private static ObjectNode head(String key, Rule rule, Severity severity, String message) {
    return NODES
        .objectNode()
        .put("key", key)
        .put("rule", rule.code())
        .put("severity", severity.wireName())
        .put("message", message);
  }

  private static void put(ObjectNode json, Phrase.Said said) {
    json.put("phrase", said.phrase().code());
    said.quotes().forEach(json.putArray("quotes")::add);
  }

  /** What is thought of a finding; who thinks so is told as long as somebody does. */
  private static void put(ObjectNode json, Settlement said) {
    json.put("state", said.state().wireName());
    said.standing().ifPresent(change -> put(json, change));
  }

  private static void put(ObjectNode json, StateChange change) {
    if (!change.note().isEmpty()) {
      json.put("note", change.note());
    }
    json.put("author", change.author()).put("changedAt", change.at().toString());
  }

  private static ObjectNode withHistory(ObjectNode json, List<StateChange> history) {
    ArrayNode changes = json.putArray("history");
    for (StateChange change : history) {
      ObjectNode entry = changes.addObject().put("id", change.id());
      entry.put("state", change.state().wireName());
      put(entry, change);
      change.undoes().ifPresent(undone -> entry.put("undoes", undone));
    }
    return json;
  }

  private static void text(ObjectNode side, String text) {
    if (!text.isEmpty()) {
      side.put("text", text);
    }
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
