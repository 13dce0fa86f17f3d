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
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import org.cotejo.search.lexicon.Lexica;
import org.cotejo.search.lexicon.Rendering;
import org.cotejo.search.names.NameForms;
import org.cotejo.search.names.NameVariants;
import org.cotejo.search.projection.index.DocumentIndex;
import org.cotejo.search.projection.index.IndexUnavailable;
import org.cotejo.search.retrieval.Folding;
import org.cotejo.search.retrieval.OtherForms;
import org.cotejo.search.retrieval.Query.Fuzzy;
import org.cotejo.search.retrieval.Query.Phrase;
import org.cotejo.search.retrieval.Query.Prefix;
import org.cotejo.search.retrieval.Query.Term;
import org.cotejo.search.retrieval.Query.Word;
import org.cotejo.search.retrieval.QueryText;
import org.cotejo.search.retrieval.SearchQuery;
import org.cotejo.search.retrieval.SearchQuery.Tolerance;
import org.cotejo.search.retrieval.SearchResult;

/** Asks the index and reads its answers. */
@ApplicationScoped
public class Retrieval {
  private static final int BAD_REQUEST = 400;

  /** A longer phrase is a quotation, which the lexicon does not find in another language. */
  private static final int MAXIMUM_RENDERED_WORDS = 8;

  /** Around what readers take for at once, and where they give up. */
  private static final Duration[] SEARCH_BUCKETS = {
    Duration.ofMillis(20),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(300),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5)
  };

  private final ElasticsearchClient client;
  private final DocumentIndex index;
  private final NameVariants variants;
  private final Lexica.Source lexica;
  private final MeterRegistry metrics;

  @Inject
  public Retrieval(
      ElasticsearchClient client,
      DocumentIndex index,
      NameVariants variants,
      Lexica.Source lexica,
      MeterRegistry metrics) {
    this.client = client;
    this.index = index;
    this.variants = variants;
    this.lexica = lexica;
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
    List<OtherForms> forms = forms(query);
    return Timer.builder("cotejo.search.duration")
        .description("Searches, by whether words were asked for")
        .tag("kind", query.query().said().isEmpty() ? "list" : "words")
        .serviceLevelObjectives(SEARCH_BUCKETS)
        .register(metrics)
        .record(() -> answer(query, forms));
  }

  /** Other forms of each term that is said; none where they are not wanted. */
  private List<OtherForms> forms(SearchQuery query) {
    Tolerance tolerance = query.tolerance();
    Lexica words = tolerance.lexicon() ? lexica.now() : Lexica.NONE;
    return query.query().said().stream()
        .map(
            term ->
                new OtherForms(
                    tolerance.variants() ? names(term) : NameForms.NONE, renderings(term, words)))
        .toList();
  }

  private NameForms names(Term term) {
    return switch (term) {
      case Word(String text) -> variants.forms(text);
      case Phrase(String text, int apart) when apart == 0 -> variants.forms(text);
      case Phrase _, Prefix _, Fuzzy _ -> NameForms.NONE;
    };
  }

  /** Those of each word; none for what is not written in whole words. */
  private static List<List<Rendering>> renderings(Term term, Lexica words) {
    return switch (term) {
      case Word(String text) -> renderings(text, words);
      case Phrase(String text, int _) -> renderings(text, words);
      case Prefix _, Fuzzy _ -> List.of();
    };
  }

  private static List<List<Rendering>> renderings(String text, Lexica words) {
    List<String> said = Folding.words(text).map(MatchResult::group).toList();
    return said.size() > MAXIMUM_RENDERED_WORDS ? List.of() : said.stream().map(words::of).toList();
  }

  private SearchResult answer(SearchQuery query, List<OtherForms> forms) {
    SearchResponse<ObjectNode> response = ask(SearchRequestJson.of(query, forms));
    List<Hit<ObjectNode>> found = response.hits().hits();
    int size = query.window().size();
    List<Hit<ObjectNode>> page = found.subList(0, Math.min(size, found.size()));
    Optional<List<String>> next =
        found.size() > size
            ? Optional.of(page.getLast().sort().stream().map(Retrieval::text).toList())
            : Optional.empty();
    Map<String, InnerHitsResult> passages = passages(query, forms, page);
    FoundPassages reader = new FoundPassages(query.query().said(), forms, variants);
    var total = response.hits().total();
    return new SearchResult(
        total == null ? 0 : total.value(),
        page.stream().map(hit -> hit(hit, passages, reader)).toList(),
        facets(response.aggregations()),
        next);
  }

  /**
   * The passages of documents by their ids. They are asked for when the page is known: together
   * with it, they would be read for one document more, and each way of meeting a word weighed for
   * documents too.
   */
  private Map<String, InnerHitsResult> passages(
      SearchQuery query, List<OtherForms> forms, List<Hit<ObjectNode>> page) {
    if (query.window().passages() == 0 || query.query().said().isEmpty() || page.isEmpty()) {
      return Map.of();
    }
    ObjectNode request =
        SearchRequestJson.passages(
            query,
            forms,
            page.stream().map(FoundDocument::id).toList(),
            FoundDocument.textFields(page));
    Map<String, InnerHitsResult> passages = new HashMap<>();
    for (Hit<ObjectNode> hit : ask(request).hits().hits()) {
      passages.put(hit.id(), Objects.requireNonNull(hit.innerHits().get("passages")));
    }
    return passages;
  }

  private SearchResponse<ObjectNode> ask(ObjectNode json) {
    SearchRequest request =
        SearchRequest.of(
            builder -> builder.withJson(new StringReader(json.toString())).index(index.alias()));
    try {
      return client.search(request, ObjectNode.class);
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

  private SearchResult.Hit hit(
      Hit<ObjectNode> hit, Map<String, InnerHitsResult> found, FoundPassages reader) {
    SearchResult.DocumentSummary summary = FoundDocument.read(hit, this::title);
    List<SearchResult.FoundPassage> passages = new ArrayList<>();
    long passageTotal = 0;
    InnerHitsResult inner = found.get(summary.documentId());
    if (inner != null) {
      HitsMetadata<JsonData> hits = inner.hits();
      var total = hits.total();
      passageTotal = total == null ? hits.hits().size() : total.value();
      for (Hit<JsonData> passage : hits.hits()) {
        passages.add(reader.read(passage));
      }
    }
    Double score = hit.score();
    return new SearchResult.Hit(summary, score == null ? 0 : score, passageTotal, passages);
  }

  private String title(String documentId) {
    return index
        .getWithout(documentId, List.of("passages", "pages"))
        .map(document -> document.source().path("title").asText())
        .orElse("");
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
    } else if (aggregate.isFilter()) {
      return counts(
          Objects.requireNonNull(aggregate.filter().aggregations().get(FacetJson.COUNTS)));
    } else if (aggregate.isFilters()) {
      new TreeMap<>(aggregate.filters().buckets().keyed())
          .forEach((name, bucket) -> counts.put(name, bucket.docCount()));
      counts.values().removeIf(count -> count == 0);
    }
    return counts;
  }

  private static String text(FieldValue value) {
    return value._toJsonString();
  }
}
