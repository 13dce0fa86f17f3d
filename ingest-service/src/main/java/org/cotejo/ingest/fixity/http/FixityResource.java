package org.cotejo.ingest.fixity.http;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cotejo.ingest.fixity.store.FixityLedger;
import org.cotejo.problems.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Whether the files of the archive are still what came in. */
@Path("/v1/operations/fixity")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("operator")
@Blocking
public class FixityResource {
  private final FixityLedger ledger;

  @Inject
  public FixityResource(FixityLedger ledger) {
    this.ledger = ledger;
  }

  /** The figures with the damaged files. */
  public record FixityView(FixityLedger.Summary summary, List<FixityLedger.Damage> damages) {}

  @GET
  @Operation(summary = "How many files were checked, and which are damaged or missing")
  public FixityView fixity() {
    return new FixityView(ledger.summary(), ledger.damages());
  }

  @POST
  @Path("documents/{id}/check")
  @Operation(
      summary = "Check the files of a document soon",
      description = "They come first at the next look, which is a minute away at most.")
  public Response check(@PathParam("id") UUID id) {
    int files = ledger.makeDue(id);
    if (files == 0) {
      throw Problem.notFound("document");
    }
    return Response.accepted(Map.of("files", files)).build();
  }
}
