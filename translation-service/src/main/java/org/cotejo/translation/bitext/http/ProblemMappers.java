package org.cotejo.translation.bitext.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
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
    return noToken();
  }

  @ServerExceptionMapper(priority = 1)
  Response authenticationFailed(AuthenticationFailedException refused) {
    return noToken();
  }

  @ServerExceptionMapper
  Response store(ObjectStoreException failure) {
    LOG.warn("the object store failed during a request", failure);
    return response(
        Problem.of(
            503, "object-store.unavailable", "Try again later", "The text is not at hand now."));
  }

  @ServerExceptionMapper
  Response web(WebApplicationException failure) {
    Response.StatusType type = failure.getResponse().getStatusInfo();
    int status = type.getStatusCode();
    return response(
        Problem.of(status, "http." + status, type.getReasonPhrase(), type.getReasonPhrase() + "."));
  }

  @ServerExceptionMapper
  Response unexpected(RuntimeException failure) {
    LOG.error("a request failed unexpectedly", failure);
    return response(
        Problem.of(500, "unexpected", "Internal error", "The request failed unexpectedly."));
  }

  private static Response noToken() {
    return Response.fromResponse(
            response(
                Problem.of(
                    401, "unauthorized", "No valid token", "The bearer token is not valid.")))
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
        .build();
  }

  private static Response response(Problem problem) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("type", "about:blank");
    json.put("title", problem.title());
    json.put("status", problem.status());
    json.put("detail", problem.detail());
    json.put("code", problem.code());
    return Response.status(problem.status()).entity(json).type(MEDIA_TYPE).build();
  }
}
