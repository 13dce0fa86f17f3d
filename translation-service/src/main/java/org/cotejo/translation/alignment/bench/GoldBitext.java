package org.cotejo.translation.alignment.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cotejo.translation.alignment.Passage;
import org.cotejo.translation.alignment.bench.AlignmentScore.Pair;
import org.cotejo.translation.segmentation.EditorialAnnotations;

/**
 * Two texts, a segment a line, and what is known of their alignment.
 *
 * @param name of the set
 * @param languages as its file {@code langs} has them; empty where it has none
 * @param source segments of the original
 * @param target segments of the translation
 * @param golds alignments that are equally right; none when nothing is known. There is more than
 *     one where a page stands twice: either copy may be linked
 */
record GoldBitext(
    String name,
    String languages,
    List<String> source,
    List<String> target,
    List<List<Pair>> golds) {
  private static final Pattern INDICES = Pattern.compile("\\[([^\\]]*)\\]");

  GoldBitext {
    source = List.copyOf(source);
    target = List.copyOf(target);
    golds = golds.stream().map(List::copyOf).toList();
  }

  static GoldBitext read(Path folder) throws IOException {
    Path gold = folder.resolve("gold.txt");
    Path languages = folder.resolve("langs");
    return new GoldBitext(
        folder.toAbsolutePath().normalize().getFileName().toString(),
        Files.exists(languages) ? Files.readString(languages).strip() : "",
        Files.readAllLines(folder.resolve("src.txt")),
        Files.readAllLines(folder.resolve("tgt.txt")),
        Files.exists(gold) ? List.of(pairs(gold)) : List.of());
  }

  /** The one gold of a set that is not damaged. */
  List<Pair> gold() {
    return golds.getFirst();
  }

  int segments() {
    return source.size() + target.size();
  }

  List<Passage> sourcePassages() {
    return passages(source);
  }

  List<Passage> targetPassages() {
    return passages(target);
  }

  private static List<Passage> passages(List<String> lines) {
    return lines.stream().map(line -> Passage.of(EditorialAnnotations.masked(line))).toList();
  }

  private static List<Pair> pairs(Path gold) throws IOException {
    List<Pair> pairs = new ArrayList<>();
    for (String line : Files.readAllLines(gold)) {
      Matcher sides = INDICES.matcher(line);
      if (sides.find()) {
        List<Integer> source = indices(sides.group(1));
        if (sides.find()) {
          pairs.add(new Pair(source, indices(sides.group(1))));
        }
      }
    }
    return pairs;
  }

  private static List<Integer> indices(String text) {
    List<Integer> indices = new ArrayList<>();
    for (String number : text.split(",", -1)) {
      if (!number.isBlank()) {
        indices.add(Integer.valueOf(number.strip()));
      }
    }
    return indices;
  }
}
