package org.cotejo.translation.collation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cotejo.translation.bitext.Bitext;
import org.cotejo.translation.bitext.Link;
import org.cotejo.translation.bitext.Reading;
import org.cotejo.translation.segmentation.EditorialAnnotation;
import org.cotejo.translation.segmentation.EditorialAnnotations;

/**
 * An editorial annotation of a translation, told apart by where it comes from.
 *
 * @param annotation where it stands in the translation
 * @param type its kind; round brackets of the author are not those of the translator
 */
public record TypedAnnotation(EditorialAnnotation annotation, Type type) {

  /** Where an annotation comes from. */
  public enum Type {
    SQUARE,
    ROUND_IN_SOURCE,
    ROUND_INSERTED,
    NOTE;

    /** The name in files. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Types the annotations of a bitext, in order. */
  public static List<TypedAnnotation> of(Reading reading, Bitext bitext) {
    List<TypedAnnotation> typed = new ArrayList<>();
    for (EditorialAnnotation annotation : bitext.annotations()) {
      typed.add(
          new TypedAnnotation(
              annotation,
              switch (annotation.kind()) {
                case SQUARE -> Type.SQUARE;
                case NOTE -> Type.NOTE;
                case ROUND ->
                    inSource(reading, bitext, annotation)
                        ? Type.ROUND_IN_SOURCE
                        : Type.ROUND_INSERTED;
              }));
    }
    return List.copyOf(typed);
  }

  /** Whether the original has as many round brackets in the link as the translation up to here. */
  private static boolean inSource(Reading reading, Bitext bitext, EditorialAnnotation annotation) {
    for (Link link : bitext.links()) {
      int start = bitext.segments().get(link.target().getFirst()).start();
      int end = bitext.segments().get(link.target().getLast()).end();
      if (annotation.start() >= start && annotation.start() < end) {
        long before =
            bitext.annotations().stream()
                .filter(other -> other.kind() == EditorialAnnotation.Kind.ROUND)
                .filter(other -> other.start() >= start && other.start() <= annotation.start())
                .count();
        String source =
            reading
                .text()
                .text()
                .substring(
                    reading.segments().get(link.source().getFirst()).start(),
                    reading.segments().get(link.source().getLast()).end());
        return rounds(source) >= before;
      }
    }
    return false;
  }

  private static long rounds(String text) {
    return EditorialAnnotations.find(text).stream()
        .filter(found -> found.kind() == EditorialAnnotation.Kind.ROUND)
        .count();
  }
}
