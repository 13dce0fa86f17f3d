package org.cotejo.ingest.operations.http;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.cotejo.ingest.operations.store.DeadLetterStore;
import org.cotejo.ingest.web.access.Caller;
import org.cotejo.problems.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The operator's view of the pipeline. */
@Path("/v1/operations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("operator")
@Blocking
public class OperationsResource {
  private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

  /** A follower is let go after this time and connects again, with a token that still holds. */
  private static final long MAXIMUM_LOOKS = Duration.ofMinutes(30).dividedBy(LOOK_EVERY);

  private static final int MAXIMUM_FOLLOWERS = 50;

  private final Summary summary;
  private final DeadLetterStore deadLetters;
  private final Caller caller;
  private final AtomicInteger followers = new AtomicInteger();

  @Inject
  public OperationsResource(Summary summary, DeadLetterStore deadLetters, Caller caller) {
    this.summary = summary;
    this.deadLetters = deadLetters;
    this.caller = caller;
  }

  @GET
  @Path("summary")
  @Operation(
      summary =
          "Documents by state, stages, lag, outbox, dead letters, failures by reason, throughput",
      description = "accepted = published + failed + inFlight at every moment.")
  public Map<String, Object> summary() {
    return summary.now();
  }

  @GET
  @Path("events")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(
      summary = "Server-sent events: the summary every two seconds, for half an hour",
      description = "At most 50 followers at a time; a further one is answered 503.")
  public Multi<OutboundSseEvent> events(@Context Sse sse) {
    if (followers.incrementAndGet() > MAXIMUM_FOLLOWERS) {
      followers.decrementAndGet();
      throw Problem.of(
          503, "operations.busy", "Too many followers", "Ask for the summary from time to time.");
    }
    AtomicLong looks = new AtomicLong();
    return Multi.createBy()
        .repeating()
        .uni(
            () ->
                Uni.createFrom()
                    .item(summary::now)
                    .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
        .withDelay(LOOK_EVERY)
        .whilst(_ -> looks.incrementAndGet() < MAXIMUM_LOOKS)
        .map(
            now ->
                sse.newEventBuilder()
                    .name("summary")
                    .mediaType(MediaType.APPLICATION_JSON_TYPE)
                    .data(Map.class, now)
                    .build())
        .onTermination()
        .invoke(() -> followers.decrementAndGet());
  }

  @GET
  @Path("dead-letters")
  @Operation(summary = "Messages that some service could not handle, the latest first")
  public Map<String, List<DeadLetterView>> deadLetters(
      @QueryParam("state") @DefaultValue("open") String state) {
    return Map.of("deadLetters", deadLetters.list(state).stream().map(DeadLetterView::of).toList());
  }

  @GET
  @Path("dead-letters/{id}")
  @Operation(
      summary = "A dead letter with its message",
      description = "Messages carry ids, keys and digests, never text of a document.")
  public DeadLetterDetail deadLetter(@PathParam("id") long id) {
    return DeadLetterDetail.of(deadLetters.get(id));
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
