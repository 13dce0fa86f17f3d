package org.cotejo.translation.transcription;

import java.util.Comparator;
import java.util.List;
import org.cotejo.translation.reading.Box;
import org.cotejo.translation.reading.TranscribedLine;
import org.cotejo.translation.reading.TranscribedPage;
import org.cotejo.translation.reading.TranscribedRegion;

/**
 * A transcription of one page.
 *
 * @param page its regions, lines and words
 * @param surrogateDigest of the image that the boxes belong to; empty when not known
 * @param engine who or what made it
 * @param languages of the page, BCP 47, the main one first
 * @param meanConfidence of the words, 0 to 1
 * @param needsReview whether a person should look at it
 */
public record PageTranscription(
    TranscribedPage page,
    String surrogateDigest,
    Engine engine,
    List<String> languages,
    double meanConfidence,
    boolean needsReview) {
  public PageTranscription {
    languages = List.copyOf(languages);
  }

  /** The regions that hold a line, in reading order. */
  public List<TranscribedRegion> regions() {
    return page.regions().stream()
        .filter(region -> !region.lines().isEmpty())
        .sorted(Comparator.comparingInt(TranscribedRegion::readingOrder))
        .toList();
  }

  /** The smallest box around the lines of a region, which must have one. */
  public static Box boxOf(TranscribedRegion region) {
    return region.lines().stream().map(TranscribedLine::box).reduce(Box::union).orElseThrow();
  }
}
