package org.cotejo.samples;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes what the renderer knows for certain: where each word stands and which sentences belong
 * together.
 */
final class GroundTruth {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Path folder;

  GroundTruth(Path folder) {
    this.folder = folder;
  }

  /**
   * {@code words.json}: one row a word, {@code [page, line, role, text, x, y, width, height]}, and
   * the skew of each page.
   */
  void words(Style style, int pageCount, List<TypedWord> words) throws IOException {
    StringBuilder json = new StringBuilder(words.size() * 60);
    json.append("{\n\"pages\": [\n");
    for (int page = 1; page <= pageCount; page++) {
      json.append("  {\"page\": ").append(page);
      json.append(", \"widthPixels\": ").append(PageRenderer.WIDTH_PIXELS);
      json.append(", \"heightPixels\": ").append(PageRenderer.HEIGHT_PIXELS);
      json.append(", \"skewDegrees\": ").append(style.skewDegrees(page - 1));
      json.append(page < pageCount ? "},\n" : "}\n");
    }
    json.append(
        "],\n\"columns\": [\"page\", \"line\", \"role\", \"text\", \"x\", \"y\", \"width\", \"height\"],\n\"words\": [\n");
    for (int index = 0; index < words.size(); index++) {
      TypedWord word = words.get(index);
      TypedWord.Box box = word.box();
      json.append("  ");
      json.append(
          JSON.writer()
              .without(SerializationFeature.INDENT_OUTPUT)
              .writeValueAsString(
                  List.of(
                      word.page(),
                      word.line(),
                      word.role(),
                      word.text(),
                      box.x(),
                      box.y(),
                      box.width(),
                      box.height())));
      json.append(index < words.size() - 1 ? ",\n" : "\n");
    }
    json.append("]\n}\n");
    Files.writeString(folder.resolve("words.json"), json);
  }

  /** {@code transcription.txt}: the typed lines, furniture included, a form feed between pages. */
  void transcription(List<TypedWord> words) throws IOException {
    StringBuilder text = new StringBuilder();
    int page = 1;
    int line = 0;
    for (TypedWord word : words) {
      if (word.page() != page) {
        text.append("\n\f\n");
        page = word.page();
        line = word.line();
      } else if (word.line() != line) {
        if (line > 0) {
          text.append('\n');
        }
        line = word.line();
      } else {
        text.append(' ');
      }
      text.append(word.text());
    }
    Files.writeString(folder.resolve("transcription.txt"), text.append('\n'));
  }

  /**
   * {@code links.json}: the links as a person sees them; a side without sentences means omitted or
   * added.
   */
  void links(String language, Sentences original, Sentences translation) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("language", language);
    ArrayNode links = root.putArray("links");
    Set<Integer> groups = new LinkedHashSet<>();
    original.all().forEach(sentence -> groups.add(sentence.group()));
    translation.all().forEach(sentence -> groups.add(sentence.group()));
    for (int group : groups) {
      ObjectNode link = links.addObject();
      TreeSet<Integer> pages = new TreeSet<>();
      ArrayNode source = link.putArray("source");
      for (Sentences.Sentence sentence : of(original, group)) {
        source.add(sentence.text());
        pages.addAll(sentence.pages());
      }
      ArrayNode target = link.putArray("target");
      of(translation, group).forEach(sentence -> target.add(sentence.text()));
      ArrayNode onPages = link.putArray("pages");
      pages.forEach(onPages::add);
    }
    Files.writeString(
        folder.resolve("links." + language + ".json"), JSON.writeValueAsString(root) + "\n");
  }

  private static List<Sentences.Sentence> of(Sentences sentences, int group) {
    return sentences.all().stream().filter(sentence -> sentence.group() == group).toList();
  }
}
