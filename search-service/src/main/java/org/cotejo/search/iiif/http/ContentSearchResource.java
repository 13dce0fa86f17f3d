package org.cotejo.search.iiif.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.cotejo.problems.Problem;
import org.cotejo.search.projection.Box;
import org.cotejo.search.retrieval.Marks;
import org.cotejo.search.retrieval.Query;
import org.cotejo.search.retrieval.QueryText;
import org.cotejo.search.retrieval.SearchQuery;
import org.cotejo.search.retrieval.SearchResult.FoundPassage;
import org.cotejo.search.retrieval.index.Retrieval;
import org.cotejo.search.retrieval.index.VisibleDocuments;
import org.cotejo.search.web.access.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The IIIF Content Search API, 2.0 and 1.0: words of one document with their boxes. */
@Path("/iiif/search")
@PermitAll
@Blocking
@Produces({MediaType.APPLICATION_JSON, "application/ld+json"})
public class ContentSearchResource {
  /** As many passages as Elasticsearch gives with one document. */
  private static final int PASSAGES = 100;

  private static final int SUGGESTIONS = 20;

  private static final Box NOWHERE = new Box(Integer.MAX_VALUE, 0, 0, 1, 1);

  /** Viewers walk through the hits from the first page to the last; what has no place is last. */
  private static final Comparator<FoundPassage> READING_ORDER =
      Comparator.comparing(
          passage -> passage.boxes().stream().findFirst().orElse(NOWHERE),
          Comparator.comparingInt(Box::page).thenComparingInt(Box::y).thenComparingInt(Box::x));

  private final Retrieval retrieval;
  private final VisibleDocuments documents;
  private final Caller caller;
  private final Address address;

  @Inject
  public ContentSearchResource(
      Retrieval retrieval, VisibleDocuments documents, Caller caller, Address address) {
    this.retrieval = retrieval;
    this.documents = documents;
    this.caller = caller;
    this.address = address;
  }

  @GET
  @Path("{version}/{id}")
  @Operation(
      summary = "Where words stand in one document, by the IIIF Content Search API 1.0 or 2.0",
      description =
          "Words of the original have their own boxes; those of a translation the lines of the"
              + " original that say the same. Other parameters than q are ignored and named.")
  public Response search(
      @PathParam("version") String version,
      @PathParam("id") UUID id,
      @QueryParam("q") @Nullable String q,
      @HeaderParam("Accept") @Nullable String accepted,
      @Context UriInfo uri) {
    boolean second = second(version);
    List<FoundPassage> passages = passages(id, QueryText.parse(q == null ? "" : q));
    FoundWords words =
        new FoundWords(address.base(), id, address.base() + pathAndQuery(uri), passages);
    ObjectNode answer = second ? words.version2(ignored(uri)) : words.version1(ignored(uri));
    return answer(answer, second, accepted);
  }

  @GET
  @Path("{version}/{id}/autocomplete")
  @Operation(summary = "Words of one document that begin with those letters")
  public Response complete(
      @PathParam("version") String version,
      @PathParam("id") UUID id,
      @QueryParam("q") @Nullable String q,
      @HeaderParam("Accept") @Nullable String accepted,
      @Context UriInfo uri) {
    boolean second = second(version);
    String start = (q == null ? "" : q).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    Query prefix = start.isEmpty() ? Query.EVERYTHING : Query.beginningWith(start);
    SortedMap<String, Integer> counts = new TreeMap<>();
    for (FoundPassage passage : passages(id, prefix)) {
      for (Marks.Range mark : passage.marks()) {
        counts.merge(
            passage.text().substring(mark.start(), mark.end()).toLowerCase(Locale.ROOT),
            1,
            Integer::sum);
      }
    }
    List<Map.Entry<String, Integer>> terms = counts.entrySet().stream().limit(SUGGESTIONS).toList();
    String own = address.base() + pathAndQuery(uri);
    String search = address.base() + "/iiif/search/" + version + "/" + id;
    return answer(
        second
            ? FoundWords.terms2(own, terms, ignored(uri))
            : FoundWords.terms1(own, search, terms, ignored(uri)),
        second,
        accepted);
  }

  private List<FoundPassage> passages(UUID id, Query query) {
    if (documents.find(id, caller.roles(), caller.today()).isEmpty()) {
      throw Problem.notFound("document");
    }
    if (query.isEmpty()) {
      return List.of();
    }
    return retrieval
        .search(
            new SearchQuery(
                query,
                SearchQuery.Tolerance.NONE,
                SearchQuery.Filter.only(id),
                new SearchQuery.Viewer(caller.roles(), caller.today()),
                SearchQuery.Window.first(1, PASSAGES)))
        .hits()
        .stream()
        .flatMap(hit -> hit.passages().stream())
        .sorted(READING_ORDER)
        .toList();
  }

  private static boolean second(String version) {
    return switch (version) {
      case "1" -> false;
      case "2" -> true;
      default -> throw Problem.notFound("search service");
    };
  }

  private static List<String> ignored(UriInfo uri) {
    return uri.getQueryParameters().keySet().stream()
        .filter(name -> !name.equals("q"))
        .sorted()
        .toList();
  }

  private static String pathAndQuery(UriInfo uri) {
    String query = uri.getRequestUri().getRawQuery();
    return uri.getRequestUri().getRawPath() + (query == null ? "" : "?" + query);
  }

  private static Response answer(ObjectNode json, boolean second, @Nullable String accepted) {
    String context = second ? FoundWords.CONTEXT_2 : FoundWords.CONTEXT_1;
    return Response.ok(json.toString(), Linked.mediaType(accepted, context))
        .header("Cache-Control", "private, no-cache")
        .header("Vary", "Authorization, Accept")
        .build();
  }
}
