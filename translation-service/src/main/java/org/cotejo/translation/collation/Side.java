package org.cotejo.translation.collation;

import java.util.List;
import java.util.Locale;
import org.cotejo.translation.segmentation.EditorialAnnotation;
import org.cotejo.translation.segmentation.EditorialAnnotations;
import org.cotejo.translation.segmentation.Segment;

/**
 * One of the two texts.
 *
 * @param prefix of its segment ids
 * @param language its primary subtag, lower case
 * @param text as it stands
 * @param compared the text with editors' insertions blanked out, the same offsets
 * @param segments in order
 */
record Side(String prefix, String language, String text, String compared, List<Segment> segments) {

  static Side of(String prefix, String tag, String text, List<Segment> segments) {
    StringBuilder compared = new StringBuilder(text);
    for (EditorialAnnotation annotation : EditorialAnnotations.find(text)) {
      if (annotation.kind() != EditorialAnnotation.Kind.ROUND) {
        for (int at = annotation.start(); at < annotation.end(); at++) {
          compared.setCharAt(at, ' ');
        }
      }
    }
    return new Side(
        prefix, Locale.forLanguageTag(tag).getLanguage(), text, compared.toString(), segments);
  }

  /** The same with other words to compare; they have the same offsets. */
  Side compared(String other) {
    return new Side(prefix, language, text, other, segments);
  }

  String textOf(int segment) {
    return text.substring(segments.get(segment).start(), segments.get(segment).end());
  }

  String id(int segment) {
    return prefix + (segment + 1);
  }
}
