package org.cotejo.search.retrieval.index;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.cotejo.search.retrieval.AccessRule;
import org.cotejo.search.retrieval.SearchQuery.Viewer;

/** The rule of access as a filter of the index. */
final class AccessJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private AccessJson() {}

  /** Documents that are there and that somebody may see. */
  static void filter(ArrayNode filter, Viewer viewer) {
    filter.addObject().putObject("term").put("withdrawn", false);
    ObjectNode bool = filter.addObject().putObject("bool");
    ArrayNode should = bool.putArray("should");
    should.add(level("public"));
    if (AccessRule.seesRestricted(viewer.roles())) {
      should.add(level("restricted"));
    }
    if (AccessRule.seesEmbargoed(viewer.roles())) {
      should.add(level("embargoed"));
    } else {
      ArrayNode ended = should.addObject().putObject("bool").putArray("filter");
      ended.add(level("embargoed"));
      ended
          .addObject()
          .putObject("range")
          .putObject("accessUntil")
          .put("lte", viewer.today().toString());
    }
    bool.put("minimum_should_match", 1);
  }

  private static ObjectNode level(String name) {
    ObjectNode term = JSON.objectNode();
    term.putObject("term").put("accessLevel", name);
    return term;
  }
}
