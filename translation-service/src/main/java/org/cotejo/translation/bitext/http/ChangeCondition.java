package org.cotejo.translation.bitext.http;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.cotejo.problems.Problem;
import org.jspecify.annotations.Nullable;

/** A change is made to what the caller has seen and to nothing else. */
public final class ChangeCondition {
  private ChangeCondition() {}

  /**
   * Refuses a change to something that the caller has not seen.
   *
   * @param ifMatch the header; null without one
   * @param tag of what is there now
   * @throws Problem 428 without the header, 412 when it names something else
   */
  public static void require(@Nullable String ifMatch, Request request, EntityTag tag) {
    if (ifMatch == null) {
      throw Problem.of(
          428,
          "if-match.missing",
          "Say what you have seen",
          "A change needs If-Match with the ETag of what it changes.");
    }
    Response.@Nullable ResponseBuilder refused = request.evaluatePreconditions(tag);
    if (refused != null) {
      throw stale();
    }
  }

  /** The refusal of a change to something that has changed. */
  public static Problem stale() {
    return Problem.of(
        412,
        "etag.stale",
        "Somebody was faster",
        "What you have seen has changed since; get it again and look at your change anew.");
  }
}
