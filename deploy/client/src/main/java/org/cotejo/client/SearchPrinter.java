package org.cotejo.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * Prints a search answer for people: original left, translation right, marked words, pages and
 * boxes below.
 */
final class SearchPrinter {

  private static final String MARK_ON = "\033[1;4m";
  private static final String MARK_OFF = "\033[0m";

  private final PrintWriter output;
  private final int columnWidth;
  private final boolean styled;

  /**
   * Prints to a place of a known width.
   *
   * @param styled marks by terminal codes; otherwise by asterisks
   */
  SearchPrinter(PrintWriter output, int columns, boolean styled) {
    this.output = output;
    this.columnWidth = (columns - 7) / 2;
    this.styled = styled;
  }

  void print(JsonNode answer) {
    long total = answer.path("total").asLong();
    output.println(total + (total == 1 ? " document" : " documents"));
    int number = 0;
    for (JsonNode hit : answer.path("hits")) {
      number++;
      output.println();
      output.println(number + ". " + hit.path("title").asText());
      output.println("   " + about(hit));
      for (JsonNode passage : hit.path("passages")) {
        passage(passage);
      }
    }
    if (answer.hasNonNull("next")) {
      output.println();
      output.println("more: --cursor " + answer.path("next").asText());
    }
  }

  private static String about(JsonNode hit) {
    StringJoiner about = new StringJoiner(" · ");
    about.add(hit.path("documentId").asText());
    JsonNode date = hit.path("date");
    addText(about, date.hasNonNull("printed") ? date.path("printed") : date.path("edtf"));
    addText(about, hit.path("collection"));
    return about.toString();
  }

  private static void addText(StringJoiner joiner, JsonNode value) {
    if (value.isTextual() && !value.asText().isEmpty()) {
      joiner.add(value.asText());
    }
  }

  private void passage(JsonNode passage) {
    List<JsonNode> counterparts = new ArrayList<>();
    passage.path("counterparts").forEach(counterparts::add);
    boolean inOriginal = passage.path("role").asText().equals("original");
    JsonNode empty = passage.path("counterparts").path(0);
    JsonNode first = counterparts.isEmpty() ? empty : counterparts.getFirst();
    beside(inOriginal ? passage : first, inOriginal ? first : passage);
    for (int index = 1; index < counterparts.size(); index++) {
      beside(empty.path("none"), counterparts.get(index));
    }
    output.println("   " + places(passage));
  }

  private void beside(JsonNode left, JsonNode right) {
    List<String> leftLines = lines(left);
    List<String> rightLines = lines(right);
    output.println();
    for (int line = 0; line < Math.max(leftLines.size(), rightLines.size()); line++) {
      String leftLine = line < leftLines.size() ? leftLines.get(line) : "";
      String rightLine = line < rightLines.size() ? rightLines.get(line) : "";
      output.println(
          "   "
              + leftLine
              + " ".repeat(Math.max(0, columnWidth - visible(leftLine)))
              + " │ "
              + rightLine);
    }
  }

  private List<String> lines(JsonNode side) {
    List<String> lines = new ArrayList<>();
    if (!side.path("text").isTextual()) {
      return lines;
    }
    StringBuilder line = new StringBuilder("[" + side.path("language").asText() + "]");
    boolean marked = false;
    for (String word : marked(side).split("\\s+", -1)) {
      if (visible(line.toString()) + 1 + visible(word) > columnWidth) {
        lines.add(line + (marked && styled ? MARK_OFF : ""));
        line = new StringBuilder(marked && styled ? MARK_ON : "").append(word);
      } else {
        line.append(' ').append(word);
      }
      marked = stillMarked(word, marked);
    }
    lines.add(line.toString());
    return lines;
  }

  /** Whether a mark goes on after a word: a mark over several words may be broken between lines. */
  private boolean stillMarked(String word, boolean before) {
    int on = word.lastIndexOf(MARK_ON);
    int off = word.lastIndexOf(MARK_OFF);
    return styled && (on == off ? before : on > off);
  }

  private String marked(JsonNode side) {
    String text = side.path("text").asText();
    StringBuilder marked = new StringBuilder();
    int from = 0;
    for (JsonNode mark : side.path("marks")) {
      int start = Math.clamp(mark.path("start").asInt(), from, text.length());
      int end = Math.clamp(mark.path("end").asInt(), start, text.length());
      marked.append(text, from, start).append(styled ? MARK_ON : "*");
      marked.append(text, start, end).append(styled ? MARK_OFF : "*");
      from = end;
    }
    return marked.append(text.substring(from)).toString();
  }

  /** Where the marked words stand; without any, where the passage stands. */
  private static String places(JsonNode passage) {
    JsonNode boxes =
        passage.path("markBoxes").isEmpty() ? passage.path("boxes") : passage.path("markBoxes");
    StringJoiner places = new StringJoiner("  ");
    int page = 0;
    for (JsonNode box : boxes) {
      if (box.path("page").asInt() != page) {
        page = box.path("page").asInt();
        places.add("page " + page);
      }
      places.add(
          "[%d,%d %d×%d]"
              .formatted(
                  box.path("x").asInt(),
                  box.path("y").asInt(),
                  box.path("width").asInt(),
                  box.path("height").asInt()));
    }
    return places.toString();
  }

  private static int visible(String text) {
    return text.replaceAll("\033\\[[0-9;]*m", "").length();
  }
}
