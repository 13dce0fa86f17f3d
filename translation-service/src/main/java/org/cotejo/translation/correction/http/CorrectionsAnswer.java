package org.cotejo.translation.correction.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.cotejo.translation.bitext.store.DocumentLedger.KeptAlignment;
import org.cotejo.translation.correction.store.KeptChange;

/** The answers about changes. */
final class CorrectionsAnswer {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private CorrectionsAnswer() {}

  /**
   * The changes of a bitext.
   *
   * @param detached ids of those of which something could not be applied
   */
  static ObjectNode list(
      String documentId,
      KeptAlignment alignment,
      String language,
      List<KeptChange> changes,
      List<Long> detached) {
    ObjectNode answer = head(documentId, alignment).put("language", language);
    ArrayNode array = answer.putArray("corrections");
    changes.forEach(change -> array.add(change(change, detached)));
    return answer;
  }

  /** A change that was made just now. */
  static ObjectNode made(
      String documentId, KeptAlignment alignment, KeptChange change, List<Long> detached) {
    ObjectNode answer = head(documentId, alignment);
    answer.set("correction", change(change, detached));
    return answer;
  }

  private static ObjectNode head(String documentId, KeptAlignment alignment) {
    return NODES
        .objectNode()
        .put("documentId", documentId)
        .put("revision", alignment.revision())
        .put("alignmentVersion", alignment.version());
  }

  private static ObjectNode change(KeptChange kept, List<Long> detached) {
    ObjectNode json = NODES.objectNode().put("id", kept.change().id());
    json.put("author", kept.author()).put("madeAt", kept.madeAt().toString());
    json.put("alignmentVersion", kept.alignmentVersion());
    if (kept.undoes().isPresent()) {
      return json.put("undoes", kept.undoes().getAsLong());
    }
    json.set("operations", kept.operations());
    if (kept.undoneBy().isPresent()) {
      return json.put("state", "undone").put("undoneBy", kept.undoneBy().getAsLong());
    }
    return json.put("state", detached.contains(kept.change().id()) ? "detached" : "standing");
  }
}
