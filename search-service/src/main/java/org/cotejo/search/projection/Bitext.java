package org.cotejo.search.projection;

import java.util.List;

/**
 * One translation and its links to the original.
 *
 * @param language of the translation
 * @param text the translation
 * @param segments of the translation, in order
 * @param links of original segments to translated ones
 */
public record Bitext(
    String language, String text, List<ReadingText.Segment> segments, List<Link> links) {
  public Bitext {
    segments = List.copyOf(segments);
    links = List.copyOf(links);
  }

  /** Ids of original segments and of the translated segments that say the same. */
  public record Link(List<String> source, List<String> target, double confidence) {
    public Link {
      source = List.copyOf(source);
      target = List.copyOf(target);
    }
  }
}
