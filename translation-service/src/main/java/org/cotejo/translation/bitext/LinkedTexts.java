package org.cotejo.translation.bitext;

import java.util.List;
import org.cotejo.translation.alignment.LinkedText;
import org.cotejo.translation.segmentation.EditorialAnnotations;
import org.cotejo.translation.segmentation.Segment;

/**
 * The texts that the links of a bitext join, editorial annotations blanked out.
 *
 * @param links one for each link of the bitext, in its order
 */
public record LinkedTexts(List<LinkedText> links) {
  public LinkedTexts {
    links = List.copyOf(links);
  }

  /** Those of a bitext; the original is the source. */
  public static LinkedTexts of(Reading reading, Bitext bitext) {
    String source = EditorialAnnotations.masked(reading.text().text());
    String target = EditorialAnnotations.masked(bitext.text());
    return new LinkedTexts(
        bitext.links().stream()
            .map(
                link ->
                    new LinkedText(
                        stretch(source, reading.segments(), link.source()),
                        stretch(target, bitext.segments(), link.target()),
                        link.confidence()))
            .toList());
  }

  /** From the first to the last segment of a link: its segments are consecutive. */
  private static String stretch(String text, List<Segment> segments, List<Integer> indices) {
    return text.substring(
        segments.get(indices.getFirst()).start(), segments.get(indices.getLast()).end());
  }
}
