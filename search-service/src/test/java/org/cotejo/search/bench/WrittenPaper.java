package org.cotejo.search.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cotejo.search.projection.Bitext;
import org.cotejo.search.projection.Box;
import org.cotejo.search.projection.ReadingText;

/** A paper for a bench, with the boxes that a page of typescript would have. */
public final class WrittenPaper {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int LINES = 45;
  private static final int COLUMNS = 60;
  private static final int LETTER = 25;
  private static final int LINE = 60;

  public final String id;
  public final ObjectNode record = JSON.objectNode();
  private final List<String> original = new ArrayList<>();
  private final List<String> translation = new ArrayList<>();

  /** By the offset of the word; others were read without doubt. */
  private final Map<Integer, Double> confidences = new HashMap<>();

  public WrittenPaper(String id, String title) {
    this.id = id;
    record.put("title", title);
    record.putArray("originalLanguages").add("es");
    record.putObject("access").put("level", "public");
  }

  /** Adds a sentence and, unless it is empty, its translation. */
  public WrittenPaper sentence(String spanish, String english) {
    original.add(spanish);
    translation.add(english);
    return this;
  }

  /**
   * Adds a sentence as it was read. A misread word has a confidence between .2 and .9, another one
   * between .6 and 1, so that neither is known by it.
   */
  public WrittenPaper misread(String truth, String read, String english, Random random) {
    String[] words = truth.split(" ", -1);
    String[] there = read.split(" ", -1);
    int offset = original.stream().mapToInt(sentence -> sentence.length() + 1).sum();
    for (int word = 0; word < there.length; word++) {
      double chance = random.nextDouble();
      boolean right = there[word].equals(words[word]);
      confidences.put(offset, right ? 0.6 + 0.4 * chance : 0.2 + 0.7 * chance);
      offset += there[word].length() + 1;
    }
    return sentence(read, english);
  }

  /** Says when it was written. */
  public WrittenPaper dated(int year, int month) {
    String text = "%04d-%02d".formatted(year, month);
    record
        .putObject("date")
        .put("edtf", text)
        .put("printed", text)
        .put("earliest", text + "-01")
        .put("latest", text + "-28");
    return this;
  }

  public boolean translated() {
    return translation.stream().anyMatch(sentence -> !sentence.isEmpty());
  }

  /** The event that the aligned paper comes with. */
  public ObjectNode aligned() {
    ObjectNode aligned = JSON.objectNode().put("pageCount", 1 + original.size() / 20);
    aligned.putArray("pages");
    aligned.putArray("pagesFailed");
    var bitexts = aligned.putArray("bitexts");
    if (translated()) {
      bitexts.addObject().put("language", "en");
    }
    return aligned;
  }

  public ReadingText text() {
    List<ReadingText.Word> words = new ArrayList<>();
    List<ReadingText.Segment> segments = new ArrayList<>();
    int offset = 0;
    int number = 0;
    for (String sentence : original) {
      segments.add(new ReadingText.Segment("s" + ++number, offset, offset + sentence.length()));
      for (String word : sentence.split(" ", -1)) {
        if (!word.isEmpty()) {
          words.add(
              new ReadingText.Word(
                  offset,
                  offset + word.length(),
                  List.of(box(offset, word)),
                  confidences.getOrDefault(offset, 1.0)));
        }
        offset += word.length() + 1;
      }
    }
    return new ReadingText("es", String.join(" ", original), words, segments);
  }

  private static ReadingText.LineBox box(int offset, String word) {
    int line = offset / COLUMNS;
    int page = 1 + line / LINES;
    Box box =
        new Box(
            page,
            150 + offset % COLUMNS * LETTER,
            200 + line % LINES * LINE,
            word.length() * LETTER,
            LINE / 2);
    return new ReadingText.LineBox(box, "p" + page + "l" + line % LINES);
  }

  public List<Bitext> bitexts() {
    if (!translated()) {
      return List.of();
    }
    List<ReadingText.Segment> segments = new ArrayList<>();
    List<Bitext.Link> links = new ArrayList<>();
    int offset = 0;
    for (int number = 1; number <= translation.size(); number++) {
      int length = translation.get(number - 1).length();
      segments.add(new ReadingText.Segment("t" + number, offset, offset + length));
      links.add(new Bitext.Link(List.of("s" + number), List.of("t" + number), 0.9));
      offset += length + 1;
    }
    return List.of(new Bitext("en", String.join(" ", translation), segments, links));
  }
}
