package org.cotejo.search.retrieval.index;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.cotejo.search.lexicon.Rendering;
import org.cotejo.search.projection.index.Languages;
import org.cotejo.search.retrieval.OtherForms;
import org.cotejo.search.retrieval.Query.Phrase;
import org.cotejo.search.retrieval.Query.Term;

/**
 * A term through the archive's lexicon: each of its words is any of its renderings, weighted by
 * their probabilities (a weighted form of the structured queries of Darwish and Oard 2003). Only
 * passages that do not say the same in the language of the query: those that do are found by that.
 */
final class RenderingJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Other languages put words in another order, and articles between. */
  private static final int GAPS_OF_A_PHRASE = 2;

  private RenderingJson() {}

  static ObjectNode of(Term term, OtherForms forms) {
    ObjectNode bool = JSON.objectNode();
    ArrayNode any = bool.putObject("bool").putArray("should");
    for (OtherForms.Direction direction : forms.directions()) {
      ObjectNode one = any.addObject().putObject("bool");
      List<List<Rendering>> words = forms.in(direction);
      ArrayNode must = one.putArray("must");
      if (term instanceof Phrase phrase) {
        must.add(together(words, direction.to(), phrase.apart()));
      } else {
        words.forEach(renderings -> must.add(any(renderings)));
      }
      one.putArray("must_not")
          .addObject()
          .putObject("term")
          .put("passages.counterpartLanguages", direction.from());
    }
    return bool;
  }

  /** Any of the renderings of one word; their scores are summed up. */
  static ObjectNode any(List<Rendering> renderings) {
    ObjectNode bool = JSON.objectNode();
    ArrayNode any = bool.putObject("bool").putArray("should");
    for (Rendering rendering : renderings) {
      any.addObject()
          .putObject("match")
          .putObject(field(rendering.to()))
          .put("query", rendering.word())
          .put("boost", rendering.probability());
    }
    return bool;
  }

  private static ObjectNode together(List<List<Rendering>> words, String language, int apart) {
    ObjectNode query = JSON.objectNode();
    ObjectNode all = query.putObject("intervals").putObject(field(language)).putObject("all_of");
    all.put("ordered", false).put("max_gaps", apart + GAPS_OF_A_PHRASE);
    ArrayNode intervals = all.putArray("intervals");
    for (List<Rendering> renderings : words) {
      ArrayNode any = intervals.addObject().putObject("any_of").putArray("intervals");
      renderings.forEach(
          rendering -> any.addObject().putObject("match").put("query", rendering.word()));
    }
    return query;
  }

  private static String field(String language) {
    return "passages." + Languages.field(language);
  }
}
