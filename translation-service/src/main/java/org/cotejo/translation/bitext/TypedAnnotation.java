package org.cotejo.translation.bitext;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.cotejo.translation.segmentation.EditorialAnnotation;
import org.cotejo.translation.segmentation.EditorialAnnotations;
import org.cotejo.translation.segmentation.Segment;

/**
 * An editorial annotation of a translation, told apart by where it comes from.
 *
 * @param annotation where it stands in the translation
 * @param type its kind; round brackets of the author are not those of the translator
 * @param segments indices of the segments of the translation that it touches, from 0, in order
 */
public record TypedAnnotation(EditorialAnnotation annotation, Type type, List<Integer> segments) {

  /** Where an annotation comes from. */
  public enum Type {
    /** Put in by the editor, in square brackets. */
    SQUARE,
    /** The author's own round brackets. */
    ROUND_IN_SOURCE,
    /** In round brackets that the original does not have. */
    ROUND_INSERTED,
    /** A remark on the text, such as {@code [i.e., draft-ed.]}. */
    NOTE;

    /** The name in files. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public TypedAnnotation {
    segments = List.copyOf(segments);
  }

  /** Types the annotations of a bitext, in order. */
  public static List<TypedAnnotation> of(Reading reading, Bitext bitext) {
    List<EditorialAnnotation> originals = EditorialAnnotations.find(reading.text().text());
    Set<EditorialAnnotation> authors = new HashSet<>();
    for (Link link : bitext.links()) {
      authors.addAll(ofAuthor(reading, originals, bitext, link));
    }
    List<TypedAnnotation> typed = new ArrayList<>();
    for (EditorialAnnotation annotation : bitext.annotations()) {
      Type type =
          switch (annotation.kind()) {
            case SQUARE -> Type.SQUARE;
            case NOTE -> Type.NOTE;
            case ROUND -> authors.contains(annotation) ? Type.ROUND_IN_SOURCE : Type.ROUND_INSERTED;
          };
      typed.add(new TypedAnnotation(annotation, type, touched(bitext.segments(), annotation)));
    }
    return List.copyOf(typed);
  }

  private static List<Integer> touched(List<Segment> segments, EditorialAnnotation annotation) {
    return IntStream.range(0, segments.size())
        .filter(k -> segments.get(k).start() < annotation.end())
        .filter(k -> segments.get(k).end() > annotation.start())
        .boxed()
        .toList();
  }

  private static List<EditorialAnnotation> ofAuthor(
      Reading reading, List<EditorialAnnotation> originals, Bitext bitext, Link link) {
    List<EditorialAnnotation> own =
        rounds(
            originals,
            reading.segments().get(link.source().getFirst()).start(),
            reading.segments().get(link.source().getLast()).end());
    List<EditorialAnnotation> others =
        rounds(
            bitext.annotations(),
            bitext.segments().get(link.target().getFirst()).start(),
            bitext.segments().get(link.target().getLast()).end());
    return RoundBrackets.kept(reading.text().text(), own, bitext.text(), others);
  }

  /** The round brackets that open in a stretch of text. */
  private static List<EditorialAnnotation> rounds(
      List<EditorialAnnotation> annotations, int start, int end) {
    return annotations.stream()
        .filter(found -> found.kind() == EditorialAnnotation.Kind.ROUND)
        .filter(found -> found.start() >= start && found.start() < end)
        .toList();
  }
}
