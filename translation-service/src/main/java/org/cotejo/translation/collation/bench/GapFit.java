package org.cotejo.translation.collation.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.cotejo.translation.alignment.Aligner;
import org.cotejo.translation.alignment.AlignmentSettings;
import org.cotejo.translation.alignment.LexicalAligner;
import org.cotejo.translation.collation.GapLook;
import org.cotejo.translation.collation.GapLooks;

/**
 * {@code deploy/bench/collate --fit}: fits the weights by which the collation takes a sentence for
 * missing on the other side.
 *
 * <p>Sentences are deleted from the translation, or put into it out of a document far away, one at
 * a time, and the bitext is aligned, with an archive that has taught its words and without; the
 * sentence concerned is an example of one that is missing. Examples of the others are the sentences
 * of the bitexts as they are, less those that people linked to nothing.
 */
final class GapFit {
  private static final long SEED = 1893;
  private static final int SENTENCE = 25;

  private final PrintStream report;
  private final int planted;
  private final Aligner aligner = new LexicalAligner(AlignmentSettings.standard());
  private final List<GapExample> examples = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();

  /**
   * A fit.
   *
   * @param planted how many sentences are deleted from each document, and put into it
   */
  GapFit(PrintStream report, int planted) {
    this.report = report;
    this.planted = planted;
  }

  /**
   * Fits on all sets and measures by leaving each out in turn.
   *
   * @param out where the examples are written; an empty path for nowhere
   */
  void run(List<Path> sets, int beads, Path out) throws IOException {
    List<CleanBitext> parts = new ArrayList<>();
    for (Path set : sets) {
      parts.addAll(CleanBitext.read(set, beads));
    }
    Archive archive = new Archive(parts, aligner);
    for (int k = 0; k < parts.size(); k++) {
      CleanBitext clean = parts.get(k);
      List<String> strangers = strangers(parts, k);
      collect(clean, strangers, archive.without(clean), SEED + k);
      collect(clean, strangers, Archive.Known.NOTHING, SEED - 1 - k);
    }
    if (!out.toString().isEmpty()) {
      Files.createDirectories(out);
      Files.write(out.resolve("examples.tsv"), lines);
    }
    new GapReport(report, examples).print();
  }

  /**
   * Fits to what former runs have seen: the sets of a pair of languages may be run apart.
   *
   * @param seen files of examples
   */
  static void run(PrintStream report, List<Path> seen) throws IOException {
    List<GapExample> examples = new ArrayList<>();
    for (Path file : seen) {
      for (String line : Files.readAllLines(file)) {
        examples.add(GapExample.of(line));
      }
    }
    new GapReport(report, examples).print();
  }

  /** Long enough sentences of the document of the same languages that is farthest away. */
  private static List<String> strangers(List<CleanBitext> parts, int index) {
    return CollationBench.stranger(parts, index).target().stream()
        .filter(text -> text.length() > SENTENCE)
        .toList();
  }

  private void collect(CleanBitext clean, List<String> strangers, Archive.Known known, long seed) {
    Set<Integer> omitted = new HashSet<>();
    Set<Integer> added = new HashSet<>();
    List<CleanBitext.GoldBead> plain = new ArrayList<>();
    for (CleanBitext.GoldBead bead : clean.beads()) {
      if (bead.target().isEmpty()) {
        omitted.addAll(bead.source());
      } else if (bead.source().isEmpty()) {
        added.addAll(bead.target());
      } else if (bead.plain()
          && clean.source().get(bead.source().getFirst()).length() > SENTENCE
          && clean.target().get(bead.target().getFirst()).length() > SENTENCE) {
        plain.add(bead);
      }
    }
    PlainBitext asItIs =
        PlainBitext.aligned(aligner, known, clean.languages(), clean.source(), clean.target());
    standing(clean, asItIs, known, true, omitted);
    standing(clean, asItIs, known, false, added);
    Random random = new Random(seed);
    Collections.shuffle(plain, random);
    for (CleanBitext.GoldBead bead : plain.subList(0, Math.min(planted, plain.size()))) {
      int at = bead.target().getFirst();
      List<String> without = new ArrayList<>(clean.target());
      without.remove(at);
      missing(clean, without, known, true, bead.source().getFirst());
      List<String> with = new ArrayList<>(clean.target());
      with.add(at, strangers.get(random.nextInt(strangers.size())));
      missing(clean, with, known, false, at);
    }
  }

  private void standing(
      CleanBitext clean,
      PlainBitext bitext,
      Archive.Known known,
      boolean ofSource,
      Set<Integer> missing) {
    List<String> sentences = ofSource ? clean.source() : clean.target();
    for (GapLook look : GapLooks.of(bitext.reading(), bitext.bitext(), known.words(), ofSource)) {
      if (!missing.contains(look.segment())) {
        add(
            new GapExample(known.name(clean), ofSource, false, look),
            sentences.get(look.segment()));
      }
    }
  }

  private void missing(
      CleanBitext clean, List<String> target, Archive.Known known, boolean ofSource, int segment) {
    PlainBitext bitext =
        PlainBitext.aligned(aligner, known, clean.languages(), clean.source(), target);
    List<String> sentences = ofSource ? clean.source() : target;
    GapLooks.of(bitext.reading(), bitext.bitext(), known.words(), ofSource, segment)
        .ifPresent(
            look ->
                add(
                    new GapExample(known.name(clean), ofSource, true, look),
                    sentences.get(segment)));
  }

  private void add(GapExample example, String sentence) {
    examples.add(example);
    lines.add(example.line() + '\t' + sentence.strip());
  }
}
