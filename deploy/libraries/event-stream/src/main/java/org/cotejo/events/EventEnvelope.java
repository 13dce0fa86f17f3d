package org.cotejo.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Objects;

/**
 * A past-tense fact about one document, as CloudEvents 1.0.
 *
 * @param id unique among the events of a source; the same fact sent again has the same id
 * @param type with version, for instance {@code cotejo.page.transcribed.v1}
 * @param source the service that says it, for instance {@code /cotejo/ocr-service}
 * @param subject id of the document
 * @param time when it happened
 * @param ingestId the ingest it belongs to; empty for none
 * @param revision revision of the document, from 1
 * @param traceparent W3C Trace Context; empty for none
 * @param data the body, a JSON object
 */
public record EventEnvelope(
    String id,
    String type,
    String source,
    String subject,
    Instant time,
    String ingestId,
    long revision,
    String traceparent,
    JsonNode data) {

  public EventEnvelope {
    Objects.requireNonNull(data);
    requireText("id", id);
    requireText("type", type);
    requireText("source", source);
    requireText("subject", subject);
    if (revision < 1) {
      throw new IllegalArgumentException("a revision is at least 1, not " + revision);
    }
  }

  /** The same fact with another trace context. */
  public EventEnvelope withTraceparent(String value) {
    return new EventEnvelope(id, type, source, subject, time, ingestId, revision, value, data);
  }

  private static void requireText(String name, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException("an event has a " + name);
    }
  }
}
