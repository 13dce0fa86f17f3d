package org.cotejo.search.retrieval.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.cotejo.problems.Problem;
import org.cotejo.search.projection.index.Rebuild;
import org.cotejo.search.projection.index.RebuildState;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Building the index anew. */
@Path("/v1/operations/rebuild")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("operator")
@Blocking
public class RebuildResource {
  private final Rebuild rebuild;
  private final RebuildState states;

  @Inject
  public RebuildResource(Rebuild rebuild, RebuildState states) {
    this.rebuild = rebuild;
    this.states = states;
  }

  @POST
  @Operation(
      summary = "Build a fresh index from the object store and let it take over without a gap")
  public Response begin() {
    if (!rebuild.begin()) {
      throw Problem.of(409, "rebuild.running", "A rebuild is running", "Wait until it has ended.");
    }
    return Response.accepted(state()).build();
  }

  @GET
  @Operation(summary = "The latest rebuild: running, completed or failed")
  public JsonNode state() {
    return states
        .read()
        .<JsonNode>map(RebuildState.Held::state)
        .orElseGet(() -> JsonNodeFactory.instance.objectNode().put("state", "none"));
  }
}
