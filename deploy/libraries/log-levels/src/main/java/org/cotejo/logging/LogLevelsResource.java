package org.cotejo.logging;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Log levels of one process. Each process answers for itself: behind a balancer it is reached by
 * its own address, for instance through {@code kubectl port-forward}, and the interface description
 * does not name it.
 */
@Path("/v1/operations/log-levels")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("operator")
public class LogLevelsResource {
  private static final Logger LOG = Logger.getLogger(LogLevelsResource.class);
  private static final String CATEGORY = "[A-Za-z_$][A-Za-z0-9_$.]{0,199}";
  private static final Duration USUAL = Duration.ofMinutes(15);

  private final ChangedLevels levels;

  @Inject
  public LogLevelsResource(RunningLevels running) {
    this.levels = running.levels();
  }

  /** What is changed in this process. */
  @GET
  @Operation(hidden = true)
  public Map<String, List<ChangedLevels.View>> changed() {
    return Map.of("changed", levels.all());
  }

  /** Changes a level for a while; {@code for} is a duration of ISO 8601, PT15M unless given. */
  @PUT
  @Path("{category}")
  @Operation(hidden = true)
  public Response change(
      @PathParam("category") String category,
      @QueryParam("level") @Nullable String level,
      @QueryParam("for") @Nullable String time,
      SecurityContext caller) {
    if (!category.matches(CATEGORY)) {
      return refused("log-level.category", "The category is a package or class.");
    }
    if (level == null || !ChangedLevels.names().contains(level)) {
      return refused("log-level.level", "level is one of " + ChangedLevels.names() + ".");
    }
    Optional<Duration> wanted = duration(time);
    if (wanted.isEmpty()) {
      return refused("log-level.time", "for is a duration from PT1S to PT24H.");
    }
    Optional<ChangedLevels.View> change = levels.change(category, level, wanted.get());
    if (change.isEmpty()) {
      return refused(
          "log-level.too-many", ChangedLevels.MOST + " categories are changed; take one back.");
    }
    LOG.infof(
        "log level of %s is %s until %s, by %s",
        category, level, change.get().until(), caller.getUserPrincipal().getName());
    return Response.ok(change.get()).build();
  }

  /** Takes a change back. */
  @DELETE
  @Path("{category}")
  @Operation(hidden = true)
  public Response takeBack(@PathParam("category") String category) {
    boolean _ = levels.takeBack(category);
    return Response.noContent().build();
  }

  private static Optional<Duration> duration(@Nullable String text) {
    try {
      return Optional.of(text == null ? USUAL : Duration.parse(text))
          .filter(time -> !time.isNegative() && !time.isZero())
          .filter(time -> time.compareTo(ChangedLevels.LONGEST) <= 0);
    } catch (DateTimeException invalid) {
      return Optional.empty();
    }
  }

  private static Response refused(String code, String detail) {
    return Response.status(422)
        .type("application/problem+json")
        .entity(
            Map.of(
                "type",
                "about:blank",
                "title",
                "The log level is not changed",
                "status",
                422,
                "code",
                code,
                "detail",
                detail))
        .build();
  }
}
