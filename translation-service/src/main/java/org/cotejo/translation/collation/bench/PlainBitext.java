package org.cotejo.translation.collation.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cotejo.translation.alignment.Aligner;
import org.cotejo.translation.alignment.Bead;
import org.cotejo.translation.alignment.FixedLinks;
import org.cotejo.translation.alignment.Passage;
import org.cotejo.translation.bitext.Bitext;
import org.cotejo.translation.bitext.Link;
import org.cotejo.translation.bitext.Method;
import org.cotejo.translation.bitext.Reading;
import org.cotejo.translation.reading.ReadingText;
import org.cotejo.translation.segmentation.EditorialAnnotations;
import org.cotejo.translation.segmentation.Segment;
import org.cotejo.translation.segmentation.SegmentKind;

/**
 * Two lists of sentences as the service has them after alignment; without pages.
 *
 * @param reading the original
 * @param bitext the translation with its links
 */
record PlainBitext(Reading reading, Bitext bitext) {

  /** Aligns sentences, knowing what the archive teaches. */
  static PlainBitext aligned(
      Aligner aligner,
      Archive.Known known,
      List<String> languages,
      List<String> source,
      List<String> target) {
    StringBuilder text = new StringBuilder();
    List<Segment> segments = segments(source, text);
    Reading reading =
        new Reading(
            new ReadingText(text.toString(), List.of(), List.of(), List.of(), List.of()),
            segments,
            segments.stream().map(segment -> 1).toList());
    StringBuilder translation = new StringBuilder();
    List<Segment> translated = segments(target, translation);
    List<Link> links = new ArrayList<>();
    List<Integer> omitted = new ArrayList<>();
    List<Integer> added = new ArrayList<>();
    for (Bead bead :
        aligner.align(passages(source), passages(target), known.prior(), FixedLinks.NONE).beads()) {
      List<Integer> ours = range(bead.sourceStart(), bead.sourceEnd());
      List<Integer> theirs = range(bead.targetStart(), bead.targetEnd());
      if (bead.linked()) {
        links.add(new Link(ours, theirs, bead.confidence()));
      } else {
        omitted.addAll(ours);
        added.addAll(theirs);
      }
    }
    return new PlainBitext(
        reading,
        new Bitext(
            languages.get(0),
            languages.get(1),
            "",
            new Method("lexical", "bench", "bench"),
            translation.toString(),
            translated,
            EditorialAnnotations.find(translation.toString()),
            links,
            omitted,
            added));
  }

  static List<Passage> passages(List<String> sentences) {
    return sentences.stream()
        .map(sentence -> Passage.of(EditorialAnnotations.masked(sentence)))
        .toList();
  }

  /** Puts sentences into a text, a line each. */
  private static List<Segment> segments(List<String> sentences, StringBuilder text) {
    List<Segment> segments = new ArrayList<>();
    for (String sentence : sentences) {
      int start = text.length();
      text.append(sentence.isBlank() ? "-" : sentence.strip());
      segments.add(new Segment(start, text.length(), SegmentKind.SENTENCE, segments.size() + 1));
      text.append('\n');
    }
    return List.copyOf(segments);
  }

  private static List<Integer> range(int start, int end) {
    return IntStream.range(start, end).boxed().toList();
  }
}
