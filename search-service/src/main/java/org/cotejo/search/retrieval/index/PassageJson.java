package org.cotejo.search.retrieval.index;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.cotejo.search.projection.index.Languages;
import org.cotejo.search.retrieval.LetterShapes;
import org.cotejo.search.retrieval.Likeness;
import org.cotejo.search.retrieval.Marks;
import org.cotejo.search.retrieval.OtherForms;
import org.cotejo.search.retrieval.Query;
import org.cotejo.search.retrieval.Query.Fuzzy;
import org.cotejo.search.retrieval.Query.Phrase;
import org.cotejo.search.retrieval.Query.Prefix;
import org.cotejo.search.retrieval.Query.Term;
import org.cotejo.search.retrieval.Query.Word;
import org.cotejo.search.retrieval.SearchQuery.Tolerance;
import org.cotejo.search.retrieval.Way;

/** Passages in which all terms of a query occur. */
final class PassageJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final double VARIANT_BOOST = 0.8;
  private static final double SPELLING_BOOST = 0.25;
  private static final double READING_BOOST = 0.25;
  private static final double LETTERS_BOOST = 0.1;

  /** Below the word itself: what somebody typed comes first, what may stand for it after. */
  private static final double LEXICON_BOOST = 0.5;

  /** Documents by their passages in any language. */
  static final PassageJson OF_ANY = new PassageJson(Languages.fields().toList(), false);

  private final List<String> texts;
  private final List<String> everyForm;
  private final List<String> folded;
  private final boolean named;

  /**
   * Queries over some fields.
   *
   * @param texts names of the fields of languages
   * @param named whether the parts of the query have names; each costs time for each document shown
   */
  PassageJson(List<String> texts, boolean named) {
    this.texts = texts.stream().map(field -> "passages." + field).toList();
    this.everyForm =
        this.texts.stream()
            .flatMap(field -> Stream.of(field, field + ".folded^1.5", field + ".exact^2"))
            .toList();
    this.folded = this.texts.stream().map(field -> field + ".folded").toList();
    this.named = named;
  }

  /**
   * Name of the part of a query that met a term in one way; answers carry it. Spellings have none:
   * they are the last, and would be looked up in the index once more for each document shown.
   */
  static String name(int term, Way.Kind kind) {
    return term + "/" + kind;
  }

  /**
   * Documents with such passages.
   *
   * @param forms other forms, one for each term that is said
   */
  ObjectNode nested(Query query, Tolerance tolerance, List<OtherForms> forms) {
    ObjectNode nested = JSON.objectNode();
    nested.put("path", "passages").put("score_mode", "max");
    nested.set("query", query(query, tolerance, forms));
    return JSON.objectNode().set("nested", nested);
  }

  /**
   * The same with the best passages of each document, and how each term was met in them.
   *
   * @param size most passages that come with a document
   */
  ObjectNode withPassages(Query query, Tolerance tolerance, List<OtherForms> forms, int size) {
    ObjectNode nested = JSON.objectNode();
    nested.put("path", "passages").put("score_mode", "none");
    nested.set("query", query(query, tolerance, forms));
    ObjectNode inner = nested.putObject("inner_hits");
    inner.put("size", size).put("name", "passages");
    ArrayNode shown = inner.putObject("_source").putArray("includes");
    List.of("passages.role", "passages.language", "passages.pages", "passages.detail")
        .forEach(shown::add);
    shown.add("passages.text_*");
    inner.set("highlight", highlight(query, forms));
    return JSON.objectNode().set("nested", nested);
  }

  /** Documents with any passage in which a term occurs. */
  ObjectNode any(Term term) {
    ObjectNode nested = JSON.objectNode();
    ObjectNode inside = nested.putObject("nested").put("path", "passages");
    inside.set("query", TermJson.exactly(term, fields(term)));
    return nested;
  }

  private ObjectNode query(Query query, Tolerance tolerance, List<OtherForms> forms) {
    ObjectNode bool = JSON.objectNode();
    ArrayNode must = bool.putArray("must");
    List<Term> said = query.said();
    for (int term = 0; term < said.size(); term++) {
      must.add(oneOfItsForms(term, said.get(term), tolerance, forms.get(term)));
    }
    ArrayNode not = bool.putArray("must_not");
    query.unsaid().forEach(term -> not.add(TermJson.exactly(term, fields(term))));
    return JSON.objectNode().set("bool", bool);
  }

  private ObjectNode oneOfItsForms(int number, Term term, Tolerance tolerance, OtherForms other) {
    ObjectNode best = JSON.objectNode();
    ArrayNode forms = best.putObject("dis_max").putArray("queries");
    if (term instanceof Fuzzy) {
      forms.add(
          named(number, Way.Kind.WORD, 1, TermJson.exactly(new Word(term.text()), everyForm)));
      forms.add(named(number, Way.Kind.SPELLING, SPELLING_BOOST, TermJson.exactly(term, folded)));
      return best;
    }
    forms.add(named(number, Way.Kind.WORD, 1, TermJson.exactly(term, everyForm)));
    if (!other.names().isEmpty()) {
      forms.add(
          named(
              number,
              Way.Kind.VARIANT,
              VARIANT_BOOST,
              TermJson.forms(other.names(), "passages.sounds", folded)));
    }
    if (!other.directions().isEmpty()) {
      forms.add(named(number, Way.Kind.LEXICON, LEXICON_BOOST, RenderingJson.of(term, other)));
    }
    int edits = Likeness.edits(term.text());
    if (tolerance.spellings() && term instanceof Word && edits > 0) {
      forms.add(
          named(
              number,
              Way.Kind.SPELLING,
              SPELLING_BOOST,
              TermJson.misspelt(term.text(), edits, folded)));
    }
    if (tolerance.spellings()) {
      misread(number, term, forms);
    }
    if (tolerance.spellings() && term instanceof Phrase phrase && Likeness.mayBeMisspelt(phrase)) {
      forms.add(
          named(
              number, Way.Kind.SPELLING, SPELLING_BOOST, TermJson.misspeltPhrase(phrase, folded)));
    }
    return best;
  }

  private void misread(int number, Term term, ArrayNode forms) {
    boolean exact =
        switch (term) {
          case Word _ -> true;
          case Phrase phrase -> phrase.apart() == 0;
          case Prefix _, Fuzzy _ -> false;
        };
    if (exact && LetterShapes.of(term.text()).length() >= LetterShapes.SHORTEST) {
      forms.add(named(number, Way.Kind.READING, READING_BOOST, MisreadJson.readings(term.text())));
    }
    if (term instanceof Word && Likeness.edits(term.text()) > 0) {
      forms.add(named(number, Way.Kind.LETTERS, LETTERS_BOOST, MisreadJson.letters(term.text())));
    }
  }

  private ObjectNode named(int number, Way.Kind kind, double boost, ObjectNode query) {
    ObjectNode bool = JSON.objectNode();
    ObjectNode way = bool.putObject("bool").put("boost", boost);
    if (named && kind != Way.Kind.SPELLING && kind != Way.Kind.LETTERS) {
      way.put("_name", name(number, kind));
    }
    way.putArray("must").add(query);
    return bool;
  }

  private List<String> fields(Term term) {
    return term instanceof Fuzzy ? folded : everyForm;
  }

  /** Marks the words themselves; the others are found in what comes back, with their reason. */
  private ObjectNode highlight(Query query, List<OtherForms> forms) {
    ObjectNode highlight = JSON.objectNode();
    highlight
        .put("type", "unified")
        .put("number_of_fragments", 0)
        .put("require_field_match", true)
        .put("max_analyzed_offset", 999_999);
    highlight.putArray("pre_tags").add(String.valueOf(Marks.OPEN));
    highlight.putArray("post_tags").add(String.valueOf(Marks.CLOSE));
    ArrayNode any = highlight.putObject("highlight_query").putObject("bool").putArray("should");
    for (Term term : query.said()) {
      any.add(TermJson.exactly(term instanceof Fuzzy ? new Word(term.text()) : term, everyForm));
    }
    forms.stream()
        .flatMap(OtherForms::rendered)
        .forEach(rendering -> any.add(RenderingJson.any(List.of(rendering))));
    ArrayNode highlighted = highlight.putArray("fields");
    // The stems of the first field know nothing of a prefix that is longer than the stem; the
    // others have the words themselves, without and with their accents.
    texts.forEach(
        field -> {
          highlighted.addObject().putObject(field);
          highlighted.addObject().putObject(field + ".folded");
          highlighted.addObject().putObject(field + ".exact");
        });
    return highlight;
  }
}
