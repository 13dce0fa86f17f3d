package org.cotejo.translation.transcription;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotejo.translation.reading.Box;
import org.cotejo.translation.reading.TranscribedPage;

/** Where the words of a person's file stand on the scan, as the file has it. */
final class SuppliedPlaces {
  /**
   * A page of the file and one of the document.
   *
   * @param supplied of the file, from 1
   * @param read of the document, from 1
   */
  private record Pages(int supplied, int read) {}

  private final Map<Pages, BoxMap> maps = new HashMap<>();

  private SuppliedPlaces() {}

  /** Learnt from the words that are in the file and were read. */
  static SuppliedPlaces of(List<SuppliedWord> written, ReadWords read, List<WordPair> pairs) {
    Map<Pages, List<BoxMap.Common>> common = new HashMap<>();
    for (WordPair pair : pairs) {
      if (pair.writtenCount() == 1 && pair.readCount() == 1) {
        SuppliedWord word = written.get(pair.written());
        Box box = read.words().get(pair.read()).box();
        int page = read.lines().get(pair.read()).page().page();
        word.box()
            .ifPresent(
                given ->
                    common
                        .computeIfAbsent(new Pages(given.page(), page), _ -> new ArrayList<>())
                        .add(new BoxMap.Common(given, box)));
      }
    }
    SuppliedPlaces places = new SuppliedPlaces();
    common.forEach(
        (pages, words) -> BoxMap.fitted(words).ifPresent(map -> places.maps.put(pages, map)));
    return places;
  }

  /** The places of all of the words on a page; empty when one has none there. */
  Optional<List<Box>> on(TranscribedPage page, List<SuppliedWord> words) {
    List<Box> boxes = new ArrayList<>();
    for (SuppliedWord word : words) {
      word.box()
          .flatMap(
              given ->
                  Optional.ofNullable(maps.get(new Pages(given.page(), page.page())))
                      .flatMap(map -> map.on(given, page.widthPixels(), page.heightPixels())))
          .ifPresent(boxes::add);
    }
    return boxes.size() == words.size() ? Optional.of(boxes) : Optional.empty();
  }
}
