package org.cotejo.ingest.operations.http;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.cotejo.ingest.operations.store.Recovery;
import org.cotejo.ingest.web.access.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What is to be done once after the database came out of a backup. */
@Path("/v1/operations/recovery")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("operator")
@Blocking
public class RecoveryResource {
  private final Recovery recovery;
  private final Caller caller;

  @Inject
  public RecoveryResource(Recovery recovery, Caller caller) {
    this.recovery = recovery;
    this.caller = caller;
  }

  @POST
  @Operation(
      summary = "After a restore: go on with what was in flight in the backup",
      description =
          "The broker is not backed up, so the events of documents in flight are gone: each gets a"
              + " new revision and ingest, a few at a time, and what was done before is found by its"
              + " digest. Stages that were paused are paused again. A second"
              + " call begins anew what is in flight then.")
  public Response recover() {
    return Response.accepted(recovery.begin(caller.name())).build();
  }
}
