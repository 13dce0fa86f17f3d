package org.cotejo.translation.transcription;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cotejo.translation.reading.Placement;
import org.cotejo.translation.reading.TranscribedPage;
import org.cotejo.translation.reading.TranscribedWord;

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
            Collectors.groupingBy(TranscribedWord::placement, TreeMap::new, Collectors.counting()));
  }
}
