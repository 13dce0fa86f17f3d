package org.cotejo.translation.transcription;

import java.util.List;
import java.util.Map;
import org.cotejo.translation.reading.Placement;
import org.cotejo.translation.reading.TranscribedPage;

/**
 * A person's text in its places on the pages.
 *
 * @param pages in order; one that the text does not reach is as it was read
 * @param byPages whether the text's page marks were kept to
 */
public record PlacedText(List<TranscribedPage> pages, boolean byPages) {
  public PlacedText {
    pages = List.copyOf(pages);
  }

  /** How many words came by their boxes in which way. */
  public Map<Placement, Long> counts() {
    return pages.stream()
        .flatMap(page -> page.regions().stream())
        .flatMap(region -> region.lines().stream())
        .flatMap(line -> line.words().stream())
        .collect(
            java.util.stream.Collectors.groupingBy(
                org.cotejo.translation.reading.TranscribedWord::placement,
                java.util.TreeMap::new,
                java.util.stream.Collectors.counting()));
  }
}
