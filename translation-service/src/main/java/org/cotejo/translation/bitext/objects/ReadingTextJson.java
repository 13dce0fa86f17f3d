package org.cotejo.translation.bitext.objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.cotejo.translation.bitext.Reading;
import org.cotejo.translation.reading.Box;
import org.cotejo.translation.reading.Furniture;
import org.cotejo.translation.reading.PageBox;
import org.cotejo.translation.reading.PageSize;
import org.cotejo.translation.reading.PlacedWord;
import org.cotejo.translation.reading.ReadingText;
import org.cotejo.translation.reading.TranscribedWord;
import org.cotejo.translation.segmentation.Segment;
import org.cotejo.translation.segmentation.SegmentKind;

/** Writes and reads {@code cotejo.reading-text.v1}. */
public final class ReadingTextJson {
  private static final String SCHEMA = "cotejo.reading-text.v1";

  /** Of a segment whose words a person has set: what the machine read. */
  public static final String READ_AS = "readAs";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final double CONFIDENCE_STEPS = 10_000;

  private ReadingTextJson() {}

  /** The file of a reading. */
  public static ObjectNode write(UUID documentId, List<String> languages, Reading reading) {
    ObjectNode file = NODES.objectNode();
    file.put("schema", SCHEMA);
    file.put("documentId", documentId.toString());
    languages.forEach(file.putArray("languages")::add);
    ReadingText text = reading.text();
    file.put("text", text.text());
    ArrayNode pages = file.putArray("pages");
    for (PageSize page : text.pages()) {
      pages
          .addObject()
          .put("page", page.page())
          .put("widthPixels", page.widthPixels())
          .put("heightPixels", page.heightPixels());
    }
    ArrayNode words = file.putArray("words");
    text.words().forEach(word -> words.add(word(word)));
    ArrayNode segments = file.putArray("segments");
    for (int k = 0; k < reading.segments().size(); k++) {
      Segment segment = reading.segments().get(k);
      ObjectNode json =
          segments
              .addObject()
              .put("id", "s" + (k + 1))
              .put("start", segment.start())
              .put("end", segment.end())
              .put("kind", segment.kind().wireName())
              .put("part", reading.parts().get(k))
              .put("paragraph", segment.paragraph());
      putReadAs(json, reading.readAs(), k);
    }
    ArrayNode furniture = file.putArray("furniture");
    text.furniture().forEach(piece -> furniture.add(furniture(piece)));
    return file;
  }

  /**
   * The reading of a file. Writing it again gives the same file.
   *
   * <p>What the file does not hold is not there: the kinds of the paragraphs, and how surely the
   * words of the furniture were read (0 for all).
   *
   * @throws MalformedFile when it is of another schema or breaks it
   */
  public static Reading read(JsonNode file) {
    if (!SCHEMA.equals(file.path("schema").asText())) {
      throw new MalformedFile(SCHEMA, "it is of schema " + file.path("schema").asText("none"));
    }
    try {
      ReadingText text =
          new ReadingText(
              file.path("text").asText(),
              pages(file.path("pages")),
              words(file.path("words")),
              List.of(),
              pieces(file.path("furniture")));
      List<Integer> parts = new ArrayList<>();
      file.path("segments").forEach(segment -> parts.add(segment.path("part").asInt(1)));
      return new Reading(
          text, segments(file.path("segments"), text.text()), parts, readAs(file.path("segments")));
    } catch (IllegalArgumentException invalid) {
      throw new MalformedFile(SCHEMA, String.valueOf(invalid.getMessage()));
    }
  }

  /** The segments of a text as files hold them. */
  static List<Segment> segments(JsonNode array, String text) {
    List<Segment> segments = new ArrayList<>();
    for (JsonNode json : array) {
      Segment segment =
          new Segment(
              json.path("start").asInt(-1),
              json.path("end").asInt(),
              SegmentKind.of(json.path("kind").asText()),
              json.path("paragraph").asInt());
      if (segment.end() > text.length()) {
        throw new IllegalArgumentException("a segment leaves the text at " + segment.end());
      }
      segments.add(segment);
    }
    return segments;
  }

  /** What the machine read where a person has set other words. */
  static void putReadAs(ObjectNode segment, SortedMap<Integer, String> readAs, int index) {
    if (readAs.containsKey(index)) {
      segment.put(READ_AS, readAs.get(index));
    }
  }

  /** What {@link #putReadAs} wrote, by segment. */
  static SortedMap<Integer, String> readAs(JsonNode segments) {
    TreeMap<Integer, String> readAs = new TreeMap<>();
    for (int k = 0; k < segments.size(); k++) {
      if (segments.path(k).has(READ_AS)) {
        readAs.put(k, segments.path(k).path(READ_AS).asText());
      }
    }
    return readAs;
  }

  private static List<PageSize> pages(JsonNode array) {
    List<PageSize> pages = new ArrayList<>();
    for (JsonNode page : array) {
      pages.add(
          new PageSize(
              page.path("page").asInt(),
              page.path("widthPixels").asInt(),
              page.path("heightPixels").asInt()));
    }
    return pages;
  }

  private static List<PlacedWord> words(JsonNode array) {
    List<PlacedWord> words = new ArrayList<>();
    for (JsonNode word : array) {
      List<PageBox> boxes = new ArrayList<>();
      for (JsonNode box : word.path("boxes")) {
        int page = box.path("page").asInt();
        String line = box.path("line").asText("p" + page + "y" + box.path("y").asInt());
        boxes.add(new PageBox(page, box(box), line));
      }
      words.add(
          new PlacedWord(
              word.path("start").asInt(),
              word.path("end").asInt(),
              word.path("confidence").asDouble(),
              boxes));
    }
    return words;
  }

  private static List<Furniture> pieces(JsonNode array) {
    List<Furniture> pieces = new ArrayList<>();
    for (JsonNode piece : array) {
      String text = piece.path("text").asText();
      pieces.add(
          new Furniture(
              piece.path("page").asInt(),
              piece.path("regionId").asText(),
              Furniture.Kind.of(piece.path("type").asText()),
              text,
              words(text, piece.path("boxes"))));
    }
    return pieces;
  }

  /** The words of a piece; boxes that are not one for each word all bear its whole text. */
  private static List<TranscribedWord> words(String text, JsonNode boxes) {
    String[] texts = text.split(" ", -1);
    List<TranscribedWord> words = new ArrayList<>();
    for (JsonNode box : boxes) {
      String word = texts.length == boxes.size() ? texts[words.size()] : text;
      words.add(new TranscribedWord(word, box(box), 0));
    }
    return words;
  }

  /** A box on a page, without the name of its line. */
  public static ObjectNode box(PageBox place) {
    ObjectNode json = NODES.objectNode().put("page", place.page());
    return put(json, place.box());
  }

  private static ObjectNode word(PlacedWord word) {
    ObjectNode json = NODES.objectNode();
    json.put("start", word.start());
    json.put("end", word.end());
    json.put("confidence", rounded(word.confidence()));
    ArrayNode boxes = json.putArray("boxes");
    word.boxes().forEach(place -> boxes.add(box(place).put("line", place.line())));
    return json;
  }

  private static ObjectNode furniture(Furniture piece) {
    ObjectNode json = NODES.objectNode();
    json.put("page", piece.page());
    json.put("regionId", piece.regionId());
    json.put("type", piece.kind().wireName());
    json.put("text", piece.text());
    ArrayNode boxes = json.putArray("boxes");
    for (TranscribedWord word : piece.words()) {
      boxes.add(put(NODES.objectNode(), word.box()));
    }
    return json;
  }

  private static ObjectNode put(ObjectNode json, Box box) {
    return json.put("x", box.x())
        .put("y", box.y())
        .put("width", box.width())
        .put("height", box.height());
  }

  private static Box box(JsonNode json) {
    return new Box(
        json.path("x").asInt(),
        json.path("y").asInt(),
        json.path("width").asInt(),
        json.path("height").asInt());
  }

  /** Four digits are more than any recogniser knows, and keep the files small. */
  public static double rounded(double confidence) {
    return Math.round(confidence * CONFIDENCE_STEPS) / CONFIDENCE_STEPS;
  }
}
