package org.cotejo.ingest.operations.http;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.cotejo.ingest.operations.store.Timeline;
import org.cotejo.problems.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One document's way. */
@Path("/v1/operations/documents/{id}/timeline")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("operator")
@Blocking
public class TimelineResource {
  private final Timeline timeline;

  @Inject
  public TimelineResource(Timeline timeline) {
    this.timeline = timeline;
  }

  @GET
  @Operation(
      summary = "All that happened to a document, the latest first",
      description = "Its audit, the steps of its ingests, failures and dead letters.")
  public Timeline.Life timeline(@PathParam("id") UUID id) {
    return timeline.of(id).orElseThrow(() -> Problem.notFound("document"));
  }
}
