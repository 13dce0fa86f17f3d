package org.cotejo.translation.collation.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a bitext that people have aligned, as long as a paper of a few pages.
 *
 * @param name of the set and the part
 * @param languages of both sides
 * @param source sentences
 * @param target sentences
 * @param beads the gold, indices into the two lists
 */
record CleanBitext(
    String name,
    List<String> languages,
    List<String> source,
    List<String> target,
    List<GoldBead> beads) {
  private static final Pattern INDICES = Pattern.compile("\\[([^\\]]*)\\]:\\[([^\\]]*)\\]");

  /** Segments of both sides that people have put together; one side may be empty. */
  record GoldBead(List<Integer> source, List<Integer> target) {
    GoldBead {
      source = List.copyOf(source);
      target = List.copyOf(target);
    }

    boolean plain() {
      return source.size() == 1 && target.size() == 1;
    }
  }

  /** The set that this is a part of. */
  String set() {
    return name.substring(0, name.lastIndexOf('/'));
  }

  /**
   * Cuts a folder ({@code src.txt}, {@code tgt.txt}, {@code langs}, {@code gold.txt}) into parts.
   *
   * @param beadCount beads of each part; a last one of less than half is left out
   */
  static List<CleanBitext> read(Path folder, int beadCount) throws IOException {
    List<String> source = Files.readAllLines(folder.resolve("src.txt"));
    List<String> target = Files.readAllLines(folder.resolve("tgt.txt"));
    List<String> languages =
        List.of(Files.readString(folder.resolve("langs")).strip().split("\\s+", -1));
    List<GoldBead> gold = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("gold.txt"))) {
      Matcher sides = INDICES.matcher(line);
      if (sides.find()) {
        gold.add(new GoldBead(indices(sides.group(1)), indices(sides.group(2))));
      }
    }
    String name = folder.toAbsolutePath().normalize().getFileName().toString();
    List<CleanBitext> parts = new ArrayList<>();
    for (int from = 0; from < gold.size(); from += beadCount) {
      List<GoldBead> beads = gold.subList(from, Math.min(gold.size(), from + beadCount));
      if (beads.size() * 2 >= beadCount) {
        parts.add(part(name + "/" + (parts.size() + 1), languages, source, target, beads));
      }
    }
    return parts;
  }

  private static CleanBitext part(
      String name,
      List<String> languages,
      List<String> source,
      List<String> target,
      List<GoldBead> beads) {
    List<String> ours = new ArrayList<>();
    List<String> theirs = new ArrayList<>();
    List<GoldBead> renumbered = new ArrayList<>();
    for (GoldBead bead : beads) {
      renumbered.add(
          new GoldBead(take(bead.source(), source, ours), take(bead.target(), target, theirs)));
    }
    return new CleanBitext(name, languages, List.copyOf(ours), List.copyOf(theirs), renumbered);
  }

  private static List<Integer> take(List<Integer> indices, List<String> from, List<String> to) {
    List<Integer> taken = new ArrayList<>();
    for (int index : indices) {
      taken.add(to.size());
      to.add(from.get(index));
    }
    return taken;
  }

  private static List<Integer> indices(String text) {
    List<Integer> indices = new ArrayList<>();
    for (String number : text.split(",", -1)) {
      if (!number.isBlank()) {
        indices.add(Integer.parseInt(number.strip()));
      }
    }
    return indices;
  }
}
