package org.cotejo.ingest.operations.http;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.cotejo.ingest.operations.store.DeadLetterEntity;
import org.cotejo.ingest.operations.store.DeadLetterStore;
import org.cotejo.ingest.operations.store.Overview;
import org.cotejo.ingest.web.access.Caller;
import org.cotejo.outbox.OutboxBatch;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The operator's view of the pipeline. */
@Path("/v1/operations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("operator")
@Blocking
public class OperationsResource {
  private final Overview overview;
  private final DeadLetterStore deadLetters;
  private final Caller caller;

  @Inject
  public OperationsResource(Overview overview, DeadLetterStore deadLetters, Caller caller) {
    this.overview = overview;
    this.deadLetters = deadLetters;
    this.caller = caller;
  }

  /** A dead letter as the API shows it. */
  public record DeadLetterView(
      long id,
      String topic,
      String sourceTopic,
      String consumer,
      @Nullable UUID documentId,
      String code,
      String message,
      @Nullable String stackDigest,
      Instant failedAt,
      String state) {
    static DeadLetterView of(DeadLetterEntity letter) {
      return new DeadLetterView(
          letter.id,
          letter.topic,
          letter.sourceTopic,
          letter.consumer,
          letter.documentId,
          letter.code,
          letter.reason,
          letter.stackDigest,
          letter.failedAt,
          letter.state);
    }
  }

  @GET
  @Path("summary")
  @Operation(
      summary = "Documents by state, stages, outbox, dead letters, last failures",
      description = "accepted = published + failed + inFlight at every moment.")
  public Map<String, Object> summary() {
    OutboxBatch.Backlog backlog = overview.backlog();
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("documents", overview.counts());
    summary.put("oldestUnfinishedSeconds", overview.oldestUnfinishedSeconds());
    summary.put("stages", overview.stages());
    summary.put(
        "outbox", Map.of("pending", backlog.count(), "ageSeconds", backlog.oldestSeconds()));
    summary.put("deadLetters", Map.of("open", deadLetters.open()));
    summary.put("failures", overview.failures());
    summary.put("ingests", overview.recent());
    return summary;
  }

  @GET
  @Path("dead-letters")
  @Operation(summary = "Messages that some service could not handle, the latest first")
  public Map<String, List<DeadLetterView>> deadLetters(
      @QueryParam("state") @DefaultValue("open") String state) {
    return Map.of("deadLetters", deadLetters.list(state).stream().map(DeadLetterView::of).toList());
  }

  @POST
  @Path("dead-letters/{id}/replay")
  @Operation(
      summary = "Try a dead letter again",
      description =
          "A letter of a document's latest revision starts a new ingest of that document; any"
              + " other message goes back to its source topic.")
  public Map<String, String> replay(@PathParam("id") long id) {
    return Map.of("outcome", deadLetters.replay(id, caller.name()));
  }

  @POST
  @Path("dead-letters/{id}/discard")
  @Operation(summary = "Put a dead letter aside for good")
  public Map<String, String> discard(@PathParam("id") long id) {
    deadLetters.discard(id, caller.name());
    return Map.of("outcome", "discarded");
  }
}
