package org.cotejo.ocr.surrogates.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.cotejo.events.EventEnvelope;
import org.cotejo.events.FailureReason;
import org.cotejo.ocr.surrogates.PageFailure;

/** What the events about pages have in common. */
public final class PageEvents {
  public static final String SURROGATES_TOPIC = "cotejo.surrogates";
  public static final String TRANSCRIPTIONS_TOPIC = "cotejo.transcriptions";

  private static final String SOURCE = "/cotejo/ocr-service";

  private PageEvents() {}

  /**
   * An event about a page that follows from another event. Its id follows from what it says, so
   * that the same fact sent again is known as such.
   */
  public static EventEnvelope caused(EventEnvelope cause, String type, int page, ObjectNode body) {
    String identity =
        String.join(
            "\n",
            type,
            cause.subject(),
            cause.ingestId(),
            Long.toString(cause.revision()),
            Integer.toString(page),
            body.toString());
    return new EventEnvelope(
        UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString(),
        type,
        SOURCE,
        cause.subject(),
        Instant.now(),
        cause.ingestId(),
        cause.revision(),
        cause.traceparent(),
        body);
  }

  /** A page's failure as events carry it; it is never transient. */
  public static ObjectNode reason(PageFailure failure) {
    return new FailureReason(failure.code(), failure.safeMessage(), false).toJson();
  }
}
