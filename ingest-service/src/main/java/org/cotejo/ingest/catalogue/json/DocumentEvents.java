package org.cotejo.ingest.catalogue.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cotejo.events.EventEnvelope;
import org.cotejo.ingest.catalogue.store.DocumentEntity;
import org.cotejo.ingest.catalogue.store.DocumentFileEntity;

/** What this service says of documents on {@code cotejo.documents}. */
public final class DocumentEvents {
  /** The topic, keyed by document id. */
  public static final String TOPIC = "cotejo.documents";

  private static final String SOURCE = "/cotejo/ingest-service";

  private DocumentEvents() {}

  /** A document was accepted. */
  public static EventEnvelope accessioned(DocumentEntity document, List<DocumentFileEntity> files) {
    return event("cotejo.document.accessioned.v1", document, data(document, files));
  }

  /**
   * A document has a new revision.
   *
   * @param changed record, translations or reprocess
   */
  public static EventEnvelope revised(
      DocumentEntity document, List<DocumentFileEntity> files, String changed) {
    ObjectNode data = data(document, files);
    data.putArray("changed").add(changed);
    return event("cotejo.document.revised.v1", document, data);
  }

  /** A document is no longer to be read or found. */
  public static EventEnvelope withdrawn(DocumentEntity document) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("documentId", document.id.toString());
    return event("cotejo.document.withdrawn.v1", document, data);
  }

  private static EventEnvelope event(String type, DocumentEntity document, ObjectNode data) {
    return new EventEnvelope(
        UUID.randomUUID().toString(),
        type,
        SOURCE,
        document.id.toString(),
        Instant.now(),
        document.ingestId.toString(),
        document.revision,
        "",
        data);
  }

  private static ObjectNode data(DocumentEntity document, List<DocumentFileEntity> files) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("documentId", document.id.toString());
    ObjectNode access = data.putObject("access").put("level", document.accessLevel);
    if (document.accessUntil != null) {
      access.put("until", document.accessUntil.toString());
    }
    data.putObject("record")
        .put("objectKey", recordKey(document.id, document.revision))
        .put("digest", "sha256:" + document.recordDigest)
        .put("mediaType", "application/json")
        .put("sizeBytes", document.recordBytes);
    ArrayNode languages = data.putArray("originalLanguages");
    for (String language : document.originalLanguages.split(",", -1)) {
      languages.add(language);
    }
    data.put("pageCount", document.pageCount);
    ArrayNode originals = data.putArray("originals");
    ArrayNode translations = data.putArray("translations");
    for (DocumentFileEntity file : files) {
      switch (file.role) {
        case "original" ->
            file(originals.addObject(), file)
                .put("ordinal", file.ordinal)
                .put("pageCount", file.pageCount);
        case "translation" -> {
          ObjectNode translation =
              file(translations.addObject(), file).put("language", file.language);
          if (file.translator != null) {
            translation.put("translator", file.translator);
          }
        }
        default -> file(data.putObject("transcription"), file);
      }
    }
    return data;
  }

  private static ObjectNode file(ObjectNode json, DocumentFileEntity file) {
    return json.put("objectKey", file.objectKey)
        .put("digest", "sha256:" + file.digest)
        .put("mediaType", file.mediaType)
        .put("sizeBytes", file.sizeBytes)
        .put("fileName", file.fileName);
  }

  /** Where the record of a revision is kept. */
  public static String recordKey(UUID documentId, long revision) {
    return "documents/%s/records/%010d.json".formatted(documentId, revision);
  }

  /** Where the mark of a withdrawal is kept. */
  public static String withdrawalKey(UUID documentId, long revision) {
    return "documents/%s/withdrawn/%010d.json".formatted(documentId, revision);
  }
}
