package org.cotejo.ocr.surrogates.objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.cotejo.ocr.surrogates.TextLayer;

/**
 * The file of a page's text layer, {@code <page>.text.json} beside its surrogate: paragraphs of
 * lines of words, a word as {@code [text, x, y, width, height]} in pixels of the surrogate.
 */
public final class TextLayerJson {
  private static final String SCHEMA = "cotejo.text-layer.v1";

  private TextLayerJson() {}

  /** The key of the text beside that of the image. */
  public static String keyBeside(String imageKey) {
    if (!imageKey.endsWith(".png")) {
      throw new IllegalArgumentException("not the key of a surrogate: " + imageKey);
    }
    return imageKey.substring(0, imageKey.length() - ".png".length()) + ".text.json";
  }

  static ObjectNode of(JsonMapper mapper, TextLayer layer) {
    ObjectNode root = mapper.createObjectNode();
    root.put("schema", SCHEMA);
    root.put("scanned", layer.scanned());
    root.put("inkOutside", layer.inkOutside());
    root.put("wordsOnInk", layer.wordsOnInk());
    ArrayNode paragraphs = root.putArray("paragraphs");
    for (TextLayer.Paragraph paragraph : layer.paragraphs()) {
      ArrayNode lines = paragraphs.addArray();
      for (TextLayer.Line line : paragraph.lines()) {
        ArrayNode words = lines.addArray();
        line.words().forEach(word -> put(words.addArray(), word));
      }
    }
    return root;
  }

  /**
   * Reads what {@link #of} writes.
   *
   * @throws IllegalArgumentException when it is something else
   */
  public static TextLayer textLayer(JsonNode root) {
    if (!SCHEMA.equals(root.path("schema").asText())) {
      throw new IllegalArgumentException("no text layer: " + root.path("schema"));
    }
    List<TextLayer.Paragraph> paragraphs = new ArrayList<>();
    for (JsonNode paragraph : root.path("paragraphs")) {
      List<TextLayer.Line> lines = new ArrayList<>();
      for (JsonNode line : paragraph) {
        List<TextLayer.Word> words = new ArrayList<>();
        line.forEach(word -> words.add(word(word)));
        lines.add(new TextLayer.Line(words));
      }
      paragraphs.add(new TextLayer.Paragraph(lines));
    }
    return new TextLayer(
        paragraphs,
        root.path("scanned").asBoolean(),
        root.path("inkOutside").asDouble(),
        root.path("wordsOnInk").asDouble());
  }

  private static void put(ArrayNode target, TextLayer.Word word) {
    Rectangle2D place = word.place();
    target.add(word.text());
    // Tenths of a pixel are more than enough, and keep the file small.
    target.add(tenths(place.getX())).add(tenths(place.getY()));
    target.add(tenths(place.getWidth())).add(tenths(place.getHeight()));
  }

  private static TextLayer.Word word(JsonNode word) {
    return new TextLayer.Word(
        word.path(0).asText(),
        new Rectangle2D.Double(
            word.path(1).asDouble(),
            word.path(2).asDouble(),
            word.path(3).asDouble(),
            word.path(4).asDouble()));
  }

  private static double tenths(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
