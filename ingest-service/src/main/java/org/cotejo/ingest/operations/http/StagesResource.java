package org.cotejo.ingest.operations.http;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.cotejo.ingest.operations.Stage;
import org.cotejo.ingest.operations.store.StageControls;
import org.cotejo.ingest.web.access.Caller;
import org.cotejo.problems.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Pausing stages and letting them go on. */
@Path("/v1/operations/stages/{stage}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("operator")
@Blocking
public class StagesResource {
  private static final int MAXIMUM_REASON = 500;

  private final StageControls controls;
  private final Caller caller;

  @Inject
  public StagesResource(StageControls controls, Caller caller) {
    this.controls = controls;
    this.caller = caller;
  }

  /** Why it is done, for those who find it so. */
  public record Reason(@Nullable String reason) {}

  @POST
  @Path("pause")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Pause a stage: surrogates, recognition, alignment or projection",
      description =
          "What it has in hand it ends; it takes nothing further until it is resumed, over restarts"
              + " too. Nothing is lost: messages wait. Withdrawals and changes of access still hold"
              + " at once while the projection is paused.")
  public Map<String, String> pause(@PathParam("stage") String stage, @Nullable Reason reason) {
    return set(stage, true, reason);
  }

  @POST
  @Path("resume")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Let a paused stage go on")
  public Map<String, String> resume(@PathParam("stage") String stage, @Nullable Reason reason) {
    return set(stage, false, reason);
  }

  private Map<String, String> set(String name, boolean paused, @Nullable Reason reason) {
    Stage stage = Stage.of(name).orElseThrow(() -> Problem.notFound("stage"));
    String text = reason == null || reason.reason() == null ? "" : reason.reason().strip();
    if (text.length() > MAXIMUM_REASON) {
      throw Problem.of(
          422,
          "stage.reason-too-long",
          "The reason is too long",
          "A reason has at most " + MAXIMUM_REASON + " characters.");
    }
    boolean changed = controls.set(stage, paused, caller.name(), text);
    String state = paused ? "paused" : "running";
    return Map.of("stage", stage.label(), "outcome", changed ? state : "already " + state);
  }
}
