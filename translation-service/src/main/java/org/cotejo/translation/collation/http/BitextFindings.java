package org.cotejo.translation.collation.http;

import com.fasterxml.jackson.databind.JsonNode;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cotejo.problems.Problem;
import org.cotejo.translation.bitext.StoredObject;
import org.cotejo.translation.bitext.http.AlignedDocuments;
import org.cotejo.translation.bitext.http.ChangeCondition;
import org.cotejo.translation.bitext.http.ConditionalAnswer;
import org.cotejo.translation.bitext.store.DocumentLedger.KeptAlignment;
import org.cotejo.translation.collation.Collator;
import org.cotejo.translation.collation.SettledFinding;
import org.cotejo.translation.collation.Settlement;
import org.cotejo.translation.collation.store.FindingStates;
import org.cotejo.translation.collation.store.FindingStates.Said;
import org.cotejo.translation.collation.store.KnownFinding;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the collation finds in a bitext, and what those who check it say of that. */
@Path("/v1/documents/{id}/bitexts/{language}/findings")
@Blocking
@RolesAllowed({"curator", "operator"})
@Tag(name = "findings", description = "Where original and translation differ")
@APIResponse(responseCode = "401", description = "No valid token")
@APIResponse(responseCode = "404", description = "No such bitext, not aligned yet, or withdrawn")
@APIResponse(responseCode = "422", description = "The texts are too long to be collated")
@APIResponse(responseCode = "503", description = "Too many texts are being collated; try again")
public class BitextFindings {
  private final AlignedDocuments documents;
  private final CollatedBitexts collated;
  private final FindingStates states;
  private final CollationLimits limits;
  private final SecurityIdentity identity;

  @Inject
  public BitextFindings(
      AlignedDocuments documents,
      CollatedBitexts collated,
      FindingStates states,
      CollationLimits limits,
      SecurityIdentity identity) {
    this.documents = documents;
    this.collated = collated;
    this.states = states;
    this.limits = limits;
    this.identity = identity;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Where a translation differs from the original",
      description =
          "Found anew for each request in the texts as they were aligned last, with what curators"
              + " have said of each. The filters rule, severity and state may come several times;"
              + " state=gone lists what was said of findings that are made no more. Offsets are"
              + " UTF-16 code units of the whole text of a side; a side without counterpart has no"
              + " segments and no offsets.")
  @APIResponse(responseCode = "200", description = "The findings, by rule")
  @APIResponse(responseCode = "304", description = "What you have is up to date")
  @APIResponse(responseCode = "400", description = "No rule, severity or state is called so")
  @APIResponse(responseCode = "403", description = "Neither curator nor operator")
  public Response findings(
      @PathParam("id") String id,
      @PathParam("language") String language,
      @QueryParam("rule") List<String> rules,
      @QueryParam("severity") List<String> severities,
      @QueryParam("state") List<String> wantedStates,
      @Context Request request) {
    KeptAlignment alignment = documents.visible(id);
    StoredObject file = AlignedDocuments.bitext(alignment, language);
    FindingFilter filter = FindingFilter.of(rules, severities, wantedStates);
    Said said = states.of(UUID.fromString(id), language);
    return ConditionalAnswer.json(
        request,
        alignment,
        content(file, said.version()),
        () -> FindingsAnswer.list(id, collated.of(alignment, file, said), filter));
  }

  @GET
  @Path("/{key}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "One finding with all that was said of it",
      description = "Also one that is made no more, as long as something was said of it.")
  @APIResponse(responseCode = "200", description = "The finding")
  @APIResponse(responseCode = "304", description = "What you have is up to date")
  @APIResponse(responseCode = "403", description = "Neither curator nor operator")
  public Response finding(
      @PathParam("id") String id,
      @PathParam("language") String language,
      @PathParam("key") String key,
      @Context Request request) {
    KeptAlignment alignment = documents.visible(id);
    StoredObject file = AlignedDocuments.bitext(alignment, language);
    return answer(id, language, key, alignment, file, request);
  }

  @PATCH
  @Path("/{key}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @RolesAllowed("curator")
  @Operation(
      summary = "Say what is thought of a finding",
      description =
          "Accept it with a note, dismiss it, open it again, or undo the last change that stands."
              + " If-Match names the ETag of the findings or of this one. Author and time are"
              + " kept, and so is every change before.")
  @APIResponse(responseCode = "200", description = "The finding as it stands now")
  @APIResponse(responseCode = "403", description = "No curator")
  @APIResponse(responseCode = "412", description = "The findings have changed since")
  @APIResponse(responseCode = "422", description = "The change says nothing that can be done")
  @APIResponse(responseCode = "428", description = "If-Match is missing")
  public Response change(
      @PathParam("id") String id,
      @PathParam("language") String language,
      @PathParam("key") String key,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Nullable StateWish wish,
      @Context Request request) {
    KeptAlignment alignment = documents.visible(id);
    StoredObject file = AlignedDocuments.bitext(alignment, language);
    UUID documentId = UUID.fromString(id);
    Said said = states.of(documentId, language);
    ChangeCondition.require(
        ifMatch, request, ConditionalAnswer.tag(alignment, content(file, said.version())));
    CollatedBitext found = collated.of(alignment, file, said);
    Optional<SettledFinding> made = found.findings().find(key);
    Optional<Settlement> before =
        made.isPresent()
            ? made.flatMap(SettledFinding::settlement)
            : found.findings().findGone(key);
    KnownFinding known =
        made.map(finding -> found.known(finding))
            .or(() -> before.map(KnownFinding::of))
            .orElseThrow(() -> Problem.notFound("finding"));
    StateWish.Decided decided =
        (wish == null ? new StateWish(null, null, null) : wish).decided(before, limits.note());
    boolean kept =
        states.say(
            documentId,
            language,
            alignment,
            said.version(),
            new FindingStates.Wish(
                key,
                known,
                decided.state(),
                decided.note(),
                identity.getPrincipal().getName(),
                decided.undoes()));
    if (!kept) {
      throw ChangeCondition.stale();
    }
    return changed(id, language, key, alignment, file);
  }

  private Response changed(
      String id, String language, String key, KeptAlignment alignment, StoredObject file) {
    Said said = states.of(UUID.fromString(id), language);
    return Response.ok(entity(key, collated.of(alignment, file, said)))
        .tag(ConditionalAnswer.tag(alignment, content(file, said.version())))
        .build();
  }

  private Response answer(
      String id,
      String language,
      String key,
      KeptAlignment alignment,
      StoredObject file,
      Request request) {
    Said said = states.of(UUID.fromString(id), language);
    return ConditionalAnswer.json(
        request,
        alignment,
        content(file, said.version()),
        () -> entity(key, collated.of(alignment, file, said)));
  }

  private static JsonNode entity(String key, CollatedBitext found) {
    return found
        .findings()
        .find(key)
        .map(settled -> FindingsAnswer.one(found, settled))
        .or(() -> found.findings().findGone(key).map(FindingsAnswer::one))
        .orElseThrow(() -> Problem.notFound("finding"));
  }

  private static String content(StoredObject file, long statesVersion) {
    return file.digest() + "-rules-" + Collator.VERSION + "-states-" + statesVersion;
  }
}
