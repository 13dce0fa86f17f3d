package org.cotejo.search.retrieval.http;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.cotejo.search.retrieval.QueryText;
import org.cotejo.search.retrieval.SearchQuery;
import org.cotejo.search.retrieval.SearchResult;
import org.cotejo.search.retrieval.index.Retrieval;
import org.cotejo.search.web.access.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Searching. */
@Path("/v1/search")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class SearchResource {
  private static final int DEFAULT_SIZE = 10;
  private static final int MAXIMUM_SIZE = 100;
  private static final int PASSAGES = 10;

  private final Retrieval retrieval;
  private final Caller caller;

  @Inject
  public SearchResource(Retrieval retrieval, Caller caller) {
    this.retrieval = retrieval;
    this.caller = caller;
  }

  @GET
  @PermitAll
  @Operation(
      summary = "Documents with passages in both languages, marks and boxes",
      description =
          "Words must all occur in one passage. Known are \"phrases\", \"near words\"~5,"
              + " -exclusions, prefixes*, spellings~ and conditions: title: person: place:"
              + " collection: subject: number: language: translation: date:1960/1962. Without q"
              + " all documents are listed. Dates are EDTF. Filters may be repeated. Each passage"
              + " says through which side it was found and how each word was met.")
  public Response search(
      @BeanParam SearchParameters parameters,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("size") @Nullable Integer size) {
    SearchQuery query =
        new SearchQuery(
            parameters.query(),
            parameters.tolerance(),
            parameters.filter(),
            new SearchQuery.Viewer(caller.roles(), caller.today()),
            new SearchQuery.Window(
                parameters.order(),
                SearchParameters.given(cursor).map(Cursor::read).orElse(List.of()),
                size(size),
                PASSAGES,
                true));
    SearchResult result = retrieval.search(query);
    return Response.ok(SearchView.of(result))
        .header("Cache-Control", "no-cache")
        .header("Vary", "Authorization")
        .build();
  }

  private static int size(@Nullable Integer size) {
    int given = size == null ? DEFAULT_SIZE : size;
    if (given < 1 || given > MAXIMUM_SIZE) {
      throw new QueryText.InvalidQuery(
          "size.invalid", "The size lies between 1 and " + MAXIMUM_SIZE + ".");
    }
    return given;
  }
}
