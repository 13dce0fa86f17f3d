package org.cotejo.ingest.progress.http;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.cotejo.ingest.catalogue.store.Documents;
import org.cotejo.ingest.progress.store.IngestReader;
import org.cotejo.ingest.web.access.Caller;
import org.cotejo.problems.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Following an ingest. */
@Path("/v1/ingests/{id}")
@Blocking
public class IngestsResource {
  private static final Duration LOOK_EVERY = Duration.ofMillis(400);
  private static final long HEARTBEAT_LOOKS = 25;

  /** A follower is let go after this time and connects again; 1 hour. */
  private static final long MAXIMUM_LOOKS = Duration.ofHours(1).dividedBy(LOOK_EVERY);

  private final IngestReader ingests;
  private final Documents documents;
  private final Caller caller;

  @Inject
  public IngestsResource(IngestReader ingests, Documents documents, Caller caller) {
    this.ingests = ingests;
    this.documents = documents;
    this.caller = caller;
  }

  @GET
  @PermitAll
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "An ingest: state, stages, pages, failures")
  public Response get(@PathParam("id") UUID id) {
    return Response.ok(view(visible(id))).header("Cache-Control", "no-cache").build();
  }

  @GET
  @Path("events")
  @PermitAll
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(
      summary = "Server-sent events: the ingest now, then at each change, until it has ended")
  public Multi<OutboundSseEvent> events(@PathParam("id") UUID id, @Context Sse sse) {
    visible(id);
    AtomicLong seen = new AtomicLong(-1);
    AtomicLong looks = new AtomicLong();
    return Multi.createBy()
        .repeating()
        .uni(() -> look(id))
        .withDelay(LOOK_EVERY)
        .whilst(
            snapshot ->
                snapshot.ingest().endedAt == null && looks.incrementAndGet() < MAXIMUM_LOOKS)
        .filter(
            snapshot ->
                seen.getAndSet(snapshot.ingest().changes) != snapshot.ingest().changes
                    || looks.get() % HEARTBEAT_LOOKS == HEARTBEAT_LOOKS - 1)
        .map(
            snapshot ->
                sse.newEventBuilder()
                    .name("ingest")
                    .mediaType(MediaType.APPLICATION_JSON_TYPE)
                    .data(IngestView.class, view(snapshot))
                    .build());
  }

  private Uni<IngestReader.Snapshot> look(UUID id) {
    return Uni.createFrom()
        .item(() -> ingests.read(id).orElseThrow(() -> Problem.notFound("ingest")))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  private IngestReader.Snapshot visible(UUID id) {
    IngestReader.Snapshot snapshot = ingests.read(id).orElseThrow(() -> Problem.notFound("ingest"));
    caller.require(documents.find(snapshot.ingest().documentId));
    return snapshot;
  }

  private static IngestView view(IngestReader.Snapshot snapshot) {
    return IngestView.of(snapshot.ingest(), snapshot.pages(), snapshot.failures());
  }
}
