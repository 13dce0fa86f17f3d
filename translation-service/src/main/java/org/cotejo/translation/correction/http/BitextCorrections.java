package org.cotejo.translation.correction.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.cotejo.problems.Problem;
import org.cotejo.translation.bitext.Bitext;
import org.cotejo.translation.bitext.StoredObject;
import org.cotejo.translation.bitext.http.AlignedDocuments;
import org.cotejo.translation.bitext.http.ChangeCondition;
import org.cotejo.translation.bitext.http.ConditionalAnswer;
import org.cotejo.translation.bitext.objects.BitextFiles;
import org.cotejo.translation.bitext.store.DocumentLedger.KeptAlignment;
import org.cotejo.translation.correction.OperationCheck;
import org.cotejo.translation.correction.OperationFault;
import org.cotejo.translation.correction.publication.CorrectedPublication;
import org.cotejo.translation.correction.publication.CorrectionLimits;
import org.cotejo.translation.correction.store.CorrectionLedger;
import org.cotejo.translation.correction.store.CorrectionLedger.Wish;
import org.cotejo.translation.correction.store.KeptChange;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Curators set links and words of a bitext right. */
@Path("/v1/documents/{id}")
@Blocking
@Tag(name = "corrections", description = "What people have set right in a bitext")
@APIResponse(responseCode = "401", description = "No valid token")
@APIResponse(responseCode = "404", description = "No such bitext, not aligned yet, or withdrawn")
public class BitextCorrections {
  private final AlignedDocuments documents;
  private final BitextFiles files;
  private final CorrectionLedger corrections;
  private final CorrectedPublication publication;
  private final CorrectionLimits limits;
  private final SecurityIdentity identity;
  private final ObjectMapper mapper;

  @Inject
  public BitextCorrections(
      AlignedDocuments documents,
      BitextFiles files,
      CorrectionLedger corrections,
      CorrectedPublication publication,
      CorrectionLimits limits,
      SecurityIdentity identity,
      ObjectMapper mapper) {
    this.documents = documents;
    this.files = files;
    this.corrections = corrections;
    this.publication = publication;
    this.limits = limits;
    this.identity = identity;
    this.mapper = mapper;
  }

  @PATCH
  @Path("/bitexts/{language}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed("curator")
  @Operation(
      summary = "Set links or words of a bitext right",
      description =
          "Operations are done all together: link, unlink, confirm, split, join links, or set the"
              + " text of a segment of either side. The document is then aligned around all that"
              + " people have set, and published anew. Or undo a change: the last one, or one that"
              + " nothing later depends on. If-Match names the ETag of the bitext; the answer has"
              + " the ETag of the new one.")
  @RequestBody(content = @Content(schema = @Schema(implementation = CorrectionRequest.class)))
  @APIResponse(responseCode = "200", description = "The change, and the alignment that shows it")
  @APIResponse(responseCode = "403", description = "No curator")
  @APIResponse(responseCode = "409", description = "A new revision is being processed")
  @APIResponse(responseCode = "412", description = "The bitext has changed since")
  @APIResponse(
      responseCode = "422",
      description = "An operation cannot be done; code and field say why")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  @APIResponse(responseCode = "503", description = "Too many changes are being made; try again")
  public Response change(
      @PathParam("id") String id,
      @PathParam("language") String language,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Nullable JsonNode body,
      @Context Request request)
      throws JsonProcessingException {
    KeptAlignment alignment = documents.visible(id);
    StoredObject file = AlignedDocuments.bitext(alignment, language);
    ChangeCondition.require(ifMatch, request, ConditionalAnswer.tag(alignment, file.digest()));
    CorrectionRequest wanted =
        body == null
            ? new CorrectionRequest(null, null)
            : mapper.treeToValue(body, CorrectionRequest.class);
    UUID documentId = UUID.fromString(id);
    Wish wish =
        wanted == null || body == null || wanted.undo() == null
            ? correction(alignment, file, language, body, wanted)
            : undo(documentId, language, wanted);
    long made = publication.publish(documentId, alignment, wish);
    return made(id, language, made);
  }

  @GET
  @Path("/bitexts/{language}/corrections")
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed({"curator", "operator"})
  @Operation(
      summary = "What people have changed in a bitext",
      description =
          "In the order of time, those that were undone included. A change is detached when"
              + " something that it speaks of is not found in the texts as they are read now; it"
              + " is kept and applied again when it is found.")
  @APIResponse(responseCode = "200", description = "The changes")
  @APIResponse(responseCode = "304", description = "What you have is up to date")
  @APIResponse(responseCode = "403", description = "Neither curator nor operator")
  public Response history(
      @PathParam("id") String id,
      @PathParam("language") String language,
      @Context Request request) {
    KeptAlignment alignment = documents.visible(id);
    StoredObject file = AlignedDocuments.bitext(alignment, language);
    return ConditionalAnswer.json(
        request,
        alignment,
        "corrections-" + file.digest(),
        () ->
            CorrectionsAnswer.list(
                id,
                alignment,
                language,
                ofLanguage(UUID.fromString(id), language),
                detached(file)));
  }

  private Wish correction(
      KeptAlignment alignment,
      StoredObject file,
      String language,
      @Nullable JsonNode body,
      @Nullable CorrectionRequest wanted) {
    List<OperationFault> faults = new ArrayList<>();
    var operations =
        (wanted == null ? new CorrectionRequest(null, null) : wanted)
            .operations(limits.operations(), faults);
    Bitext bitext = files.bitext(file);
    OperationCheck.Outcome outcome =
        OperationCheck.check(
            files.reading(AlignedDocuments.readingText(alignment)),
            bitext,
            operations,
            limits.text());
    faults.addAll(outcome.faults());
    if (!faults.isEmpty() || body == null) {
      throw refused(faults);
    }
    return new Wish(
        language,
        outcome.facts(),
        body.path("operations"),
        identity.getPrincipal().getName(),
        OptionalLong.empty());
  }

  private Wish undo(UUID documentId, String language, CorrectionRequest wanted) {
    if (wanted.operations() != null) {
      throw refused(List.of(new OperationFault("undo.only", "undo", "Undo stands alone.")));
    }
    String name = String.valueOf(wanted.undo());
    List<KeptChange> standing =
        ofLanguage(documentId, language).stream().filter(KeptChange::stands).toList();
    KeptChange undone =
        ("last".equals(name) && !standing.isEmpty()
                ? standing.subList(standing.size() - 1, standing.size())
                : standing)
            .stream()
                .filter(
                    kept -> "last".equals(name) || name.equals(Long.toString(kept.change().id())))
                .findFirst()
                .orElseThrow(
                    () ->
                        refused(
                            List.of(
                                new OperationFault(
                                    "undo.unknown", "undo", "No such change stands here."))));
    List<Long> later =
        corrections.standing(documentId).stream()
            .filter(
                change ->
                    change.supersedes().stream()
                        .anyMatch(fact -> fact.change() == undone.change().id()))
            .map(org.cotejo.translation.correction.Change::id)
            .toList();
    if (!later.isEmpty()) {
      throw refused(
          List.of(
              new OperationFault(
                  "undo.depended-on", "undo", "Undo first what took its place: " + later + ".")));
    }
    return new Wish(
        language,
        List.of(),
        mapper.createArrayNode(),
        identity.getPrincipal().getName(),
        OptionalLong.of(undone.change().id()));
  }

  private Response made(String id, String language, long made) {
    KeptAlignment alignment = documents.visible(id);
    StoredObject file = AlignedDocuments.bitext(alignment, language);
    KeptChange change =
        corrections.all(UUID.fromString(id)).stream()
            .filter(kept -> kept.change().id() == made)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("a change that was kept is not there"));
    return Response.ok(CorrectionsAnswer.made(id, alignment, change, detached(file)))
        .tag(ConditionalAnswer.tag(alignment, file.digest()))
        .build();
  }

  private List<KeptChange> ofLanguage(UUID documentId, String language) {
    return corrections.all(documentId).stream()
        .filter(kept -> kept.change().language().equalsIgnoreCase(language))
        .toList();
  }

  private List<Long> detached(StoredObject file) {
    return files.bitext(file).handwork().detached();
  }

  private static Problem refused(List<OperationFault> faults) {
    return Problem.of(
        422,
        "correction.invalid",
        "This cannot be changed so",
        "The change was refused as a whole.",
        faults.stream()
            .map(fault -> new Problem.Fault(fault.code(), fault.field(), fault.message()))
            .toList());
  }
}
