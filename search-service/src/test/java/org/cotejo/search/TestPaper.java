package org.cotejo.search;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.cotejo.contracts.Contract;
import org.cotejo.events.EventEnvelope;
import org.cotejo.objects.Digest;
import org.cotejo.objects.ObjectKey;
import org.cotejo.objects.ObjectStore;

/** A paper as the services before this one leave it: objects in the store, and its events. */
final class TestPaper {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int WORD_WIDTH = 50;
  private static final int WORD_STEP = 60;

  final String id;
  final ObjectNode record = JSON.objectNode();
  private final ObjectStore store;
  private double confidence = 0.9;
  private final List<String> original = new ArrayList<>();
  private final List<String> english = new ArrayList<>();
  private byte[] scan = new byte[0];
  private int width = 2000;
  private int height = 3000;

  TestPaper(ObjectStore store, String title) {
    this.store = store;
    long high = (System.currentTimeMillis() << 16) | 0x7000L;
    this.id = new UUID(high, 0x8000000000000000L | System.nanoTime()).toString();
    record.put("title", title);
    record.putArray("originalLanguages").add("es");
    record.putObject("access").put("level", "public");
  }

  /** Says with what confidence its words were read. */
  TestPaper readWith(double share) {
    confidence = share;
    return this;
  }

  /**
   * Adds a sentence and its translation, empty for none; each sentence is a line of its own; a |
   * parts a word that stands on two lines.
   */
  TestPaper sentence(String spanish, String translation) {
    original.add(spanish);
    english.add(translation);
    return this;
  }

  /** Gives the page a real JPEG in place of a text. */
  TestPaper scanned(byte[] jpeg) {
    try {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(jpeg));
      width = image.getWidth();
      height = image.getHeight();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    scan = jpeg;
    return this;
  }

  EventEnvelope aligned(long revision) {
    ObjectNode data = JSON.objectNode();
    data.put("documentId", id).put("alignmentVersion", 1);
    data.set("access", record.get("access"));
    data.set("record", storeRecord(revision));
    data.put("pageCount", 1);
    data.putArray("pagesFailed");
    ObjectNode page = data.putArray("pages").addObject().put("page", 1);
    page.set("display", scan.length == 0 ? image("image of " + id) : image(scan));
    page.set("thumbnail", image("thumbnail of " + id));
    page.set(
        "transcription",
        put("transcriptions/", JSON.objectNode().put("of", id), "transcription-not-checked"));
    data.set("readingText", put("reading-texts/", readingText(), "reading-text"));
    ArrayNode bitexts = data.putArray("bitexts");
    if (english.stream().anyMatch(sentence -> !sentence.isEmpty())) {
      bitexts.add(
          put("bitexts/", bitext(), "bitext")
              .put("language", "en")
              .put("linkCount", original.size())
              .put("unlinkedSource", 0)
              .put("unlinkedTarget", 0)
              .put("meanConfidence", 0.9));
    }
    putAt(
        "documents/%s/alignments/%010d-000001.json".formatted(id, revision),
        data.toString().getBytes(StandardCharsets.UTF_8));
    return event("cotejo.document.aligned.v1", revision, data);
  }

  EventEnvelope revised(long revision) {
    ObjectNode data = JSON.objectNode();
    data.put("documentId", id);
    data.set("access", record.get("access"));
    data.set("record", storeRecord(revision));
    data.putArray("changed").add("record");
    return event("cotejo.document.revised.v1", revision, data);
  }

  EventEnvelope withdrawn(long revision) {
    putAt(
        "documents/%s/withdrawn/%010d.json".formatted(id, revision),
        "{}".getBytes(StandardCharsets.UTF_8));
    return event("cotejo.document.withdrawn.v1", revision, JSON.objectNode().put("documentId", id));
  }

  private EventEnvelope event(String type, long revision, ObjectNode data) {
    return new EventEnvelope(
        UUID.randomUUID().toString(),
        type,
        "/cotejo/test",
        id,
        Instant.now(),
        UUID.randomUUID().toString(),
        revision,
        "",
        data);
  }

  private ObjectNode readingText() {
    ObjectNode json = JSON.objectNode();
    json.put("schema", "cotejo.reading-text.v1").put("documentId", id);
    json.putArray("languages").add("es");
    json.put("text", String.join(" ", original).replace("|", ""));
    json.putArray("pages")
        .addObject()
        .put("page", 1)
        .put("widthPixels", 2000)
        .put("heightPixels", 3000);
    ArrayNode words = json.putArray("words");
    ArrayNode segments = json.putArray("segments");
    json.putArray("furniture");
    int offset = 0;
    for (int number = 0; number < original.size(); number++) {
      String sentence = original.get(number);
      segments
          .addObject()
          .put("id", "s" + (number + 1))
          .put("start", offset)
          .put("end", offset + sentence.replace("|", "").length())
          .put("kind", "sentence")
          .put("part", 1)
          .put("paragraph", 1);
      int start = offset;
      int column = 0;
      for (String word : sentence.split(" ", -1)) {
        int length = word.replace("|", "").length();
        ArrayNode boxes =
            words
                .addObject()
                .put("start", start)
                .put("end", start + length)
                .put("confidence", confidence)
                .putArray("boxes");
        box(boxes, column * WORD_STEP, 100 * (number + 1), "p1r1l" + (number + 1));
        if (word.contains("|")) {
          box(boxes, 0, 100 * (number + 1) + 50, "p1r1l" + (number + 1) + "b");
        }
        start += length + 1;
        column++;
      }
      offset += sentence.replace("|", "").length() + 1;
    }
    return json;
  }

  private static void box(ArrayNode boxes, int x, int y, String line) {
    boxes
        .addObject()
        .put("page", 1)
        .put("x", x)
        .put("y", y)
        .put("width", WORD_WIDTH)
        .put("height", 30)
        .put("line", line);
  }

  private ObjectNode bitext() {
    ObjectNode json = JSON.objectNode();
    json.put("schema", "cotejo.bitext.v1").put("documentId", id);
    json.put("sourceLanguage", "es").put("language", "en");
    json.putObject("method").put("name", "test").put("version", "1").put("fingerprint", "test-1");
    ObjectNode target = json.putObject("target").put("text", String.join(" ", english));
    ArrayNode segments = target.putArray("segments");
    target.putArray("annotations");
    ArrayNode links = json.putArray("links");
    int offset = 0;
    for (int number = 1; number <= english.size(); number++) {
      int length = english.get(number - 1).length();
      segments
          .addObject()
          .put("id", "t" + number)
          .put("start", offset)
          .put("end", offset + length)
          .put("kind", "sentence")
          .put("paragraph", 1);
      ObjectNode link = links.addObject();
      link.putArray("source").add("s" + number);
      link.putArray("target").add("t" + number);
      link.put("confidence", confidence).put("method", "test");
      offset += length + 1;
    }
    json.putObject("unlinked").putArray("source");
    ((ObjectNode) json.get("unlinked")).putArray("target");
    return json;
  }

  private ObjectNode storeRecord(long revision) {
    byte[] bytes = record.toString().getBytes(StandardCharsets.UTF_8);
    Contract.object("record").requireValid(bytes);
    String key = "documents/%s/records/%010d.json".formatted(id, revision);
    putAt(key, bytes);
    return object(key, bytes);
  }

  private ObjectNode image(String text) {
    return image(text.getBytes(StandardCharsets.UTF_8));
  }

  private ObjectNode image(byte[] bytes) {
    String key = "surrogates/" + Digest.of(bytes).hex() + ".jpg";
    putAt(key, bytes);
    return object(key, bytes)
        .put("mediaType", "image/jpeg")
        .put("widthPixels", width)
        .put("heightPixels", height);
  }

  private ObjectNode put(String folder, ObjectNode json, String contract) {
    byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
    if (Contract.objectNames().contains(contract)) {
      Contract.object(contract).requireValid(bytes);
    }
    String key = folder + Digest.of(bytes).hex() + ".json";
    putAt(key, bytes);
    return object(key, bytes);
  }

  private void putAt(String key, byte[] bytes) {
    store.putIfAbsent(new ObjectKey(key), Digest.of(bytes), "application/json", bytes);
  }

  private static ObjectNode object(String key, byte[] bytes) {
    return JSON.objectNode()
        .put("objectKey", key)
        .put("digest", Digest.of(bytes).toString())
        .put("mediaType", "application/json")
        .put("sizeBytes", bytes.length);
  }
}
