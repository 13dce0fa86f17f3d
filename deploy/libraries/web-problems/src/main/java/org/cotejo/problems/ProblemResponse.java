package org.cotejo.problems;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.Response;

/** The answer that carries a problem: {@code application/problem+json}. */
public final class ProblemResponse {
  private static final String MEDIA_TYPE = "application/problem+json";

  private ProblemResponse() {}

  /** The answer to a request that is refused. */
  public static Response of(Problem problem) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("type", "about:blank");
    json.put("title", problem.title());
    json.put("status", problem.status());
    json.put("detail", problem.detail());
    json.put("code", problem.code());
    if (!problem.faults().isEmpty()) {
      ArrayNode findings = json.putArray("findings");
      for (Problem.Fault fault : problem.faults()) {
        ObjectNode finding = findings.addObject();
        finding
            .put("code", fault.code())
            .put("field", fault.field())
            .put("message", fault.message());
        fault.position().ifPresent(position -> finding.put("position", position));
      }
    }
    // As text, so that a resource that produces images or plain text can answer it too.
    return Response.status(problem.status()).entity(json.toString()).type(MEDIA_TYPE).build();
  }
}
