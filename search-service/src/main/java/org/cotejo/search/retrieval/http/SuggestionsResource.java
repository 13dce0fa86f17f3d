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
import java.util.List;
import java.util.Locale;
import org.cotejo.search.retrieval.SearchQuery.Viewer;
import org.cotejo.search.retrieval.Typed;
import org.cotejo.search.retrieval.index.Suggestions;
import org.cotejo.search.web.access.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Suggestions while somebody types. */
@Path("/v1/suggestions")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class SuggestionsResource {
  private static final int EACH = 4;

  private final Suggestions suggestions;
  private final Caller caller;

  @Inject
  public SuggestionsResource(Suggestions suggestions, Caller caller) {
    this.suggestions = suggestions;
    this.caller = caller;
  }

  /** What may follow. */
  public record Answer(List<Offer> suggestions) {}

  /**
   * One suggestion.
   *
   * @param text as people read it
   * @param kind word, person, place, title or collection
   * @param query the query that looks for it
   */
  public record Offer(String text, String kind, String query) {}

  @GET
  @PermitAll
  @Operation(
      summary = "Words, names, titles and collections that begin as typed",
      description = "From documents that the caller may see. At most four of each kind.")
  public Response suggest(@QueryParam("q") @Nullable String q) {
    Viewer viewer = new Viewer(caller.roles(), caller.today());
    List<Offer> offers =
        suggestions.of(Typed.of(q == null ? "" : q), viewer, EACH).stream()
            .map(
                suggestion ->
                    new Offer(
                        suggestion.text(),
                        suggestion.kind().name().toLowerCase(Locale.ROOT),
                        suggestion.query()))
            .toList();
    return Response.ok(new Answer(offers))
        .header("Cache-Control", "private, no-cache")
        .header("Vary", "Authorization")
        .build();
  }
}
