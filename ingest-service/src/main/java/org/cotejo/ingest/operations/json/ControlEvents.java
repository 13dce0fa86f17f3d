package org.cotejo.ingest.operations.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;
import org.cotejo.events.EventEnvelope;
import org.cotejo.ingest.operations.Stage;

/** What this service tells the others of the operators' wishes on {@code cotejo.controls}. */
public final class ControlEvents {
  /** The topic, keyed by stage. */
  public static final String TOPIC = "cotejo.controls";

  private static final String SOURCE = "/cotejo/ingest-service";

  private ControlEvents() {}

  /**
   * A stage was paused or goes on.
   *
   * @param change number of the change among those of the stage, from 1
   */
  public static EventEnvelope changed(
      Stage stage, boolean paused, long change, String who, String reason, Instant at) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("stage", stage.label());
    data.put("by", who);
    data.put("reason", reason);
    return new EventEnvelope(
        UUID.randomUUID().toString(),
        paused ? "cotejo.stage.paused.v1" : "cotejo.stage.resumed.v1",
        SOURCE,
        stage.label(),
        at,
        "",
        change,
        "",
        data);
  }
}
