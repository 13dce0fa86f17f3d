package org.cotejo.search.projection.objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cotejo.events.PermanentFailure;
import org.cotejo.objects.Digest;
import org.cotejo.objects.ObjectKey;
import org.cotejo.objects.ObjectStore;
import org.cotejo.search.names.NameVariants;
import org.cotejo.search.projection.Bitext;
import org.cotejo.search.projection.Box;
import org.cotejo.search.projection.Passage;
import org.cotejo.search.projection.Passages;
import org.cotejo.search.projection.ReadingText;

/** Reads the files that an alignment names, each checked against its digest. */
@ApplicationScoped
public class PaperReader {
  /** A reading text of 10,000 pages stays below this. */
  private static final long MAXIMUM_BYTES = 512L * 1024 * 1024;

  private final ObjectStore objects;
  private final NameVariants names;
  private final JsonMapper mapper = JsonMapper.builder().build();

  @Inject
  public PaperReader(ObjectStore objects, NameVariants names) {
    this.objects = objects;
    this.names = names;
  }

  /** A file named by key and digest. */
  public JsonNode read(JsonNode object) {
    ObjectKey key = new ObjectKey(object.path("objectKey").asText());
    Digest digest = Digest.parse(object.path("digest").asText());
    return parse(key, objects.readVerified(key, digest, MAXIMUM_BYTES));
  }

  /** A file named by its key alone. */
  public JsonNode read(ObjectKey key) {
    return parse(key, objects.read(key, MAXIMUM_BYTES));
  }

  /** A catalogue record of a revision. */
  public record StoredRecord(ObjectKey key, long revision) {}

  /** The latest record of a document, if it is of a later revision than the one given. */
  public Optional<StoredRecord> recordAfter(String documentId, long revision) {
    String folder = "documents/" + documentId + "/records/";
    try (Stream<ObjectKey> keys = objects.list(folder)) {
      return keys.map(key -> new StoredRecord(key, revision(key, folder)))
          .max(Comparator.comparingLong(StoredRecord::revision))
          .filter(latest -> latest.revision() > revision);
    }
  }

  private static long revision(ObjectKey key, String folder) {
    return Long.parseLong(key.value().substring(folder.length()).replace(".json", ""));
  }

  /** The original of an alignment. */
  public ReadingText original(JsonNode aligned) {
    return readingText(read(aligned.path("readingText")));
  }

  /** All passages of an alignment. */
  public List<Passage> passages(JsonNode aligned) {
    ReadingText original = readingText(read(aligned.path("readingText")));
    List<Bitext> bitexts = new ArrayList<>();
    aligned.path("bitexts").forEach(bitext -> bitexts.add(bitext(read(bitext))));
    return Passages.of(original, bitexts, names::sameName);
  }

  private JsonNode parse(ObjectKey key, byte[] content) {
    try {
      return mapper.readTree(content);
    } catch (IOException invalid) {
      throw new PermanentFailure("projection.file-invalid", key + " is not JSON.", invalid);
    }
  }

  static ReadingText readingText(JsonNode json) {
    List<ReadingText.Word> words = new ArrayList<>();
    for (JsonNode word : json.path("words")) {
      List<ReadingText.LineBox> boxes = new ArrayList<>();
      for (JsonNode box : word.path("boxes")) {
        boxes.add(new ReadingText.LineBox(box(box), box.path("line").asText()));
      }
      words.add(
          new ReadingText.Word(
              word.path("start").asInt(),
              word.path("end").asInt(),
              boxes,
              word.path("confidence").asDouble(1)));
    }
    return new ReadingText(
        json.path("languages").path(0).asText("und"),
        json.path("text").asText(),
        words,
        segments(json.path("segments")));
  }

  static Bitext bitext(JsonNode json) {
    List<Bitext.Link> links = new ArrayList<>();
    for (JsonNode link : json.path("links")) {
      links.add(
          new Bitext.Link(
              strings(link.path("source")),
              strings(link.path("target")),
              link.path("confidence").asDouble()));
    }
    return new Bitext(
        json.path("language").asText(),
        json.path("target").path("text").asText(),
        segments(json.path("target").path("segments")),
        links);
  }

  private static List<ReadingText.Segment> segments(JsonNode array) {
    List<ReadingText.Segment> segments = new ArrayList<>();
    for (JsonNode segment : array) {
      segments.add(
          new ReadingText.Segment(
              segment.path("id").asText(),
              segment.path("start").asInt(),
              segment.path("end").asInt()));
    }
    return segments;
  }

  private static List<String> strings(JsonNode array) {
    List<String> strings = new ArrayList<>();
    array.forEach(value -> strings.add(value.asText()));
    return strings;
  }

  private static Box box(JsonNode box) {
    return new Box(
        box.path("page").asInt(),
        box.path("x").asInt(),
        box.path("y").asInt(),
        box.path("width").asInt(),
        box.path("height").asInt());
  }
}
