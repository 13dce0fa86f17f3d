package org.cotejo.ingest.operations.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotejo.ingest.operations.ReprocessingFilter;
import org.cotejo.ingest.operations.store.Reprocessings;
import org.cotejo.ingest.web.access.Caller;
import org.cotejo.problems.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Processing many documents again. */
@Path("/v1/operations/reprocessings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("operator")
@Blocking
public class ReprocessingsResource {
  private final Reprocessings reprocessings;
  private final Caller caller;

  @Inject
  public ReprocessingsResource(Reprocessings reprocessings, Caller caller) {
    this.reprocessings = reprocessings;
    this.caller = caller;
  }

  /** A filter as it is written; absent and empty fields do not narrow it. Days are UTC. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record FilterView(
      @Nullable String language,
      @Nullable String engine,
      @Nullable String collection,
      @Nullable String state,
      @Nullable String from,
      @Nullable String to) {

    static FilterView of(ReprocessingFilter filter) {
      return new FilterView(
          filter.language().orElse(null),
          filter.engine().orElse(null),
          filter.collection().orElse(null),
          filter.state().orElse(null),
          filter.from().map(LocalDate::toString).orElse(null),
          filter.to().map(LocalDate::toString).orElse(null));
    }

    ReprocessingFilter read() {
      ReprocessingFilter filter =
          new ReprocessingFilter(
              text(language),
              text(engine),
              text(collection),
              text(state),
              day("from", from),
              day("to", to));
      filter.faults().stream()
          .findFirst()
          .ifPresent(fault -> refuse(fault.field(), fault.message()));
      return filter;
    }

    private static Optional<String> text(@Nullable String value) {
      return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static Optional<LocalDate> day(String field, @Nullable String value) {
      try {
        return text(value).map(LocalDate::parse);
      } catch (DateTimeException invalid) {
        throw refuse(field, "is no day such as 2026-11-30");
      }
    }

    private static Problem refuse(String field, String message) {
      throw Problem.of(
          422,
          "reprocessing.filter-invalid",
          "The filter is not valid",
          field + " " + message + ".");
    }
  }

  /** A reprocessing as the API shows it. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ReprocessingView(
      long id,
      String state,
      FilterView filter,
      long total,
      long started,
      long ended,
      long failed,
      Instant createdAt,
      String createdBy,
      @Nullable Instant endedAt) {
    static ReprocessingView of(Reprocessings.Progress progress) {
      return new ReprocessingView(
          progress.id(),
          progress.state(),
          FilterView.of(progress.filter()),
          progress.total(),
          progress.started(),
          progress.ended(),
          progress.failed(),
          progress.createdAt(),
          progress.createdBy(),
          progress.endedAt());
    }
  }

  @GET
  @Operation(summary = "The latest reprocessings and how far they have come")
  public Map<String, List<ReprocessingView>> list() {
    return Map.of(
        "reprocessings", reprocessings.list().stream().map(ReprocessingView::of).toList());
  }

  @GET
  @Path("engines")
  @Operation(summary = "Engines that have read pages of the latest ingests")
  public Map<String, List<Reprocessings.Engine>> engines() {
    return Map.of("engines", reprocessings.engines());
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Process again every document that a filter finds",
      description =
          "With dryRun=true nothing is done and the answer says how many documents and pages it"
              + " would be. Otherwise documents are begun one after the other, no further one while"
              + " many are in flight; one reprocessing at a time.")
  public Response begin(
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun, @Nullable FilterView filter) {
    ReprocessingFilter wanted =
        (filter == null ? new FilterView(null, null, null, null, null, null) : filter).read();
    return dryRun
        ? Response.ok(reprocessings.count(wanted)).build()
        : Response.accepted(ReprocessingView.of(reprocessings.begin(wanted, caller.name())))
            .build();
  }

  @POST
  @Path("{id}/cancel")
  @Operation(summary = "Begin no further document; those in flight go on")
  public ReprocessingView cancel(@PathParam("id") long id) {
    return ReprocessingView.of(reprocessings.cancel(id, caller.name()));
  }
}
