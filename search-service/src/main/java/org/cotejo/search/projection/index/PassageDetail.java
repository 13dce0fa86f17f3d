package org.cotejo.search.projection.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.cotejo.search.projection.Box;
import org.cotejo.search.projection.Passage;
import org.cotejo.search.projection.WordPairs;

/**
 * What is shown of a passage and not searched: its segments, boxes, words and counterparts.
 *
 * <p>It stands in the index as one string of JSON with bare numbers: Elasticsearch reads the whole
 * document for each that it shows, and a string costs it a small part of what a tree of boxes does.
 *
 * @param boxes of the original, one a line
 * @param words with their boxes
 * @param counterparts the same in other languages
 */
public record PassageDetail(
    List<String> segments,
    List<Box> boxes,
    List<Passage.PlacedWord> words,
    List<Passage.Counterpart> counterparts) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Numbers of a box: page, x, y, width, height. */
  private static final int BOX = 5;

  /** Numbers of a pair of words: start and end here, start and end there. */
  private static final int PAIR = 4;

  public PassageDetail {
    segments = List.copyOf(segments);
    boxes = List.copyOf(boxes);
    words = List.copyOf(words);
    counterparts = List.copyOf(counterparts);
  }

  static String write(Passage passage) {
    ObjectNode detail = JsonNodeFactory.instance.objectNode();
    strings(detail.putArray("segments"), passage.segments());
    passage.boxes().forEach(box -> box(detail.withArray("boxes"), box));
    ArrayNode words = detail.putArray("words");
    for (Passage.PlacedWord word : passage.words()) {
      words.add(word.start()).add(word.end()).add(word.boxes().size());
      word.boxes().forEach(box -> box(words, box));
    }
    ArrayNode counterparts = detail.putArray("counterparts");
    for (Passage.Counterpart counterpart : passage.counterparts()) {
      ObjectNode other =
          counterparts
              .addObject()
              .put("role", role(counterpart.role()))
              .put("language", counterpart.language())
              .put("text", counterpart.text());
      strings(other.putArray("segments"), counterpart.segments());
      ArrayNode pairs = other.putArray("pairs");
      for (WordPairs.Pair pair : counterpart.pairs()) {
        pairs.add(pair.start()).add(pair.end()).add(pair.otherStart()).add(pair.otherEnd());
      }
    }
    return detail.toString();
  }

  /**
   * Reads what stands in the index; an index that an earlier version filled has trees there.
   *
   * @throws IllegalArgumentException when it is neither
   */
  public static PassageDetail read(JsonNode stored) {
    if (stored.isObject()) {
      return former(stored);
    }
    try {
      JsonNode detail = JSON.readTree(stored.asText());
      return new PassageDetail(
          strings(detail.path("segments")),
          boxes(detail.path("boxes"), 0, detail.path("boxes").size() / BOX),
          words(detail.path("words")),
          counterparts(detail.path("counterparts")));
    } catch (JsonProcessingException invalid) {
      throw new IllegalArgumentException("no detail of a passage", invalid);
    }
  }

  private static List<Passage.PlacedWord> words(JsonNode numbers) {
    List<Passage.PlacedWord> words = new ArrayList<>();
    int at = 0;
    while (at + 3 <= numbers.size()) {
      int count = numbers.get(at + 2).asInt();
      words.add(
          new Passage.PlacedWord(
              numbers.get(at).asInt(), numbers.get(at + 1).asInt(), boxes(numbers, at + 3, count)));
      at += 3 + count * BOX;
    }
    return words;
  }

  private static List<Box> boxes(JsonNode numbers, int from, int count) {
    List<Box> boxes = new ArrayList<>();
    for (int at = from; at < from + count * BOX; at += BOX) {
      boxes.add(
          new Box(
              numbers.path(at).asInt(),
              numbers.path(at + 1).asInt(),
              numbers.path(at + 2).asInt(),
              numbers.path(at + 3).asInt(),
              numbers.path(at + 4).asInt()));
    }
    return boxes;
  }

  private static PassageDetail former(JsonNode detail) {
    List<Passage.PlacedWord> words = new ArrayList<>();
    for (JsonNode word : detail.path("words")) {
      words.add(
          new Passage.PlacedWord(
              word.path("start").asInt(),
              word.path("end").asInt(),
              formerBoxes(word.path("boxes"))));
    }
    return new PassageDetail(
        strings(detail.path("segments")),
        formerBoxes(detail.path("boxes")),
        words,
        counterparts(detail.path("counterparts")));
  }

  private static List<Box> formerBoxes(JsonNode array) {
    List<Box> boxes = new ArrayList<>();
    for (JsonNode box : array) {
      boxes.add(
          new Box(
              box.path("page").asInt(),
              box.path("x").asInt(),
              box.path("y").asInt(),
              box.path("width").asInt(),
              box.path("height").asInt()));
    }
    return boxes;
  }

  private static List<Passage.Counterpart> counterparts(JsonNode array) {
    List<Passage.Counterpart> counterparts = new ArrayList<>();
    for (JsonNode counterpart : array) {
      counterparts.add(
          new Passage.Counterpart(
              Passage.Role.valueOf(counterpart.path("role").asText().toUpperCase(Locale.ROOT)),
              counterpart.path("language").asText(),
              counterpart.path("text").asText(),
              strings(counterpart.path("segments")),
              pairs(counterpart.path("pairs"))));
    }
    return counterparts;
  }

  private static List<WordPairs.Pair> pairs(JsonNode numbers) {
    List<WordPairs.Pair> pairs = new ArrayList<>();
    for (int at = 0; at + PAIR <= numbers.size(); at += PAIR) {
      pairs.add(
          new WordPairs.Pair(
              numbers.get(at).asInt(),
              numbers.get(at + 1).asInt(),
              numbers.get(at + 2).asInt(),
              numbers.get(at + 3).asInt()));
    }
    return pairs;
  }

  private static void box(ArrayNode numbers, Box box) {
    numbers.add(box.page()).add(box.x()).add(box.y()).add(box.width()).add(box.height());
  }

  private static void strings(ArrayNode array, Collection<String> values) {
    values.forEach(array::add);
  }

  private static List<String> strings(JsonNode array) {
    List<String> strings = new ArrayList<>();
    array.forEach(value -> strings.add(value.asText()));
    return strings;
  }

  /** As it stands in the index. */
  public static String role(Passage.Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }
}
