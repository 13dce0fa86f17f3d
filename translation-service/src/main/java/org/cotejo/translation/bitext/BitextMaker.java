package org.cotejo.translation.bitext;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cotejo.translation.alignment.Aligner;
import org.cotejo.translation.alignment.Alignment;
import org.cotejo.translation.alignment.Bead;
import org.cotejo.translation.alignment.FixedLinks;
import org.cotejo.translation.alignment.Passage;
import org.cotejo.translation.correction.CorrectedTranslation;
import org.cotejo.translation.reading.Paragraph;
import org.cotejo.translation.reading.ReadingText;
import org.cotejo.translation.reading.ReadingTextBuilder;
import org.cotejo.translation.reading.RegionType;
import org.cotejo.translation.reading.TranscribedPage;
import org.cotejo.translation.segmentation.CutText;
import org.cotejo.translation.segmentation.EditorialAnnotations;
import org.cotejo.translation.segmentation.ParagraphSpan;
import org.cotejo.translation.segmentation.PlainText;
import org.cotejo.translation.segmentation.Segment;
import org.cotejo.translation.segmentation.SegmentKind;
import org.cotejo.translation.segmentation.Segmenter;
import org.cotejo.translation.segmentation.TranslatedText;

/** Reads an original out of its pages, and sets a translation beside it. */
public final class BitextMaker {
  private final ReadingTextBuilder builder = new ReadingTextBuilder();
  private final Segmenter segmenter;
  private final Aligner aligner;
  private final Method method;

  /**
   * A maker.
   *
   * @param method says how the aligner works
   */
  public BitextMaker(Segmenter segmenter, Aligner aligner, Method method) {
    this.segmenter = segmenter;
    this.aligner = aligner;
    this.method = method;
  }

  /**
   * Reads the original.
   *
   * @param language of most of its text, BCP 47
   * @param parts pages of the document's parts in order; none when it is one part
   */
  public Reading read(List<TranscribedPage> pages, String language, List<PageRange> parts) {
    ReadingText text = builder.build(pages);
    List<ParagraphSpan> spans = text.paragraphs().stream().map(BitextMaker::span).toList();
    List<Segment> segments = segmenter.segment(text.text(), spans, language);
    return new Reading(
        text, segments, segments.stream().map(segment -> partOf(segment, text, parts)).toList());
  }

  /** Sets a translation beside the original; nothing is known of the words. */
  public Bitext align(
      Reading reading, String sourceLanguage, PlainText translation, TranslationFile file) {
    return align(
        reading,
        sourceLanguage,
        file,
        new CorrectedTranslation(
            cut(translation, file.language()), FixedLinks.NONE, Handwork.none()),
        Lexica.Known.NOTHING);
  }

  /** Cuts a translation into segments; one that comes in segments stays as it is. */
  public CutText cut(TranslatedText translation, String language) {
    return switch (translation) {
      case CutText cut -> cut;
      case PlainText plain ->
          new CutText(plain.text(), segmenter.segment(plain.text(), plain.paragraphs(), language));
    };
  }

  /**
   * Sets a translation beside the original, around the links that people have set, with what the
   * archive knows of the words.
   */
  public Bitext align(
      Reading reading,
      String sourceLanguage,
      TranslationFile file,
      CorrectedTranslation set,
      Lexica.Known known) {
    CutText translation = set.text();
    Alignment alignment =
        aligner.align(
            passages(reading.text().text(), reading.segments()),
            passages(translation.text(), translation.segments()),
            known.prior(),
            set.links());
    Set<Integer> byHand =
        set.links().beads().stream()
            .filter(Bead::linked)
            .map(Bead::sourceStart)
            .collect(Collectors.toSet());
    List<Link> links = new ArrayList<>();
    List<Integer> unlinkedSource = new ArrayList<>();
    List<Integer> unlinkedTarget = new ArrayList<>();
    for (Bead bead : alignment.beads()) {
      List<Integer> source = range(bead.sourceStart(), bead.sourceEnd());
      List<Integer> target = range(bead.targetStart(), bead.targetEnd());
      if (bead.linked()) {
        links.add(new Link(source, target, bead.confidence(), byHand.contains(bead.sourceStart())));
      } else {
        unlinkedSource.addAll(source);
        unlinkedTarget.addAll(target);
      }
    }
    return new Bitext(
        sourceLanguage,
        file.language(),
        file.translator(),
        method.with(known.name()),
        translation.text(),
        translation.segments(),
        EditorialAnnotations.find(translation.text()),
        links,
        unlinkedSource,
        unlinkedTarget,
        set.handwork());
  }

  private static ParagraphSpan span(Paragraph paragraph) {
    return new ParagraphSpan(paragraph.start(), paragraph.end(), kind(paragraph.type()));
  }

  private static SegmentKind kind(RegionType type) {
    return switch (type) {
      case HEADING -> SegmentKind.HEADING;
      case DATE_LINE -> SegmentKind.DATE;
      case ADDRESS -> SegmentKind.ADDRESS;
      case SIGNATURE -> SegmentKind.SIGNATURE;
      case BODY, TABLE, UNKNOWN, LETTERHEAD, PAGE_NUMBER, STAMP, MARGINAL_NOTE ->
          SegmentKind.SENTENCE;
    };
  }

  private static int partOf(Segment segment, ReadingText text, List<PageRange> parts) {
    int page = text.wordsIn(segment.start(), segment.end()).getFirst().page();
    for (int part = 0; part < parts.size(); part++) {
      if (parts.get(part).holds(page)) {
        return part + 1;
      }
    }
    return 1;
  }

  /** The segments as the aligner sees them, editorial annotations blanked out. */
  private static List<Passage> passages(String text, List<Segment> segments) {
    String masked = EditorialAnnotations.masked(text);
    List<Passage> passages = new ArrayList<>();
    int paragraphBefore = 0;
    for (Segment segment : segments) {
      String visible = masked.substring(segment.start(), segment.end());
      passages.add(
          new Passage(
              visible.isBlank() ? text.substring(segment.start(), segment.end()) : visible,
              segment.paragraph() != paragraphBefore,
              standsAlone(segment.kind())));
      paragraphBefore = segment.paragraph();
    }
    return passages;
  }

  private static boolean standsAlone(SegmentKind kind) {
    return switch (kind) {
      case HEADING, ADDRESS, DATE, SALUTATION, SIGNATURE -> true;
      case SENTENCE, OTHER -> false;
    };
  }

  private static List<Integer> range(int start, int end) {
    return IntStream.range(start, end).boxed().toList();
  }
}
