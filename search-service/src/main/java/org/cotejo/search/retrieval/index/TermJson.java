package org.cotejo.search.retrieval.index;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.cotejo.search.names.NameForms;
import org.cotejo.search.retrieval.Folding;
import org.cotejo.search.retrieval.Likeness;
import org.cotejo.search.retrieval.Query.Fuzzy;
import org.cotejo.search.retrieval.Query.Phrase;
import org.cotejo.search.retrieval.Query.Prefix;
import org.cotejo.search.retrieval.Query.Term;
import org.cotejo.search.retrieval.Query.Word;

/** Terms of a query over text fields, in Elasticsearch's words; its own syntax is never parsed. */
final class TermJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Below that of any word; codes have no score of use by themselves. */
  private static final double SOUND_SCORE = 0.1;

  private TermJson() {}

  /** A term met as it was asked for. */
  static ObjectNode exactly(Term term, List<String> fields) {
    return switch (term) {
      case Word(String text) -> words(text, fields);
      case Prefix(String text) -> prefix(text, fields);
      case Fuzzy(String text, var edits) ->
          misspelt(text, edits.orElse(Likeness.edits(text)), fields);
      case Phrase(String text, int apart) -> phrase(text, apart, fields);
    };
  }

  /** A word that differs by so many letters after the first. */
  static ObjectNode misspelt(String text, int edits, List<String> fields) {
    ObjectNode query = words(text, fields);
    ((ObjectNode) query.get("multi_match"))
        .put("fuzziness", edits)
        .put("prefix_length", 1)
        .put("fuzzy_transpositions", true);
    return query;
  }

  /** Words that stand together, each spelt nearly as it is asked for. */
  static ObjectNode misspeltPhrase(Phrase phrase, List<String> fields) {
    ObjectNode query = JSON.objectNode();
    ArrayNode any = query.putObject("dis_max").putArray("queries");
    for (String field : fields) {
      ObjectNode all = any.addObject().putObject("intervals").putObject(field).putObject("all_of");
      all.put("ordered", phrase.apart() == 0).put("max_gaps", phrase.apart());
      ArrayNode words = all.putArray("intervals");
      Folding.words(phrase.text())
          .map(word -> Folding.fold(word.group()))
          .forEach(word -> words.add(nearly(word)));
    }
    return query;
  }

  private static ObjectNode nearly(String word) {
    ObjectNode rule = JSON.objectNode();
    int edits = Likeness.edits(word);
    if (edits == 0) {
      rule.putObject("match").put("query", word);
    } else {
      rule.putObject("fuzzy").put("term", word).put("fuzziness", edits).put("prefix_length", 1);
    }
    return rule;
  }

  /** The other forms of a name: by sound in a field of codes, by the table of aliases in others. */
  static ObjectNode forms(NameForms forms, String sounds, List<String> fields) {
    ObjectNode query = JSON.objectNode();
    ArrayNode any = query.putObject("dis_max").putArray("queries");
    if (!forms.sounds().isEmpty()) {
      ObjectNode codes = any.addObject().putObject("constant_score");
      ArrayNode terms = codes.putObject("filter").putObject("terms").putArray(sounds);
      forms.sounds().stream().sorted().forEach(terms::add);
      codes.put("boost", SOUND_SCORE);
    }
    forms.aliases().forEach(alias -> any.add(phrase(alias, 0, fields)));
    return query;
  }

  private static ObjectNode words(String text, List<String> fields) {
    ObjectNode query = JSON.objectNode();
    ObjectNode words = query.putObject("multi_match").put("query", text).put("operator", "and");
    words.put("type", "best_fields");
    fields(words, fields);
    return query;
  }

  private static ObjectNode phrase(String text, int apart, List<String> fields) {
    ObjectNode query = JSON.objectNode();
    ObjectNode words = query.putObject("multi_match").put("query", text).put("type", "phrase");
    words.put("slop", apart);
    fields(words, fields);
    return query;
  }

  /** The one query that folds a prefix as the field does; all but the star is plain text in it. */
  private static ObjectNode prefix(String text, List<String> fields) {
    ObjectNode query = JSON.objectNode();
    ObjectNode words =
        query
            .putObject("simple_query_string")
            .put("query", text.replaceAll("[^\\p{L}\\p{N}\\p{M}'’.-]+", " ").strip() + "*")
            .put("default_operator", "and")
            .put("flags", "PREFIX");
    fields(words, fields);
    return query;
  }

  private static void fields(ObjectNode query, List<String> fields) {
    ArrayNode array = query.putArray("fields");
    fields.forEach(array::add);
  }
}
