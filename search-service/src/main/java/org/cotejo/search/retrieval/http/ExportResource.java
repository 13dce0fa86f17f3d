package org.cotejo.search.retrieval.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.cotejo.search.iiif.http.Address;
import org.cotejo.search.retrieval.ListFormat;
import org.cotejo.search.retrieval.ListedDocument;
import org.cotejo.search.retrieval.QueryText.InvalidQuery;
import org.cotejo.search.retrieval.SearchQuery;
import org.cotejo.search.retrieval.SearchResult;
import org.cotejo.search.retrieval.index.Retrieval;
import org.cotejo.search.web.access.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Taking a whole result list away. */
@Path("/v1/search/export")
@Blocking
public class ExportResource {
  private static final int PAGE = 100;

  private final Retrieval retrieval;
  private final Caller caller;
  private final Address address;
  private final Limit limit;
  private final JsonMapper mapper = JsonMapper.builder().build();

  /** Bounds of an export. */
  @ConfigMapping(prefix = "cotejo.export")
  public interface Limit {
    /** Most documents of one list; each hundred is a search. */
    @WithDefault("20000")
    int maximumDocuments();
  }

  @Inject
  public ExportResource(Retrieval retrieval, Caller caller, Address address, Limit limit) {
    this.retrieval = retrieval;
    this.caller = caller;
    this.address = address;
    this.limit = limit;
  }

  @GET
  @PermitAll
  @Operation(
      summary = "All documents that a search finds, as csv, json, bibtex or ris",
      description =
          "Takes the parameters of a search. A list that is longer than the limit is refused; the"
              + " search itself can be followed page by page to any length.")
  public Response export(
      @BeanParam SearchParameters parameters, @QueryParam("format") @Nullable String format) {
    String base = address.base();
    SearchQuery query = query(parameters);
    SearchResult first = retrieval.search(query);
    if (first.total() > limit.maximumDocuments()) {
      throw new InvalidQuery(
          "export.too-long",
          "The search finds "
              + first.total()
              + " documents; a list holds at most "
              + limit.maximumDocuments()
              + ".");
    }
    Form form = form(format == null ? "json" : format);
    StreamingOutput list = out -> write(out, form, base, first, query);
    return Response.ok(list)
        .type(form.mediaType())
        .header(
            "Content-Disposition",
            "attachment; filename=\"cotejo-search." + form.extension() + "\"")
        .header("Cache-Control", "private, no-cache")
        .header("Vary", "Authorization")
        .build();
  }

  /** How a list is written. */
  private record Form(
      String extension,
      String mediaType,
      String head,
      String between,
      String tail,
      Function<ListedDocument, String> entry) {
    static Form of(ListFormat format) {
      return new Form(format.extension(), format.mediaType(), format.head(), "", "", format::entry);
    }
  }

  private Form form(String name) {
    return switch (name) {
      case "json" ->
          new Form("json", MediaType.APPLICATION_JSON, "[\n", ",\n", "\n]\n", this::json);
      case "csv" -> Form.of(ListFormat.CSV);
      case "bibtex" -> Form.of(ListFormat.BIBTEX);
      case "ris" -> Form.of(ListFormat.RIS);
      default -> throw new InvalidQuery("format.invalid", "format is csv, json, bibtex or ris.");
    };
  }

  private void write(
      OutputStream out, Form form, String base, SearchResult first, SearchQuery query)
      throws IOException {
    text(out, form.head());
    String between = "";
    Optional<SearchResult> page = Optional.of(first);
    while (page.isPresent()) {
      for (SearchResult.Hit hit : page.get().hits()) {
        String address = base + "/documents/" + hit.document().documentId();
        text(out, between + form.entry().apply(new ListedDocument(hit.document(), address)));
        between = form.between();
      }
      page = page.get().next().map(after -> retrieval.search(query.after(after)));
    }
    text(out, form.tail());
  }

  private String json(ListedDocument listed) {
    try {
      return mapper.writeValueAsString(SearchView.listed(listed));
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private SearchQuery query(SearchParameters parameters) {
    return new SearchQuery(
        parameters.query(),
        parameters.tolerance(),
        parameters.filter(),
        new SearchQuery.Viewer(caller.roles(), caller.today()),
        new SearchQuery.Window(parameters.order(), List.of(), PAGE, 0, false));
  }

  private static void text(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
