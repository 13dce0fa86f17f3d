package org.cotejo.client.api;

import java.net.URI;
import java.util.List;

/** Why a request came to nothing; each kind has its exit code. */
public sealed class ApiException extends RuntimeException {

  ApiException(String message) {
    super(message);
  }

  ApiException(String message, Throwable cause) {
    super(message, cause);
  }

  /** The server says that the request is at fault (4xx), with everything that is wrong with it. */
  public static final class Refused extends ApiException {
    private final int status;
    private final transient List<Finding> findings;

    Refused(int status, String message, List<Finding> findings) {
      super(message);
      this.status = status;
      this.findings = List.copyOf(findings);
    }

    public int status() {
      return status;
    }

    public List<Finding> findings() {
      return findings;
    }
  }

  /** No answer, or none from the service behind the gateway, after all attempts. */
  public static final class Unreachable extends ApiException {
    Unreachable(URI uri, String reason, Throwable cause) {
      super(
          "no answer from " + uri.getScheme() + "://" + uri.getAuthority() + ": " + reason, cause);
    }
  }

  /** The server failed (5xx), or answered something that is not its API. */
  public static final class Failed extends ApiException {
    Failed(String message) {
      super(message);
    }
  }

  /** One fault of a request. */
  public record Finding(String code, String field, String message) {}
}
