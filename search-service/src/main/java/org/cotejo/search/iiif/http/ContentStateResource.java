package org.cotejo.search.iiif.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cotejo.problems.Problem;
import org.cotejo.search.iiif.ContentState;
import org.cotejo.search.iiif.objects.PaperFiles;
import org.cotejo.search.projection.Box;
import org.cotejo.search.projection.Passage;
import org.cotejo.search.retrieval.index.VisibleDocuments;
import org.cotejo.search.web.access.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The IIIF Content State API 1.0: links to a sentence for other viewers, and theirs for ours. */
@Path("/iiif/content-state")
@PermitAll
@Blocking
public class ContentStateResource {
  private static final int BAD_REQUEST = 400;

  private final VisibleDocuments documents;
  private final PaperFiles files;
  private final Caller caller;
  private final Address address;

  @Inject
  public ContentStateResource(
      VisibleDocuments documents, PaperFiles files, Caller caller, Address address) {
    this.documents = documents;
    this.files = files;
    this.caller = caller;
    this.address = address;
  }

  @GET
  @Path("{id}")
  @Produces({MediaType.APPLICATION_JSON, "application/ld+json"})
  @Operation(
      summary = "A document, or a sentence of its original, as a content state",
      description = "segment is the id of a segment of the original, as the bitext has it")
  public ObjectNode state(
      @PathParam("id") UUID id, @QueryParam("segment") @Nullable String segment) {
    visible(id);
    String own = address.base() + "/iiif/content-state/" + id;
    if (segment == null) {
      return ContentStateJson.annotation(address.base(), own, id, List.of());
    }
    List<Box> boxes =
        files.original(id).stream()
            .filter(passage -> passage.segments().contains(segment))
            .findFirst()
            .map(Passage::boxes)
            .orElseThrow(() -> Problem.notFound("segment"));
    String named = UriBuilder.fromUri(own).queryParam("segment", segment).build().toString();
    return ContentStateJson.annotation(address.base(), named, id, boxes);
  }

  @GET
  @Path("{id}")
  @Produces(MediaType.TEXT_PLAIN)
  @Operation(summary = "The same, encoded as the parameter iiif-content of a viewer")
  public String encoded(@PathParam("id") UUID id, @QueryParam("segment") @Nullable String segment) {
    return ContentState.encoded(state(id, segment).toString());
  }

  @GET
  @Operation(
      summary = "Opens a content state in the reading room",
      description =
          "iiif-content is the address of a manifest or canvas, or an encoded annotation; a"
              + " rectangle becomes the sentence that fills most of it.")
  public Response open(@QueryParam("iiif-content") @Nullable String content) {
    ContentState state =
        Optional.ofNullable(content)
            .filter(text -> text.length() <= ContentState.MAXIMUM_LENGTH)
            .flatMap(ContentStateJson::read)
            .orElseThrow(
                () ->
                    Problem.of(
                        BAD_REQUEST,
                        "content-state.unknown",
                        "Not a content state of this archive",
                        "iiif-content names no manifest and no canvas of this archive."));
    visible(state.documentId());
    UriBuilder place =
        UriBuilder.fromUri(address.base()).path("documents").path(state.documentId().toString());
    state.page().ifPresent(page -> place.queryParam("page", page));
    state
        .region()
        .flatMap(region -> sentence(state.documentId(), region))
        .ifPresent(segment -> place.queryParam("segment", segment));
    return Response.seeOther(place.build()).build();
  }

  private Optional<String> sentence(UUID id, Box region) {
    return files.original(id).stream()
        .filter(passage -> shared(passage, region) > 0)
        .max(Comparator.comparingLong(passage -> shared(passage, region)))
        .flatMap(passage -> passage.segments().stream().findFirst());
  }

  private static long shared(Passage passage, Box region) {
    return passage.boxes().stream().mapToLong(region::sharedArea).sum();
  }

  private void visible(UUID id) {
    if (documents.find(id, caller.roles(), caller.today()).isEmpty()) {
      throw Problem.notFound("document");
    }
  }
}
