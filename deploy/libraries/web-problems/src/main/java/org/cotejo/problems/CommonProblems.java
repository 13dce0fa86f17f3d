package org.cotejo.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.cotejo.objects.ObjectStoreException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every error of every service leaves as problem details. */
public final class CommonProblems {
  private static final Logger LOG = Logger.getLogger(CommonProblems.class);

  @ServerExceptionMapper
  public Response problem(Problem problem) {
    return ProblemResponse.of(problem);
  }

  @ServerExceptionMapper(priority = 1)
  public Response unauthorized(UnauthorizedException refused) {
    return noToken();
  }

  @ServerExceptionMapper(priority = 1)
  public Response notAuthenticated(AuthenticationFailedException refused) {
    return noToken();
  }

  @ServerExceptionMapper(priority = 1)
  public Response forbidden(ForbiddenException refused) {
    return ProblemResponse.of(
        Problem.of(403, "forbidden", "Not allowed", "The token's roles do not allow this."));
  }

  @ServerExceptionMapper
  public Response store(ObjectStoreException failure) {
    LOG.warn("the object store failed during a request", failure);
    return ProblemResponse.of(
        Problem.of(
            503,
            "object-store.unavailable",
            "Try again later",
            "The object store does not answer; nothing was changed."));
  }

  @ServerExceptionMapper
  public Response web(WebApplicationException failure) {
    Response refused = failure.getResponse();
    int status = refused.getStatus();
    String reason = refused.getStatusInfo().getReasonPhrase();
    if (failure.getCause() instanceof JsonProcessingException unreadable) {
      return unreadable(unreadable);
    }
    if (status >= 500) {
      LOG.error("a request failed", failure);
    }
    String detail = status == 404 ? "There is nothing here." : reason + ".";
    return Response.fromResponse(
            ProblemResponse.of(Problem.of(status, "http." + status, reason, detail)))
        .allow(refused.getAllowedMethods())
        .build();
  }

  /** Quarkus answers this one with an empty body unless it is named. */
  @ServerExceptionMapper
  public Response mismatched(MismatchedInputException failure) {
    return unreadable(failure);
  }

  @ServerExceptionMapper
  public Response unreadable(JsonProcessingException failure) {
    return ProblemResponse.of(
        Problem.of(
            400,
            "body.not-json",
            "The body cannot be read",
            "The body is not the JSON expected here: " + failure.getOriginalMessage()));
  }

  @ServerExceptionMapper
  public Response unexpected(Exception failure) {
    LOG.error("a request failed unexpectedly", failure);
    return ProblemResponse.of(
        Problem.of(500, "unexpected", "Internal error", "The request failed unexpectedly."));
  }

  private static Response noToken() {
    return Response.fromResponse(
            ProblemResponse.of(
                Problem.of(
                    401, "unauthorized", "No token", "This needs a bearer token that is valid.")))
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
        .build();
  }
}
