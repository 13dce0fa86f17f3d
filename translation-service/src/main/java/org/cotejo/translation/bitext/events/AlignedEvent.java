package org.cotejo.translation.bitext.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.cotejo.events.EventEnvelope;
import org.cotejo.translation.bitext.AlignmentTask;

/** The event {@code document.aligned}. */
public final class AlignedEvent {
  /** Where it is published. */
  public static final String TOPIC = "cotejo.bitexts";

  private AlignedEvent() {}

  /**
   * The event of an alignment.
   *
   * @param data its body
   * @param time when it was made
   */
  public static EventEnvelope of(AlignmentTask task, JsonNode data, Instant time) {
    return new EventEnvelope(
        UUID.randomUUID().toString(),
        "cotejo.document.aligned.v1",
        DocumentEvents.SOURCE,
        task.documentId().toString(),
        time,
        task.ingestId(),
        task.progress().revision(),
        task.traceparent(),
        data);
  }
}
