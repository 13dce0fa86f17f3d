package org.cotejo.translation.bitext;

import java.util.List;
import org.cotejo.translation.segmentation.EditorialAnnotation;
import org.cotejo.translation.segmentation.Segment;

/**
 * A translation beside the original.
 *
 * @param sourceLanguage of the original
 * @param language of the translation
 * @param translator empty when not known
 * @param method how the links were made
 * @param text of the translation
 * @param segments of the translation
 * @param annotations that its editor put in
 * @param links in order
 * @param unlinkedSource indices of source segments without counterpart
 * @param unlinkedTarget indices of target segments without counterpart
 * @param handwork what people have set
 */
public record Bitext(
    String sourceLanguage,
    String language,
    String translator,
    Method method,
    String text,
    List<Segment> segments,
    List<EditorialAnnotation> annotations,
    List<Link> links,
    List<Integer> unlinkedSource,
    List<Integer> unlinkedTarget,
    Handwork handwork) {
  public Bitext {
    segments = List.copyOf(segments);
    annotations = List.copyOf(annotations);
    links = List.copyOf(links);
    unlinkedSource = List.copyOf(unlinkedSource);
    unlinkedTarget = List.copyOf(unlinkedTarget);
  }

  /** A bitext in which nobody has set anything. */
  public Bitext(
      String sourceLanguage,
      String language,
      String translator,
      Method method,
      String text,
      List<Segment> segments,
      List<EditorialAnnotation> annotations,
      List<Link> links,
      List<Integer> unlinkedSource,
      List<Integer> unlinkedTarget) {
    this(
        sourceLanguage,
        language,
        translator,
        method,
        text,
        segments,
        annotations,
        links,
        unlinkedSource,
        unlinkedTarget,
        Handwork.none());
  }

  /** Mean confidence of the links; 0 without any. */
  public double meanConfidence() {
    return links.stream().mapToDouble(Link::confidence).average().orElse(0);
  }
}
