package org.cotejo.search.iiif.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.cotejo.problems.Problem;
import org.cotejo.search.iiif.objects.IiifConfig;
import org.cotejo.search.iiif.objects.PaperFiles;
import org.cotejo.search.retrieval.index.VisibleDocuments;
import org.cotejo.search.web.access.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The IIIF Presentation API 3.0: manifests and the texts of pages as annotations. */
@Path("/iiif/presentation/3/{id}")
@PermitAll
@Blocking
@Produces({MediaType.APPLICATION_JSON, "application/ld+json"})
public class PresentationResource {
  private final VisibleDocuments documents;
  private final PaperFiles files;
  private final IiifConfig config;
  private final Caller caller;
  private final Address address;

  @Inject
  public PresentationResource(
      VisibleDocuments documents,
      PaperFiles files,
      IiifConfig config,
      Caller caller,
      Address address) {
    this.documents = documents;
    this.files = files;
    this.config = config;
    this.caller = caller;
    this.address = address;
  }

  @GET
  @Path("manifest")
  @Operation(summary = "A document as a IIIF Presentation 3.0 manifest")
  public Response manifest(
      @PathParam("id") UUID id, @HeaderParam("Accept") @Nullable String accepted) {
    ObjectNode document = visible(id);
    ManifestJson manifest =
        new ManifestJson(
            address.base(),
            id,
            document,
            files
                .record(id, document.path("revision").asLong())
                .orElseGet(JsonNodeFactory.instance::objectNode),
            config.tileSize(),
            config.provider());
    return answer(manifest.manifest(), accepted);
  }

  @GET
  @Path("annotations/{page}/{of}")
  @Operation(
      summary = "The lines of a page, or the sentences of a translation over their originals",
      description = "of is lines or the language of a translation")
  public Response annotations(
      @PathParam("id") UUID id,
      @PathParam("page") int page,
      @PathParam("of") String of,
      @HeaderParam("Accept") @Nullable String accepted) {
    ObjectNode document = visible(id);
    boolean known = false;
    for (var candidate : document.path("pages")) {
      known |= candidate.path("page").asInt() == page;
    }
    if (!known) {
      throw Problem.notFound("page");
    }
    if (of.equals("lines")) {
      return answer(
          AnnotationsJson.lines(
              address.base(),
              id,
              page,
              document.path("originalLanguages").path(0).asText("und"),
              files.lines(id).getOrDefault(page, List.of())),
          accepted);
    }
    for (var language : document.path("translationLanguages")) {
      if (language.asText().equals(of)) {
        return answer(
            AnnotationsJson.translated(address.base(), id, page, of, files.translated(id, of)),
            accepted);
      }
    }
    throw Problem.notFound("translation");
  }

  private ObjectNode visible(UUID id) {
    return documents
        .find(id, caller.roles(), caller.today())
        .orElseThrow(() -> Problem.notFound("document"));
  }

  private static Response answer(ObjectNode json, @Nullable String accepted) {
    return Response.ok(json.toString(), Linked.mediaType(accepted, ManifestJson.CONTEXT))
        .header("Cache-Control", "private, no-cache")
        .header("Vary", "Authorization, Accept")
        .build();
  }
}
