package org.cotejo.local.launcher.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import java.net.ConnectException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/**
 * An answer of the gateway itself that something is wrong (RFC 9457).
 *
 * @param status HTTP status
 * @param title of this kind of problem
 * @param code for programs
 * @param detail for people
 */
record Problem(int status, String title, String code, String detail) {
  static final String MEDIA_TYPE = "application/problem+json";
  private static final ObjectMapper JSON = new ObjectMapper();

  static Problem nothingHere() {
    return new Problem(404, "Not Found", "not-found", "There is nothing at this address.");
  }

  static Problem methodNotAllowed() {
    return new Problem(
        405, "Method Not Allowed", "method-not-allowed", "This address is read with GET.");
  }

  /** What a client is told when a service gave no answer. */
  static Problem of(Upstream upstream, Throwable failure) {
    String service = "The " + upstream.pathName() + " service";
    if (failure instanceof TimeoutException) {
      return new Problem(
          504, "Gateway Timeout", "service-timeout", service + " did not answer in time.");
    }
    if (failure instanceof ConnectException) {
      return new Problem(
          503,
          "Service Unavailable",
          "service-unavailable",
          service + " is not running at this moment; try again in a few seconds.");
    }
    return new Problem(
        502,
        "Bad Gateway",
        "service-broke-off",
        service + " ended the connection without an answer.");
  }

  Buffer body() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("type", "about:blank");
    fields.put("title", title);
    fields.put("status", status);
    fields.put("detail", detail);
    fields.put("code", code);
    try {
      return Buffer.buffer(JSON.writeValueAsBytes(fields));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
