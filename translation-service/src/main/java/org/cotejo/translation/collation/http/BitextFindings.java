package org.cotejo.translation.collation.http;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.cotejo.translation.bitext.Bitext;
import org.cotejo.translation.bitext.Reading;
import org.cotejo.translation.bitext.StoredObject;
import org.cotejo.translation.bitext.http.AlignedDocuments;
import org.cotejo.translation.bitext.http.ConditionalAnswer;
import org.cotejo.translation.bitext.objects.BitextFiles;
import org.cotejo.translation.bitext.store.DocumentLedger.KeptAlignment;
import org.cotejo.translation.collation.Collator;
import org.cotejo.translation.collation.Finding;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the collation finds in a bitext, for those who check it. */
@Path("/v1/documents/{id}/bitexts/{language}/findings")
@Blocking
@RolesAllowed({"curator", "operator"})
@Tag(name = "findings", description = "Where original and translation differ")
public class BitextFindings {
  private final AlignedDocuments documents;
  private final BitextFiles files;
  private final BoundedCollator collator;

  @Inject
  public BitextFindings(AlignedDocuments documents, BitextFiles files, BoundedCollator collator) {
    this.documents = documents;
    this.files = files;
    this.collator = collator;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Where a translation differs from the original",
      description =
          "Found anew for each request in the texts as they were aligned last. The filters rule and"
              + " severity may come several times. Offsets are UTF-16 code units of the whole text"
              + " of a side; a side without counterpart has no segments and no offsets.")
  @APIResponse(responseCode = "200", description = "The findings, by rule")
  @APIResponse(responseCode = "304", description = "What you have is up to date")
  @APIResponse(responseCode = "400", description = "No rule or severity is called so")
  @APIResponse(responseCode = "401", description = "No valid token")
  @APIResponse(responseCode = "403", description = "Neither curator nor operator")
  @APIResponse(responseCode = "404", description = "No such bitext, not aligned yet, or withdrawn")
  @APIResponse(responseCode = "422", description = "The texts are too long to be collated")
  @APIResponse(responseCode = "503", description = "Too many texts are being collated; try again")
  public Response findings(
      @PathParam("id") String id,
      @PathParam("language") String language,
      @QueryParam("rule") List<String> rules,
      @QueryParam("severity") List<String> severities,
      @Context Request request) {
    KeptAlignment alignment = documents.visible(id);
    StoredObject file = AlignedDocuments.bitext(alignment, language);
    FindingFilter filter = FindingFilter.of(rules, severities);
    return ConditionalAnswer.json(
        request,
        alignment,
        file.digest() + "-rules-" + Collator.VERSION,
        () -> {
          Reading reading = files.reading(AlignedDocuments.readingText(alignment));
          Bitext bitext = files.bitext(file);
          List<Finding> found =
              collator.collate(reading, bitext).stream().filter(filter::passes).toList();
          return FindingsAnswer.of(id, alignment, reading, bitext, found);
        });
  }
}
