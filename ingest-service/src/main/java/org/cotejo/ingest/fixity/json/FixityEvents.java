package org.cotejo.ingest.fixity.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;
import org.cotejo.events.EventEnvelope;
import org.cotejo.ingest.fixity.FixityOutcome;
import org.cotejo.ingest.fixity.StoredFile;

/** What this service says of damaged files on {@code cotejo.fixity}. */
public final class FixityEvents {
  /** The topic, keyed by document id. */
  public static final String TOPIC = "cotejo.fixity";

  private static final String SOURCE = "/cotejo/ingest-service";

  private FixityEvents() {}

  /** A document that holds a file, at its latest revision. */
  public record Holder(UUID documentId, long revision) {}

  /** A file was sound, as far as was known, and is not. */
  public static EventEnvelope failed(Holder holder, StoredFile file, FixityOutcome found) {
    ObjectNode data = data(holder, file);
    data.put("state", found.state());
    data.put("detail", found.detail());
    return event("cotejo.fixity.failed.v1", holder, data);
  }

  /**
   * A file that was damaged is sound.
   *
   * @param bySecondBucket whether it was taken from there
   */
  public static EventEnvelope restored(Holder holder, StoredFile file, boolean bySecondBucket) {
    ObjectNode data = data(holder, file);
    data.put("how", bySecondBucket ? "second-bucket" : "found");
    return event("cotejo.fixity.restored.v1", holder, data);
  }

  private static ObjectNode data(Holder holder, StoredFile file) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("documentId", holder.documentId().toString());
    data.put("objectKey", file.objectKey());
    data.put("digest", "sha256:" + file.digest());
    return data;
  }

  private static EventEnvelope event(String type, Holder holder, ObjectNode data) {
    return new EventEnvelope(
        UUID.randomUUID().toString(),
        type,
        SOURCE,
        holder.documentId().toString(),
        Instant.now(),
        "",
        holder.revision(),
        "",
        data);
  }
}
