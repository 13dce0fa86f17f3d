package org.cotejo.translation.lexicon.events;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.cotejo.events.EventEnvelope;
import org.cotejo.translation.bitext.events.AnnouncementJson;
import org.cotejo.translation.lexicon.LexiconVersion;

/** Writes {@code lexicon.published}. */
public final class LexiconPublished {
  /** Where it is told. */
  public static final String TOPIC = "cotejo.lexicons";

  private static final String TYPE = "cotejo.lexicon.published.v1";
  private static final String SOURCE = "/cotejo/translation-service";

  private LexiconPublished() {}

  /** The event that tells of a lexicon; it belongs to no ingest. */
  public static EventEnvelope of(LexiconVersion version) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.putArray("languages").add(version.pair().first()).add(version.pair().second());
    data.put("version", version.number());
    data.put("fingerprint", version.fingerprint());
    data.put("documentCount", version.documents().size());
    data.put("linkCount", version.links());
    data.put("entryCount", version.entries());
    data.set("file", AnnouncementJson.write(version.file()));
    return new EventEnvelope(
        UUID.randomUUID().toString(),
        TYPE,
        SOURCE,
        version.pair().name(),
        version.madeAt(),
        "",
        version.number(),
        "",
        data);
  }
}
