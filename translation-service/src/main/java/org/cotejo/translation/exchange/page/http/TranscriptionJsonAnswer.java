package org.cotejo.translation.exchange.page.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A page's transcription as JSON: what its file holds, with the page's number. */
final class TranscriptionJsonAnswer {
  private TranscriptionJsonAnswer() {}

  static ObjectNode page(int number, JsonNode transcription) {
    ObjectNode page = JsonNodeFactory.instance.objectNode().put("page", number);
    JsonNode size = transcription.path("page");
    page.set("widthPixels", size.path("widthPixels"));
    page.set("heightPixels", size.path("heightPixels"));
    for (String field :
        new String[] {"languages", "engine", "meanConfidence", "needsReview", "regions"}) {
      page.set(field, transcription.path(field));
    }
    return page;
  }
}
