package org.cotejo.ingest.web.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.cotejo.ingest.catalogue.Finding;
import org.cotejo.objects.ObjectStoreException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every error leaves as problem details. */
public final class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
  private static final String MEDIA_TYPE = "application/problem+json";

  @ServerExceptionMapper
  Response problem(Problem problem) {
    return response(problem);
  }

  @ServerExceptionMapper(priority = 1)
  Response unauthorized(UnauthorizedException refused) {
    return unauthorized();
  }

  @ServerExceptionMapper(priority = 1)
  Response notAuthenticated(AuthenticationFailedException refused) {
    return unauthorized();
  }

  private static Response unauthorized() {
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
  Response store(ObjectStoreException failure) {
    LOG.warn("the object store failed during a request", failure);
    return response(
        Problem.of(
            503,
            "object-store.unavailable",
            "Try again later",
            "The object store does not answer; nothing was accepted."));
  }

  @ServerExceptionMapper
  Response web(WebApplicationException failure) {
    int status = failure.getResponse().getStatus();
    Response.StatusType type = failure.getResponse().getStatusInfo();
    if (failure.getCause() instanceof JsonProcessingException unreadable) {
      return unreadable(unreadable);
    }
    if (status >= 500) {
      LOG.error("a request failed", failure);
    }
    return Response.fromResponse(
            response(
                Problem.of(
                    status,
                    "http." + status,
                    type.getReasonPhrase(),
                    status == 404 ? "There is nothing here." : type.getReasonPhrase() + ".")))
        .allow(failure.getResponse().getAllowedMethods())
        .build();
  }

  /** Quarkus answers this one with an empty body unless it is named. */
  @ServerExceptionMapper
  Response mismatched(MismatchedInputException failure) {
    return unreadable(failure);
  }

  @ServerExceptionMapper
  Response unreadable(JsonProcessingException failure) {
    return response(
        Problem.of(
            400,
            "body.not-json",
            "The body cannot be read",
            "The body is not the JSON expected here: " + failure.getOriginalMessage()));
  }

  @ServerExceptionMapper
  Response unexpected(Exception failure) {
    LOG.error("a request failed unexpectedly", failure);
    return response(
        Problem.of(500, "unexpected", "Internal error", "The request failed unexpectedly."));
  }

  private static Response response(Problem problem) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("type", "about:blank");
    json.put("title", problem.title());
    json.put("status", problem.status());
    json.put("detail", problem.detail());
    json.put("code", problem.code());
    if (!problem.findings().isEmpty()) {
      ArrayNode findings = json.putArray("findings");
      for (Finding finding : problem.findings()) {
        findings
            .addObject()
            .put("code", finding.code())
            .put("field", finding.field())
            .put("message", finding.message());
      }
    }
    return Response.status(problem.status()).entity(json.toString()).type(MEDIA_TYPE).build();
  }
}
