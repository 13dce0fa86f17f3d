package org.cotejo.search.web.problem;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.cotejo.search.iiif.ImageRefused;
import org.cotejo.search.iiif.objects.Pyramids;
import org.cotejo.search.projection.index.IndexUnavailable;
import org.cotejo.search.retrieval.QueryText;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every error leaves as problem details. */
public final class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  @ServerExceptionMapper
  Response problem(Problem problem) {
    return response(problem);
  }

  @ServerExceptionMapper
  Response query(QueryText.InvalidQuery invalid) {
    return response(
        Problem.of(400, invalid.code(), "The search is not understood", invalid.explanation()));
  }

  @ServerExceptionMapper
  Response image(ImageRefused refused) {
    return response(
        switch (refused.kind()) {
          case INVALID ->
              Problem.of(
                  400, refused.code(), "The image request is not valid", refused.explanation());
          case NOT_IMPLEMENTED ->
              Problem.of(501, refused.code(), "Not offered", refused.explanation());
        });
  }

  @ServerExceptionMapper
  Response busy(Pyramids.Busy busy) {
    return Response.fromResponse(
            response(
                Problem.of(
                    503, "image.busy", "Try again later", "Too many images are being drawn.")))
        .header(HttpHeaders.RETRY_AFTER, "2")
        .build();
  }

  @ServerExceptionMapper
  Response index(IndexUnavailable failure) {
    LOG.warn("the index failed during a request", failure);
    return response(
        Problem.of(503, "index.unavailable", "Try again later", "The index does not answer."));
  }

  @ServerExceptionMapper(priority = 1)
  Response unauthorized(UnauthorizedException refused) {
    return Response.fromResponse(
            response(
                Problem.of(
                    401, "unauthorized", "No token", "This needs a bearer token that is valid.")))
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
        .build();
  }

  @ServerExceptionMapper(priority = 1)
  Response forbidden(ForbiddenException refused) {
    return response(
        Problem.of(403, "forbidden", "Not allowed", "The token's roles do not allow this."));
  }

  @ServerExceptionMapper
  Response web(WebApplicationException failure) {
    int status = failure.getResponse().getStatus();
    String reason = failure.getResponse().getStatusInfo().getReasonPhrase();
    return response(Problem.of(status, "http." + status, reason, reason + "."));
  }

  @ServerExceptionMapper
  Response unexpected(RuntimeException failure) {
    LOG.error("a request failed unexpectedly", failure);
    return response(
        Problem.of(500, "unexpected", "Internal error", "The request failed unexpectedly."));
  }

  private static Response response(Problem problem) {
    return Response.status(problem.status())
        .entity(
            JsonNodeFactory.instance
                .objectNode()
                .put("type", "about:blank")
                .put("title", problem.title())
                .put("status", problem.status())
                .put("detail", problem.detail())
                .put("code", problem.code()))
        .type("application/problem+json")
        .build();
  }
}
