package org.cotejo.search.retrieval.index;

import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.json.JsonData;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cotejo.search.lexicon.Rendering;
import org.cotejo.search.names.NameVariants;
import org.cotejo.search.projection.Box;
import org.cotejo.search.projection.Passage;
import org.cotejo.search.projection.WordPairs;
import org.cotejo.search.projection.index.Languages;
import org.cotejo.search.projection.index.PassageDetail;
import org.cotejo.search.retrieval.LetterShapes;
import org.cotejo.search.retrieval.Likeness;
import org.cotejo.search.retrieval.Marks;
import org.cotejo.search.retrieval.OtherForms;
import org.cotejo.search.retrieval.Query.Fuzzy;
import org.cotejo.search.retrieval.Query.Phrase;
import org.cotejo.search.retrieval.Query.Prefix;
import org.cotejo.search.retrieval.Query.Term;
import org.cotejo.search.retrieval.Query.Word;
import org.cotejo.search.retrieval.SearchResult.FoundCounterpart;
import org.cotejo.search.retrieval.SearchResult.FoundPassage;
import org.cotejo.search.retrieval.Way;

/** Reads passages out of an answer: their marks, their boxes, and how each word was met. */
final class FoundPassages {
  private final List<Term> said;
  private final List<OtherForms> forms;
  private final NameVariants variants;

  /**
   * A reader of answers to one query.
   *
   * @param said its terms
   * @param forms their other forms, one for each
   */
  FoundPassages(List<Term> said, List<OtherForms> forms, NameVariants variants) {
    this.said = said;
    this.forms = forms;
    this.variants = variants;
  }

  /** A term with the places of its other forms in one text. */
  private record Met(Way way, List<Marks.Range> ranges) {}

  FoundPassage read(Hit<JsonData> hit) {
    JsonData data = hit.source();
    if (data == null) {
      throw new IllegalStateException("a passage without its text");
    }
    JsonNode source = data.to(ObjectNode.class);
    String language = source.path("language").asText();
    String field = Languages.field(language);
    String text = source.path(field).asText();
    Marks highlighted =
        Stream.of(field, field + ".folded", field + ".exact")
            .flatMap(name -> hit.highlight().getOrDefault("passages." + name, List.of()).stream())
            .map(Marks::read)
            .reduce(new Marks(text, List.of()), Marks::with);
    List<Met> met = met(highlighted, language, hit.matchedQueries().keySet());
    Marks marks =
        highlighted.with(
            new Marks(text, met.stream().flatMap(way -> way.ranges().stream()).toList()));
    PassageDetail detail = PassageDetail.read(source.path("detail"));
    List<Box> boxes = detail.boxes();
    boolean original = "original".equals(source.path("role").asText());
    return new FoundPassage(
        detail.segments(),
        source.path("role").asText(),
        language,
        text,
        marks.ranges(),
        integers(source.path("pages")),
        boxes,
        marks.ranges().stream()
            .map(mark -> markBoxes(detail.words(), mark, original ? List.of() : boxes))
            .toList(),
        met.stream().map(Met::way).toList(),
        counterparts(detail.counterparts(), marks));
  }

  private List<Met> met(Marks highlighted, String language, Set<String> matched) {
    String text = highlighted.text();
    List<Met> met = new ArrayList<>();
    for (int number = 0; number < said.size(); number++) {
      Term term = said.get(number);
      if (matched.contains(PassageJson.name(number, Way.Kind.WORD))) {
        met.add(new Met(new Way(term.text(), Way.Kind.WORD, List.of()), List.of()));
      } else if (matched.contains(PassageJson.name(number, Way.Kind.VARIANT))) {
        List<Marks.Range> places = variants.in(text, language, forms.get(number).names());
        met.add(met(text, term, Way.Kind.VARIANT, places));
      } else if (matched.contains(PassageJson.name(number, Way.Kind.LEXICON))) {
        List<Marks.Range> places = rendered(highlighted, forms.get(number));
        met.add(met(text, term, Way.Kind.LEXICON, places));
      } else if (matched.contains(PassageJson.name(number, Way.Kind.READING))) {
        List<Marks.Range> places = LetterShapes.like(text, term.text());
        met.add(met(text, term, Way.Kind.READING, places));
      } else {
        met.add(misread(text, term));
      }
    }
    return met;
  }

  /** What matched nothing else: to be asked by name, near spellings would be looked up again. */
  private static Met misread(String text, Term term) {
    List<Marks.Range> near = misspelt(text, term);
    return near.isEmpty() && term instanceof Word
        ? met(text, term, Way.Kind.LETTERS, LetterShapes.near(text, term.text()))
        : met(text, term, Way.Kind.SPELLING, near);
  }

  /** The marked words that are forms of a rendering. */
  private static List<Marks.Range> rendered(Marks highlighted, OtherForms forms) {
    List<String> words = forms.rendered().map(Rendering::word).distinct().toList();
    return highlighted.ranges().stream()
        .filter(
            range -> {
              String marked = highlighted.text().substring(range.start(), range.end());
              return words.stream().anyMatch(word -> Likeness.formsOfOne(marked, word));
            })
        .toList();
  }

  private static List<Marks.Range> misspelt(String text, Term term) {
    return switch (term) {
      case Phrase phrase -> Likeness.misspelt(text, phrase);
      case Fuzzy(String word, var edits) ->
          Likeness.misspelt(text, word, edits.orElse(Likeness.edits(word)));
      case Word(String word) -> Likeness.misspelt(text, word, Likeness.edits(word));
      case Prefix _ -> List.of();
    };
  }

  private static Met met(String text, Term term, Way.Kind kind, List<Marks.Range> ranges) {
    List<String> as =
        ranges.stream()
            .map(range -> text.substring(range.start(), range.end()))
            .distinct()
            .toList();
    return new Met(new Way(term.text(), kind, as), ranges);
  }

  private static List<FoundCounterpart> counterparts(
      List<Passage.Counterpart> counterparts, Marks marks) {
    return counterparts.stream()
        .map(
            counterpart ->
                new FoundCounterpart(
                    PassageDetail.role(counterpart.role()),
                    counterpart.language(),
                    counterpart.text(),
                    counterpart.segments(),
                    partners(counterpart.pairs(), marks),
                    false))
        .toList();
  }

  /** The words of a counterpart that stand for the marked ones. */
  private static List<Marks.Range> partners(List<WordPairs.Pair> pairs, Marks marks) {
    return pairs.stream()
        .filter(
            pair ->
                marks.ranges().stream()
                    .anyMatch(mark -> pair.start() < mark.end() && mark.start() < pair.end()))
        .map(pair -> new Marks.Range(pair.otherStart(), pair.otherEnd()))
        .sorted(Comparator.comparingInt(Marks.Range::start))
        .toList();
  }

  /**
   * The boxes of each word that a mark touches; all of them for a word broken over lines.
   *
   * @param otherwise where no word there has a box
   */
  private static List<Box> markBoxes(
      List<Passage.PlacedWord> words, Marks.Range mark, List<Box> otherwise) {
    List<Box> boxes =
        words.stream()
            .filter(word -> word.start() < mark.end() && mark.start() < word.end())
            .flatMap(word -> word.boxes().stream())
            .toList();
    return boxes.isEmpty() ? otherwise : boxes;
  }

  private static List<Integer> integers(JsonNode array) {
    List<Integer> integers = new ArrayList<>();
    array.forEach(value -> integers.add(value.asInt()));
    return integers;
  }
}
