package org.cotejo.translation.transcription.objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cotejo.translation.bitext.objects.TranscriptionJson;
import org.cotejo.translation.reading.Box;
import org.cotejo.translation.reading.Placement;
import org.cotejo.translation.reading.TranscribedLine;
import org.cotejo.translation.reading.TranscribedPage;
import org.cotejo.translation.reading.TranscribedRegion;
import org.cotejo.translation.reading.TranscribedWord;
import org.cotejo.translation.transcription.Engine;
import org.cotejo.translation.transcription.PageTranscription;

/** A whole {@code cotejo.transcription.v1}, with what it says of its making. */
public final class PageTranscriptionJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private PageTranscriptionJson() {}

  /**
   * The transcription that a file holds.
   *
   * @param page its number in the document, which the file does not know
   * @throws org.cotejo.translation.bitext.objects.MalformedFile when it breaks its schema
   */
  public static PageTranscription read(JsonNode file, int page) {
    return new PageTranscription(
        TranscriptionJson.read(file, page),
        file.path("page").path("surrogateDigest").asText(),
        engine(file.path("engine")),
        texts(file.path("languages")),
        file.path("meanConfidence").asDouble(),
        file.path("needsReview").asBoolean());
  }

  /** Writes what {@link #read} reads. */
  public static ObjectNode write(PageTranscription transcription) {
    ObjectNode file = NODES.objectNode().put("schema", TranscriptionJson.SCHEMA);
    TranscribedPage page = transcription.page();
    file.putObject("page")
        .put("widthPixels", page.widthPixels())
        .put("heightPixels", page.heightPixels())
        .put("surrogateDigest", transcription.surrogateDigest());
    Engine engine = transcription.engine();
    ObjectNode maker = file.putObject("engine").put("name", engine.name());
    maker.put("version", engine.version()).put("fingerprint", engine.fingerprint());
    ObjectNode parameters = maker.putObject("parameters");
    engine.parameters().forEach(parameters::put);
    ArrayNode models = maker.putArray("languages");
    engine.languages().forEach(models::add);
    ArrayNode languages = file.putArray("languages");
    transcription.languages().forEach(languages::add);
    file.put("meanConfidence", transcription.meanConfidence());
    file.put("needsReview", transcription.needsReview());
    ArrayNode regions = file.putArray("regions");
    transcription.regions().forEach(region -> regions.add(region(region)));
    return file;
  }

  private static ObjectNode region(TranscribedRegion region) {
    ObjectNode json = NODES.objectNode().put("id", region.id());
    json.put("type", region.type().wireName());
    json.set("box", box(PageTranscription.boxOf(region)));
    json.put("readingOrder", region.readingOrder());
    ArrayNode lines = json.putArray("lines");
    for (TranscribedLine line : region.lines()) {
      ObjectNode lineJson = lines.addObject().put("id", line.id());
      lineJson.set("box", box(line.box()));
      ArrayNode words = lineJson.putArray("words");
      for (TranscribedWord word : line.words()) {
        ObjectNode wordJson = words.addObject().put("id", line.id() + "w" + (words.size() + 1));
        wordJson.put("text", word.text());
        wordJson.set("box", box(word.box()));
        wordJson.put("confidence", word.confidence());
        if (word.placement() != Placement.READ) {
          wordJson.put("placement", word.placement().wireName());
        }
      }
    }
    return json;
  }

  private static ObjectNode box(Box box) {
    return NODES
        .objectNode()
        .put("x", box.x())
        .put("y", box.y())
        .put("width", box.width())
        .put("height", box.height());
  }

  private static Engine engine(JsonNode json) {
    SortedMap<String, String> parameters = new TreeMap<>();
    json.path("parameters")
        .properties()
        .forEach(entry -> parameters.put(entry.getKey(), entry.getValue().asText()));
    return new Engine(
        json.path("name").asText(),
        json.path("version").asText(),
        json.path("fingerprint").asText(),
        parameters,
        texts(json.path("languages")));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
