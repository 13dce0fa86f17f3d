package org.cotejo.search.retrieval.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.HitsMetadata;
import co.elastic.clients.elasticsearch.core.search.InnerHitsResult;
import co.elastic.clients.json.JsonData;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cotejo.search.projection.Box;
import org.cotejo.search.projection.index.DocumentIndex;
import org.cotejo.search.projection.index.IndexUnavailable;
import org.cotejo.search.projection.index.Languages;
import org.cotejo.search.retrieval.Marks;
import org.cotejo.search.retrieval.QueryText;
import org.cotejo.search.retrieval.SearchQuery;
import org.cotejo.search.retrieval.SearchResult;

/** Asks the index and reads its answers. */
@ApplicationScoped
public class Retrieval {
  private static final int BAD_REQUEST = 400;

  private final ElasticsearchClient client;
  private final DocumentIndex index;
  private final MeterRegistry metrics;

  @Inject
  public Retrieval(ElasticsearchClient client, DocumentIndex index, MeterRegistry metrics) {
    this.client = client;
    this.index = index;
    this.metrics = metrics;
  }

  /**
   * Searches.
   *
   * @throws QueryText.InvalidQuery when Elasticsearch does not understand the query or cursor
   * @throws IndexUnavailable when it does not answer
   */
  public SearchResult search(SearchQuery query) {
    index.ensure();
    String json = SearchRequestJson.of(query).toString();
    SearchRequest request =
        SearchRequest.of(builder -> builder.withJson(new StringReader(json)).index(index.alias()));
    return metrics
        .timer("cotejo.search.duration", "kind", query.text().isEmpty() ? "list" : "words")
        .record(() -> answer(query, request));
  }

  private SearchResult answer(SearchQuery query, SearchRequest request) {
    try {
      SearchResponse<ObjectNode> response = client.search(request, ObjectNode.class);
      List<Hit<ObjectNode>> found = response.hits().hits();
      List<Hit<ObjectNode>> page = found.subList(0, Math.min(query.size(), found.size()));
      Optional<List<String>> next =
          found.size() > query.size()
              ? Optional.of(page.getLast().sort().stream().map(Retrieval::text).toList())
              : Optional.empty();
      var total = response.hits().total();
      return new SearchResult(
          total == null ? 0 : total.value(),
          page.stream().map(Retrieval::hit).toList(),
          facets(response.aggregations()),
          next);
    } catch (ElasticsearchException refused) {
      if (refused.status() == BAD_REQUEST) {
        throw new QueryText.InvalidQuery(
            "query.not-understood", "The query or its cursor cannot be understood.");
      }
      throw new IndexUnavailable("search", refused);
    } catch (IOException failure) {
      throw new IndexUnavailable("search", failure);
    }
  }

  private static SearchResult.Hit hit(Hit<ObjectNode> hit) {
    ObjectNode source = hit.source();
    if (source == null) {
      throw new IllegalStateException("a hit without its document");
    }
    List<SearchResult.FoundPassage> passages = new ArrayList<>();
    long passageTotal = 0;
    InnerHitsResult inner = hit.innerHits().get("passages");
    if (inner != null) {
      HitsMetadata<JsonData> hits = inner.hits();
      var total = hits.total();
      passageTotal = total == null ? hits.hits().size() : total.value();
      for (Hit<JsonData> passage : hits.hits()) {
        passages.add(passage(passage));
      }
    }
    Double score = hit.score();
    return new SearchResult.Hit(
        source.path("documentId").asText(),
        source.path("title").asText(),
        optional(source.path("dateEdtf")),
        optional(source.path("datePrinted")),
        optional(source.path("collection")),
        strings(source.path("originalLanguages")),
        strings(source.path("translationLanguages")),
        source.path("accessLevel").asText(),
        source.path("pageCount").asInt() > 0,
        score == null ? 0 : score,
        passageTotal,
        passages);
  }

  private static SearchResult.FoundPassage passage(Hit<JsonData> hit) {
    JsonData data = hit.source();
    if (data == null) {
      throw new IllegalStateException("a passage without its text");
    }
    JsonNode source = data.to(ObjectNode.class);
    String language = source.path("language").asText();
    String field = Languages.field(language);
    Marks marks =
        Stream.of(field, field + ".folded", field + ".exact")
            .flatMap(name -> hit.highlight().getOrDefault("passages." + name, List.of()).stream())
            .map(Marks::read)
            .reduce(new Marks(source.path(field).asText(), List.of()), Marks::with);
    JsonNode detail = source.path("detail");
    List<Box> boxes = boxes(detail.path("boxes"));
    boolean original = "original".equals(source.path("role").asText());
    return new SearchResult.FoundPassage(
        strings(detail.path("segments")),
        source.path("role").asText(),
        language,
        marks.text(),
        marks.ranges(),
        integers(source.path("pages")),
        boxes,
        marks.ranges().stream()
            .map(mark -> original ? markBoxes(detail.path("words"), mark) : boxes)
            .toList(),
        counterparts(detail.path("counterparts")));
  }

  private static List<SearchResult.FoundCounterpart> counterparts(JsonNode array) {
    List<SearchResult.FoundCounterpart> counterparts = new ArrayList<>();
    for (JsonNode counterpart : array) {
      counterparts.add(
          new SearchResult.FoundCounterpart(
              counterpart.path("role").asText(),
              counterpart.path("language").asText(),
              counterpart.path("text").asText(),
              strings(counterpart.path("segments"))));
    }
    return counterparts;
  }

  /** The boxes of each word that a mark touches; all of them for a word broken over lines. */
  private static List<Box> markBoxes(JsonNode words, Marks.Range mark) {
    List<Box> boxes = new ArrayList<>();
    for (JsonNode word : words) {
      if (word.path("start").asInt() < mark.end() && mark.start() < word.path("end").asInt()) {
        boxes.addAll(boxes(word.path("boxes")));
      }
    }
    return boxes;
  }

  private static Map<String, SequencedMap<String, Long>> facets(
      Map<String, Aggregate> aggregations) {
    Map<String, SequencedMap<String, Long>> facets = new TreeMap<>();
    aggregations.forEach((name, aggregate) -> facets.put(name, counts(aggregate)));
    return facets;
  }

  private static SequencedMap<String, Long> counts(Aggregate aggregate) {
    SequencedMap<String, Long> counts = new LinkedHashMap<>();
    if (aggregate.isSterms()) {
      aggregate
          .sterms()
          .buckets()
          .array()
          .forEach(bucket -> counts.put(bucket.key().stringValue(), bucket.docCount()));
    } else if (aggregate.isLterms()) {
      aggregate
          .lterms()
          .buckets()
          .array()
          .forEach(bucket -> counts.put(Long.toString(bucket.key()), bucket.docCount()));
    }
    return counts;
  }

  private static String text(FieldValue value) {
    return value._toJsonString();
  }

  private static Optional<String> optional(JsonNode value) {
    return value.isTextual() ? Optional.of(value.asText()) : Optional.empty();
  }

  private static List<String> strings(JsonNode array) {
    List<String> strings = new ArrayList<>();
    array.forEach(value -> strings.add(value.asText()));
    return strings;
  }

  private static List<Integer> integers(JsonNode array) {
    List<Integer> integers = new ArrayList<>();
    array.forEach(value -> integers.add(value.asInt()));
    return integers;
  }

  private static List<Box> boxes(JsonNode array) {
    List<Box> boxes = new ArrayList<>();
    for (JsonNode box : array) {
      boxes.add(
          new Box(
              box.path("page").asInt(),
              box.path("x").asInt(),
              box.path("y").asInt(),
              box.path("width").asInt(),
              box.path("height").asInt()));
    }
    return boxes;
  }
}
