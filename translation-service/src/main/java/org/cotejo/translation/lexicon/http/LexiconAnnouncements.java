package org.cotejo.translation.lexicon.http;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.cotejo.translation.lexicon.store.LexiconLedger;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Telling of the lexica again, after a restore: the broker is not backed up. */
@Path("/v1/lexicon/announcements")
@RolesAllowed("operator")
@Blocking
@Tag(name = "lexicon", description = "Words and their translations, learned from the archive")
public class LexiconAnnouncements {
  private final LexiconLedger ledger;

  @Inject
  public LexiconAnnouncements(LexiconLedger ledger) {
    this.ledger = ledger;
  }

  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "After a restore: tell search of the latest lexicon of each pair of languages",
      description = "Whoever knows it already passes it over.")
  @APIResponse(responseCode = "202", description = "How many lexica were told of")
  public Response announce() {
    return Response.accepted(Map.of("lexica", ledger.announceLatest())).build();
  }
}
