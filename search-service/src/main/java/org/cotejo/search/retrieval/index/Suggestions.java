package org.cotejo.search.retrieval.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.cotejo.search.projection.index.DocumentIndex;
import org.cotejo.search.projection.index.IndexUnavailable;
import org.cotejo.search.retrieval.Folding;
import org.cotejo.search.retrieval.Marks;
import org.cotejo.search.retrieval.Query;
import org.cotejo.search.retrieval.SearchQuery;
import org.cotejo.search.retrieval.SearchQuery.Viewer;
import org.cotejo.search.retrieval.SearchResult.FoundPassage;
import org.cotejo.search.retrieval.Suggestion;
import org.cotejo.search.retrieval.Suggestion.Kind;
import org.cotejo.search.retrieval.Typed;

/**
 * Titles, names and words of the archive that begin as typed. All are taken from documents that a
 * search has found for the caller, so that none can tell of a document which the caller may not
 * see; in return they come from the best documents and not from all.
 */
@ApplicationScoped
public class Suggestions {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int RECORDS = 50;
  private static final int DOCUMENTS = 20;
  private static final int PASSAGES = 3;

  /** Of this many documents a shard looks at, the best are taken; typing must not wait. */
  private static final int LOOKED_AT = 2_000;

  private final ElasticsearchClient client;
  private final DocumentIndex index;
  private final Retrieval retrieval;

  @Inject
  public Suggestions(ElasticsearchClient client, DocumentIndex index, Retrieval retrieval) {
    this.client = client;
    this.index = index;
    this.retrieval = retrieval;
  }

  /**
   * Suggestions for what was typed so far.
   *
   * @param each most of one kind
   */
  public List<Suggestion> of(Typed typed, Viewer viewer, int each) {
    if (!typed.completable()) {
      return List.of();
    }
    index.ensure();
    List<Suggestion> suggestions = new ArrayList<>(words(typed, viewer, each));
    suggestions.addAll(recorded(typed, viewer, each));
    return suggestions;
  }

  private List<Suggestion> words(Typed typed, Viewer viewer, int each) {
    String beginning = Folding.fold(typed.last());
    Map<String, Integer> counts = new HashMap<>();
    SearchQuery query =
        new SearchQuery(
            Query.beginningWith(typed.last()),
            SearchQuery.Tolerance.NONE,
            SearchQuery.Filter.NONE,
            viewer,
            SearchQuery.Window.first(DOCUMENTS, PASSAGES));
    retrieval.search(query).hits().stream()
        .flatMap(hit -> hit.passages().stream())
        .flatMap(Suggestions::marked)
        .map(word -> word.toLowerCase(Locale.ROOT))
        .filter(word -> Folding.fold(word).startsWith(beginning))
        .forEach(word -> counts.merge(word, 1, Integer::sum));
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(each)
        .map(word -> new Suggestion(word.getKey(), Kind.WORD, typed.before() + word.getKey()))
        .toList();
  }

  private static Stream<String> marked(FoundPassage passage) {
    return passage.marks().stream()
        .map((Marks.Range mark) -> passage.text().substring(mark.start(), mark.end()));
  }

  private List<Suggestion> recorded(Typed typed, Viewer viewer, int each) {
    Map<Kind, Map<String, Integer>> counts = new LinkedHashMap<>();
    for (JsonNode record : records(typed, viewer)) {
      count(counts, Kind.PERSON, typed, record.path("people"));
      count(counts, Kind.PLACE, typed, record.path("places"));
      count(counts, Kind.TITLE, typed, JSON.arrayNode().add(record.path("title")));
      count(counts, Kind.COLLECTION, typed, JSON.arrayNode().add(record.path("collection")));
    }
    List<Suggestion> suggestions = new ArrayList<>();
    counts.forEach(
        (kind, values) ->
            values.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(each)
                .forEach(value -> suggestions.add(Suggestion.of(kind, value.getKey()))));
    suggestions.sort(Comparator.comparing(Suggestion::kind));
    return suggestions;
  }

  private static void count(
      Map<Kind, Map<String, Integer>> counts, Kind kind, Typed typed, JsonNode values) {
    for (JsonNode value : values) {
      if (value.isTextual() && typed.begins(value.asText())) {
        counts
            .computeIfAbsent(kind, _ -> new LinkedHashMap<>())
            .merge(value.asText(), 1, Integer::sum);
      }
    }
  }

  private List<ObjectNode> records(Typed typed, Viewer viewer) {
    ObjectNode json = JSON.objectNode();
    json.put("size", RECORDS).put("track_total_hits", false).put("terminate_after", LOOKED_AT);
    ArrayNode wanted = json.putObject("_source").putArray("includes");
    List.of("title", "people", "places", "collection").forEach(wanted::add);
    ObjectNode bool = json.putObject("query").putObject("bool");
    AccessJson.filter(bool.putArray("filter"), viewer);
    ObjectNode words = bool.putArray("must").addObject().putObject("multi_match");
    words
        .put("query", String.join(" ", typed.words()))
        .put("type", "bool_prefix")
        .put("operator", "and");
    ArrayNode fields = words.putArray("fields");
    List.of("title", "people.text", "places.text", "collection.text").forEach(fields::add);
    SearchRequest request =
        SearchRequest.of(
            builder -> builder.withJson(new StringReader(json.toString())).index(index.alias()));
    try {
      SearchResponse<ObjectNode> response = client.search(request, ObjectNode.class);
      return response.hits().hits().stream()
          .flatMap(hit -> Stream.ofNullable(hit.source()))
          .toList();
    } catch (ElasticsearchException | IOException failure) {
      throw new IndexUnavailable("suggest", failure);
    }
  }
}
