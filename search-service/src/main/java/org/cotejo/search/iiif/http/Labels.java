package org.cotejo.search.iiif.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** Language maps of the Presentation API: texts by language. */
final class Labels {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Labels() {}

  /** A word of the interface. */
  static ObjectNode both(String english, String spanish) {
    ObjectNode map = JSON.objectNode();
    map.putArray("en").add(english);
    map.putArray("es").add(spanish);
    return map;
  }

  /** Texts whose language is not known, or does not matter. */
  static ObjectNode none(List<String> texts) {
    ObjectNode map = JSON.objectNode();
    ArrayNode values = map.putArray("none");
    texts.forEach(values::add);
    return map;
  }

  static ObjectNode none(String text) {
    return none(List.of(text));
  }

  /** A label with its values, for {@code metadata} and {@code requiredStatement}. */
  static ObjectNode pair(String english, String spanish, List<String> values) {
    ObjectNode pair = JSON.objectNode();
    pair.set("label", both(english, spanish));
    pair.set("value", none(values));
    return pair;
  }

  /** A label with the names of languages, in both languages of the interface. */
  static ObjectNode languages(String english, String spanish, List<String> tags) {
    ObjectNode pair = JSON.objectNode();
    pair.set("label", both(english, spanish));
    ObjectNode names = pair.putObject("value");
    for (Locale reader : List.of(Locale.ENGLISH, Locale.of("es"))) {
      ArrayNode inLanguage = names.putArray(reader.getLanguage());
      tags.forEach(tag -> inLanguage.add(Locale.forLanguageTag(tag).getDisplayName(reader)));
    }
    return pair;
  }
}
