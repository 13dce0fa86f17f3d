package org.cotejo.translation.bitext.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.cotejo.translation.bitext.StoredObject;
import org.cotejo.translation.bitext.objects.BitextFiles;
import org.cotejo.translation.bitext.store.DocumentLedger.KeptAlignment;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The texts of a document. What the caller may not see answers as what is not there. */
@Path("/v1/documents/{id}")
@Blocking
@Tag(name = "texts", description = "Reading texts and bitexts, in several formats")
@APIResponse(responseCode = "200", description = "Found")
@APIResponse(responseCode = "304", description = "What you have is up to date")
@APIResponse(
    responseCode = "404",
    description = "No such document or text, not aligned yet, withdrawn, or not for you")
public class DocumentTexts {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String TEXT = ConditionalAnswer.TEXT;

  private final AlignedDocuments documents;
  private final BitextFiles files;

  @Inject
  public DocumentTexts(AlignedDocuments documents, BitextFiles files) {
    this.documents = documents;
    this.files = files;
  }

  @GET
  @Path("/bitexts")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "The translations that stand beside the original")
  public Response bitexts(@PathParam("id") String id, @Context Request request) {
    KeptAlignment alignment = documents.visible(id);
    return ConditionalAnswer.json(request, alignment, "list", () -> list(id, alignment));
  }

  @GET
  @Path("/reading-text")
  @Produces({MediaType.APPLICATION_JSON, TEXT})
  @Operation(
      summary = "The continuous text of the original",
      description = "As plain text with Accept: text/plain.")
  public Response readingText(
      @PathParam("id") String id, @Context Request request, @Context HttpHeaders headers) {
    KeptAlignment alignment = documents.visible(id);
    StoredObject file = AlignedDocuments.readingText(alignment);
    if (wantsText(headers)) {
      return ConditionalAnswer.text(
          request, alignment, () -> files.documentJson(file).path("text").asText() + "\n");
    }
    return ConditionalAnswer.json(
        request, alignment, file.digest(), () -> files.documentJson(file));
  }

  private static ObjectNode list(String id, KeptAlignment alignment) {
    ObjectNode answer = head(id, alignment);
    ArrayNode bitexts = answer.putArray("bitexts");
    for (JsonNode bitext : alignment.data().path("bitexts")) {
      ObjectNode entry = bitexts.addObject();
      entry.set("language", bitext.path("language"));
      if (bitext.has("translator")) {
        entry.set("translator", bitext.path("translator"));
      }
      entry.set("linkCount", bitext.path("linkCount"));
      entry.set("unlinkedSource", bitext.path("unlinkedSource"));
      entry.set("unlinkedTarget", bitext.path("unlinkedTarget"));
      entry.set("meanConfidence", bitext.path("meanConfidence"));
      entry.put("href", "/v1/documents/" + id + "/bitexts/" + bitext.path("language").asText());
    }
    return answer;
  }

  private static ObjectNode head(String id, KeptAlignment alignment) {
    return NODES
        .objectNode()
        .put("documentId", id)
        .put("revision", alignment.revision())
        .put("alignmentVersion", alignment.version());
  }

  private static boolean wantsText(HttpHeaders headers) {
    for (MediaType type : headers.getAcceptableMediaTypes()) {
      if (type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
        return false;
      }
      if (type.isCompatible(MediaType.TEXT_PLAIN_TYPE)) {
        return true;
      }
    }
    return false;
  }
}
