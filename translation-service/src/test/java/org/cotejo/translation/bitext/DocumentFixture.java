package org.cotejo.translation.bitext;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.cotejo.events.EventEnvelope;
import org.cotejo.objects.Digest;
import org.cotejo.objects.ObjectKey;
import org.cotejo.objects.ObjectStore;
import org.cotejo.translation.exchange.page.ExportFixture;
import org.cotejo.translation.reading.Box;
import org.cotejo.translation.reading.TranscribedLine;
import org.cotejo.translation.reading.TranscribedPage;
import org.cotejo.translation.reading.TranscribedRegion;
import org.cotejo.translation.reading.TranscribedWord;
import org.cotejo.translation.reading.TypedPage;

/** A paper of our own in Spanish and English: its files in the store, and the events about it. */
public final class DocumentFixture {
  public static final String[] PAGE_1 = {
    "            CONSULADO DE LA ISLA VERDE",
    "",
    "Puerto Claro, 4 de mayo de 1951",
    "",
    "Señor Ministro:",
    "",
    "   El cónsul Ruiz llegó el lunes a Puerto Claro con tres cajas",
    "de documentos. Dijo que el barco había salido de Valdora con dos",
    "semanas de retraso y que los pasajeros no tenían noticias de nin-",
  };
  public static final String[] PAGE_2 = {
    "            CONSULADO DE LA ISLA VERDE",
    "                     --2--",
    "",
    "guna clase. El capitán Moreno entregó 45 cartas.",
    "--El gobernador preguntó si las cajas estaban cerradas. Nadie",
    "contestó.",
  };
  public static final String ENGLISH =
      """
      Puerto Claro, 4 May 1951

      Dear Minister:

      Consul Ruiz arrived in Puerto Claro on Monday with three boxes of documents. He said that the \
      ship had left Valdora two weeks late and that the passengers had no news of any kind. Captain \
      Moreno [master of the Estrella] delivered 45 letters.

      The governor asked whether the boxes were closed. Nobody answered.
      """;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  public final String id = uuidVersion7();
  private final ObjectStore store;

  DocumentFixture(ObjectStore store) {
    this.store = store;
  }

  public EventEnvelope accessioned(long revision, ObjectNode access, byte[]... translations) {
    ObjectNode data = NODES.objectNode().put("documentId", id);
    data.set("access", access);
    byte[] record =
        ("{\"title\":\"Carta\",\"originalLanguages\":[\"es\"],\"access\":" + access + "}")
            .getBytes(StandardCharsets.UTF_8);
    data.set(
        "record",
        put(
            "documents/" + id + "/records/" + "%010d".formatted(revision) + ".json",
            "application/json",
            record));
    data.putArray("originalLanguages").add("es");
    data.put("pageCount", 2);
    ObjectNode original = put("originals/" + id, "application/pdf", new byte[] {1, 2, 3});
    data.putArray("originals")
        .add(original.put("ordinal", 1).put("pageCount", 2).put("fileName", "carta.pdf"));
    ArrayNode files = data.putArray("translations");
    for (byte[] translation : translations) {
      files.add(
          put("translations/" + Digest.of(translation).hex(), "text/plain", translation)
              .put("language", "en")
              .put("translator", "A. Vega")
              .put("fileName", "en.txt"));
    }
    return event("cotejo.document.accessioned.v1", revision, data);
  }

  /** A document with a transcription made by people beside its scans. */
  public EventEnvelope accessionedWithTranscription(
      long revision, byte[] transcription, byte[]... translations) {
    EventEnvelope event = accessioned(revision, access("public"), translations);
    ((ObjectNode) event.data())
        .set(
            "transcription",
            put(
                    "supplied-transcriptions/" + Digest.of(transcription).hex(),
                    "text/plain",
                    transcription)
                .put("fileName", "carta.txt"));
    return event;
  }

  public EventEnvelope withdrawn(long revision) {
    return event(
        "cotejo.document.withdrawn.v1", revision, NODES.objectNode().put("documentId", id));
  }

  public EventEnvelope transcribed(long revision, int page, String... lines) {
    byte[] file =
        transcription(TypedPage.of(page, lines)).toString().getBytes(StandardCharsets.UTF_8);
    ObjectNode data = pageData(page);
    ObjectNode surrogate = data.putObject("surrogate");
    surrogate.set("image", image("png"));
    surrogate.set("display", display(page));
    surrogate.set("thumbnail", image("thumbnail.jpg"));
    data.set(
        "transcription",
        put("transcriptions/" + Digest.of(file).hex() + ".json", "application/json", file));
    data.put("engineFingerprint", "typed-1");
    data.put("meanConfidence", .9).put("wordCount", 10).put("needsReview", false);
    return event("cotejo.page.transcribed.v1", revision, data);
  }

  public EventEnvelope failed(long revision, int page) {
    ObjectNode data = pageData(page).put("stage", "recognition");
    data.putObject("reason")
        .put("code", "page.unreadable")
        .put("message", "The page cannot be read.")
        .put("transient", false);
    return event("cotejo.page.failed.v1", revision, data);
  }

  public static ObjectNode access(String level) {
    ObjectNode access = NODES.objectNode().put("level", level);
    return "embargoed".equals(level) ? access.put("until", "2999-01-01") : access;
  }

  /** A page as a transcription file. */
  static ObjectNode transcription(TranscribedPage page) {
    ObjectNode file = NODES.objectNode().put("schema", "cotejo.transcription.v1");
    file.putObject("page")
        .put("widthPixels", page.widthPixels())
        .put("heightPixels", page.heightPixels())
        .put("surrogateDigest", "sha256:" + "ab".repeat(32));
    ObjectNode engine = file.putObject("engine");
    engine.put("name", "typed").put("version", "1").put("fingerprint", "typed-1");
    engine.putObject("parameters");
    engine.putArray("languages").add("spa");
    file.putArray("languages").add("es");
    file.put("meanConfidence", .9).put("needsReview", false);
    ArrayNode regions = file.putArray("regions");
    for (TranscribedRegion region : page.regions()) {
      ObjectNode json = regions.addObject().put("id", region.id());
      json.put("type", region.type().wireName()).put("readingOrder", region.readingOrder());
      json.set("box", box(new Box(0, 0, page.widthPixels(), page.heightPixels())));
      ArrayNode lines = json.putArray("lines");
      for (TranscribedLine line : region.lines()) {
        ObjectNode lineJson = lines.addObject().put("id", line.id());
        lineJson.set("box", box(line.box()));
        ArrayNode words = lineJson.putArray("words");
        for (TranscribedWord word : line.words()) {
          ObjectNode wordJson = words.addObject().put("id", line.id() + "w" + (words.size()));
          wordJson.put("text", word.text()).put("confidence", word.confidence());
          wordJson.set("box", box(word.box()));
        }
      }
    }
    return file;
  }

  private static JsonNode box(Box box) {
    return NODES
        .objectNode()
        .put("x", box.x())
        .put("y", box.y())
        .put("width", box.width())
        .put("height", box.height());
  }

  private ObjectNode pageData(int page) {
    return NODES.objectNode().put("documentId", id).put("page", page).put("pageCount", 2);
  }

  private static ObjectNode image(String ending) {
    return NODES
        .objectNode()
        .put("objectKey", "surrogates/a/f/1." + ending)
        .put("digest", "sha256:" + "cd".repeat(32))
        .put("mediaType", ending.endsWith("png") ? "image/png" : "image/jpeg")
        .put("sizeBytes", 1)
        .put("widthPixels", TypedPage.WIDTH)
        .put("heightPixels", TypedPage.HEIGHT)
        .put("resolutionDpi", 300);
  }

  private ObjectNode display(int page) {
    return put("surrogates/" + id + "/" + page + ".jpg", "image/jpeg", ExportFixture.jpeg(false))
        .put("widthPixels", TypedPage.WIDTH)
        .put("heightPixels", TypedPage.HEIGHT)
        .put("resolutionDpi", 300);
  }

  private ObjectNode put(String key, String mediaType, byte[] content) {
    Digest digest = Digest.of(content);
    store.putIfAbsent(new ObjectKey(key), digest, mediaType, content);
    return NODES
        .objectNode()
        .put("objectKey", key)
        .put("digest", digest.toString())
        .put("mediaType", mediaType)
        .put("sizeBytes", content.length);
  }

  private EventEnvelope event(String type, long revision, JsonNode data) {
    return new EventEnvelope(
        UUID.randomUUID().toString(),
        type,
        "/cotejo/test",
        id,
        Instant.parse("2026-11-23T08:00:00Z"),
        "ingest-" + revision,
        revision,
        "",
        data);
  }

  private static String uuidVersion7() {
    String random = UUID.randomUUID().toString();
    return random.substring(0, 14) + "7" + random.substring(15);
  }
}
