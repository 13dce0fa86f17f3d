package org.cotejo.search.readingroom.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
import java.util.UUID;
import org.cotejo.objects.ObjectKey;
import org.cotejo.objects.ObjectStore;
import org.cotejo.problems.Problem;
import org.cotejo.search.iiif.ImageApi;
import org.cotejo.search.iiif.ImageId;
import org.cotejo.search.iiif.objects.IiifConfig;
import org.cotejo.search.retrieval.index.VisibleDocuments;
import org.cotejo.search.retrieval.index.VisibleDocuments.Page;
import org.cotejo.search.web.access.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The page images of documents. */
@Path("/v1/documents/{id}/pages")
@PermitAll
@Blocking
public class PagesResource {
  private static final long MAXIMUM_IMAGE_BYTES = 64L * 1024 * 1024;

  private final VisibleDocuments documents;
  private final ObjectStore objects;
  private final Caller caller;
  private final IiifConfig iiif;

  @Inject
  public PagesResource(
      VisibleDocuments documents, ObjectStore objects, Caller caller, IiifConfig iiif) {
    this.documents = documents;
    this.objects = objects;
    this.caller = caller;
    this.iiif = iiif;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "The pages of a document with the size of their images")
  public Response pages(@PathParam("id") UUID id) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("documentId", id.toString());
    ArrayNode pages = answer.putArray("pages");
    for (JsonNode page : visible(id).path("pages")) {
      String path = "/v1/documents/" + id + "/pages/" + page.path("page").asInt();
      pages
          .addObject()
          .put("page", page.path("page").asInt())
          .put("widthPixels", page.path("display").path("widthPixels").asInt())
          .put("heightPixels", page.path("display").path("heightPixels").asInt())
          .put("image", path + "/image")
          .put("thumbnail", path + "/thumbnail")
          .put("imageService", new ImageId(id, page.path("page").asInt()).path(ImageApi.V3))
          .put("tileSizePixels", iiif.tileSize());
    }
    return Response.ok(answer).header("Cache-Control", "no-cache").build();
  }

  @GET
  @Path("{page}/image")
  @Produces(MediaType.WILDCARD)
  @Operation(summary = "The upright image of a page; boxes are in its pixels")
  public Response image(
      @PathParam("id") UUID id,
      @PathParam("page") int page,
      @HeaderParam("If-None-Match") @Nullable String known) {
    Page found = page(id, page);
    return answer(found, found.display(), known);
  }

  @GET
  @Path("{page}/thumbnail")
  @Produces(MediaType.WILDCARD)
  @Operation(summary = "A small image of a page")
  public Response thumbnail(
      @PathParam("id") UUID id,
      @PathParam("page") int page,
      @HeaderParam("If-None-Match") @Nullable String known) {
    Page found = page(id, page);
    return answer(found, found.thumbnail(), known);
  }

  private Response answer(Page page, JsonNode object, @Nullable String known) {
    String tag = "\"" + object.path("digest").asText() + "\"";
    // Who may see it can change at any time, so it is asked for again, cheaply, by its tag.
    String caching = page.open() ? "public, no-cache" : "private, no-cache";
    Response.ResponseBuilder response =
        tag.equals(known)
            ? Response.notModified()
            : Response.ok(
                objects.read(new ObjectKey(object.path("objectKey").asText()), MAXIMUM_IMAGE_BYTES),
                object.path("mediaType").asText("image/jpeg"));
    return response
        .header("ETag", tag)
        .header("Cache-Control", caching)
        .header("Vary", "Authorization")
        .build();
  }

  /** A page that the caller may see; a document and a page that are not there sound alike. */
  private Page page(UUID id, int number) {
    return documents
        .page(id, number, caller.roles(), caller.today())
        .orElseThrow(() -> Problem.notFound("page"));
  }

  private ObjectNode visible(UUID id) {
    return documents
        .find(id, caller.roles(), caller.today())
        .orElseThrow(() -> Problem.notFound("document"));
  }
}
