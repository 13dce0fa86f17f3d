package org.cotejo.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/** Events as CloudEvents 1.0 JSON in structured mode; unknown fields are passed over. */
@ApplicationScoped
public class EventCodec {
  /** Larger messages are refused; events carry ids and digests, never contents. */
  public static final int MAXIMUM_BYTES = 1024 * 1024;

  private static final int MAXIMUM_DEPTH = 32;

  private final JsonMapper mapper = JsonMapper.builder().build();

  public EventCodec() {
    mapper
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(MAXIMUM_DEPTH).build());
  }

  /** The JSON of an event, UTF-8. */
  public byte[] encode(EventEnvelope event) {
    ObjectNode json = mapper.createObjectNode();
    json.put("specversion", "1.0");
    json.put("id", event.id());
    json.put("type", event.type());
    json.put("source", event.source());
    json.put("subject", event.subject());
    json.put("time", event.time().toString());
    json.put("datacontenttype", "application/json");
    if (!event.ingestId().isEmpty()) {
      json.put("ingestid", event.ingestId());
    }
    json.put("revision", event.revision());
    if (!event.traceparent().isEmpty()) {
      json.put("traceparent", event.traceparent());
    }
    json.set("data", event.data());
    try {
      return mapper.writeValueAsBytes(json);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree of JSON nodes can be written", impossible);
    }
  }

  /**
   * Reads an event.
   *
   * @throws MalformedEvent when the bytes are not JSON, too large, or lack a required attribute
   */
  public EventEnvelope decode(byte[] message) {
    if (message.length > MAXIMUM_BYTES) {
      throw new MalformedEvent("the message has " + message.length + " bytes", null);
    }
    JsonNode json = parse(message);
    JsonNode data = json.path("data");
    if (!"1.0".equals(json.path("specversion").asText()) || !data.isObject()) {
      throw new MalformedEvent("the message is not a CloudEvents 1.0 event with a body", null);
    }
    try {
      return new EventEnvelope(
          json.path("id").asText(),
          json.path("type").asText(),
          json.path("source").asText(),
          json.path("subject").asText(),
          Instant.parse(json.path("time").asText()),
          json.path("ingestid").asText(""),
          json.path("revision").asLong(0),
          json.path("traceparent").asText(""),
          data);
    } catch (IllegalArgumentException | DateTimeException invalid) {
      throw new MalformedEvent(String.valueOf(invalid.getMessage()), invalid);
    }
  }

  private JsonNode parse(byte[] message) {
    try {
      JsonNode json = mapper.readTree(message);
      if (json == null || !json.isObject()) {
        throw new MalformedEvent("the message is not a JSON object", null);
      }
      return json;
    } catch (IOException invalid) {
      throw new MalformedEvent("the message is not JSON", invalid);
    }
  }
}
