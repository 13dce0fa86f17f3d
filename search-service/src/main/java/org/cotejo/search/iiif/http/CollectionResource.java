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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cotejo.problems.Problem;
import org.cotejo.search.iiif.objects.IiifConfig;
import org.cotejo.search.retrieval.DateSpan;
import org.cotejo.search.retrieval.Query;
import org.cotejo.search.retrieval.SearchQuery;
import org.cotejo.search.retrieval.SearchResult;
import org.cotejo.search.retrieval.http.Cursor;
import org.cotejo.search.retrieval.index.Retrieval;
import org.cotejo.search.web.access.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The IIIF Presentation API 3.0: what a collection of the catalogue holds. */
@Path("/iiif/presentation/3/collection")
@PermitAll
@Blocking
@Produces({MediaType.APPLICATION_JSON, "application/ld+json"})
public class CollectionResource {
  /** Manifests in one collection; the rest is a collection inside it. */
  private static final int MANIFESTS = 100;

  private final Retrieval retrieval;
  private final IiifConfig config;
  private final Caller caller;
  private final Address address;

  @Inject
  public CollectionResource(
      Retrieval retrieval, IiifConfig config, Caller caller, Address address) {
    this.retrieval = retrieval;
    this.config = config;
    this.caller = caller;
    this.address = address;
  }

  @GET
  @Operation(
      summary = "All collections as one IIIF collection",
      description = "The largest, as many as the facet of the search names, by their names.")
  public Response all(@HeaderParam("Accept") @Nullable String accepted) {
    Map<String, Long> counts =
        listed(Map.of(), List.of(), true)
            .facets()
            .getOrDefault("collection", new LinkedHashMap<>());
    return answer(CollectionJson.all(address.base(), config.provider(), counts), accepted);
  }

  @GET
  @Path("{name: .+}")
  @Operation(
      summary = "The documents of a collection as a IIIF collection of manifests",
      description = "Only those that the caller may see; the last item holds the rest, if any.")
  public Response one(
      @PathParam("name") String name,
      @QueryParam("cursor") @Nullable String cursor,
      @HeaderParam("Accept") @Nullable String accepted) {
    List<String> after = cursor == null ? List.of() : Cursor.read(cursor);
    SearchResult found = listed(Map.of("collection", Set.of(name)), after, false);
    if (found.hits().isEmpty() && after.isEmpty()) {
      throw Problem.notFound("collection");
    }
    String own = CollectionJson.address(address.base(), name);
    String next = found.next().map(end -> own + "?cursor=" + Cursor.write(end)).orElse("");
    return answer(
        CollectionJson.one(
            address.base(),
            cursor == null ? own : own + "?cursor=" + cursor,
            name,
            found.hits(),
            next),
        accepted);
  }

  private SearchResult listed(
      Map<String, Set<String>> filters, List<String> after, boolean facets) {
    return retrieval.search(
        new SearchQuery(
            Query.EVERYTHING,
            SearchQuery.Tolerance.NONE,
            new SearchQuery.Filter(filters, DateSpan.ANY, Optional.empty()),
            new SearchQuery.Viewer(caller.roles(), caller.today()),
            new SearchQuery.Window(SearchQuery.Order.RELEVANCE, after, MANIFESTS, 0, facets)));
  }

  private static Response answer(ObjectNode json, @Nullable String accepted) {
    return Response.ok(json.toString(), Linked.mediaType(accepted, ManifestJson.CONTEXT))
        .header("Cache-Control", "private, no-cache")
        .header("Vary", "Authorization, Accept")
        .build();
  }
}
