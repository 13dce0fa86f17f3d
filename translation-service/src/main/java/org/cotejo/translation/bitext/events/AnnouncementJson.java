package org.cotejo.translation.bitext.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cotejo.translation.bitext.Access;
import org.cotejo.translation.bitext.AnnouncedDocument;
import org.cotejo.translation.bitext.PageOutcome;
import org.cotejo.translation.bitext.StoredImage;
import org.cotejo.translation.bitext.StoredObject;
import org.cotejo.translation.bitext.TranslationFile;

/**
 * The bodies of the events that this service reads, and the same shapes for its own tables. Unknown
 * fields are passed over.
 */
public final class AnnouncementJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private AnnouncementJson() {}

  /**
   * Reads the body of {@code document.accessioned} or {@code document.revised}.
   *
   * @throws IllegalArgumentException when something that is needed is missing
   */
  public static AnnouncedDocument document(JsonNode data) {
    List<TranslationFile> translations = new ArrayList<>();
    for (JsonNode translation : data.path("translations")) {
      translations.add(
          new TranslationFile(
              object(translation),
              required(translation, "language"),
              translation.path("translator").asText("")));
    }
    List<String> languages = new ArrayList<>();
    data.path("originalLanguages").forEach(language -> languages.add(language.asText()));
    return new AnnouncedDocument(
        access(data.path("access")),
        object(data.path("record")),
        languages,
        data.path("pageCount").asInt(),
        translations,
        Optional.of(data.path("transcription"))
            .filter(JsonNode::isObject)
            .map(AnnouncementJson::object));
  }

  /** Writes what {@link #document} reads. */
  public static ObjectNode write(AnnouncedDocument document) {
    ObjectNode json = NODES.objectNode();
    json.set("access", write(document.access()));
    json.set("record", write(document.record()));
    document.languages().forEach(json.putArray("originalLanguages")::add);
    json.put("pageCount", document.pageCount());
    ArrayNode translations = json.putArray("translations");
    for (TranslationFile translation : document.translations()) {
      ObjectNode entry = write(translation.file()).put("language", translation.language());
      if (!translation.translator().isEmpty()) {
        entry.put("translator", translation.translator());
      }
      translations.add(entry);
    }
    document.transcription().ifPresent(file -> json.set("transcription", write(file)));
    return json;
  }

  /** Reads the body of {@code page.transcribed}. */
  public static PageOutcome.Transcribed transcribed(JsonNode data) {
    JsonNode surrogate = data.path("surrogate");
    return new PageOutcome.Transcribed(
        page(data),
        image(surrogate.path("display")),
        image(surrogate.path("thumbnail")),
        object(data.path("transcription")));
  }

  /** Writes what {@link #transcribed} reads. */
  public static ObjectNode write(PageOutcome.Transcribed page) {
    ObjectNode json = NODES.objectNode().put("page", page.page());
    ObjectNode surrogate = json.putObject("surrogate");
    surrogate.set("display", write(page.display()));
    surrogate.set("thumbnail", write(page.thumbnail()));
    json.set("transcription", write(page.transcription()));
    return json;
  }

  /** The page that an event is about. */
  public static int page(JsonNode data) {
    int page = data.path("page").asInt();
    if (page < 1) {
      throw new IllegalArgumentException("a page counts from 1");
    }
    return page;
  }

  /** Reads who may see a document. */
  public static Access access(JsonNode json) {
    String until = json.path("until").asText("");
    return new Access(
        Access.Level.valueOf(required(json, "level").toUpperCase(Locale.ROOT)),
        until.isEmpty() ? LocalDate.MAX : LocalDate.parse(until));
  }

  /** Writes who may see a document. */
  public static ObjectNode write(Access access) {
    ObjectNode json = NODES.objectNode();
    json.put("level", access.level().name().toLowerCase(Locale.ROOT));
    if (!access.until().equals(LocalDate.MAX)) {
      json.put("until", access.until().toString());
    }
    return json;
  }

  /** Reads the name of a file. */
  public static StoredObject object(JsonNode json) {
    return new StoredObject(
        required(json, "objectKey"),
        required(json, "digest"),
        required(json, "mediaType"),
        json.path("sizeBytes").asLong());
  }

  /** Writes the name of a file. */
  public static ObjectNode write(StoredObject object) {
    return NODES
        .objectNode()
        .put("objectKey", object.objectKey())
        .put("digest", object.digest())
        .put("mediaType", object.mediaType())
        .put("sizeBytes", object.sizeBytes());
  }

  /** Writes the name of an image. */
  public static ObjectNode write(StoredImage image) {
    return NODES
        .objectNode()
        .put("objectKey", image.objectKey())
        .put("digest", image.digest())
        .put("mediaType", image.mediaType())
        .put("sizeBytes", image.sizeBytes())
        .put("widthPixels", image.widthPixels())
        .put("heightPixels", image.heightPixels());
  }

  private static StoredImage image(JsonNode json) {
    return new StoredImage(
        required(json, "objectKey"),
        required(json, "digest"),
        required(json, "mediaType"),
        json.path("sizeBytes").asLong(),
        json.path("widthPixels").asInt(),
        json.path("heightPixels").asInt());
  }

  private static String required(JsonNode json, String field) {
    String value = json.path(field).asText("");
    if (value.isEmpty()) {
      throw new IllegalArgumentException("the event has no " + field);
    }
    return value;
  }
}
