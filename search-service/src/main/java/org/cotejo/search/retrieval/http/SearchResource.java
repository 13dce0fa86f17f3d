package org.cotejo.search.retrieval.http;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
          "Words must all occur in one passage; \"phrases\", -exclusions and prefixes* are known."
              + " Without q all documents are listed, the latest first. Dates are YYYY, YYYY-MM or"
              + " YYYY-MM-DD. Filters may be repeated.")
  public Response search(
      @QueryParam("q") @Nullable String q,
      @QueryParam("language") Set<String> language,
      @QueryParam("translation-language") Set<String> translationLanguage,
      @QueryParam("collection") Set<String> collection,
      @QueryParam("people") Set<String> people,
      @QueryParam("places") Set<String> places,
      @QueryParam("year") Set<String> year,
      @QueryParam("from-date") @Nullable String from,
      @QueryParam("to-date") @Nullable String to,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("size") @Nullable Integer size) {
    Map<String, Set<String>> filters = new HashMap<>();
    filter(filters, "language", language);
    filter(filters, "translationLanguage", translationLanguage);
    filter(filters, "collection", collection);
    filter(filters, "people", people);
    filter(filters, "places", places);
    filter(filters, "year", year);
    SearchQuery query =
        new SearchQuery(
            QueryText.checked(q == null ? "" : q),
            filters,
            given(from).map(text -> Day.first("from-date", text)),
            given(to).map(text -> Day.last("to-date", text)),
            caller.roles(),
            caller.today(),
            given(cursor).map(Cursor::read).orElse(List.of()),
            size(size),
            Optional.empty(),
            PASSAGES);
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

  private static void filter(
      Map<String, Set<String>> filters, String name, @Nullable Set<String> values) {
    Set<String> given = new HashSet<>(values == null ? Set.of() : values);
    given.removeIf(String::isBlank);
    if (!given.isEmpty()) {
      filters.put(name, given);
    }
  }

  private static Optional<String> given(@Nullable String text) {
    return Optional.ofNullable(text).map(String::strip).filter(value -> !value.isEmpty());
  }
}
