package org.cotejo.translation.transcription;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.cotejo.translation.reading.TranscribedLine;
import org.cotejo.translation.reading.TranscribedPage;
import org.cotejo.translation.reading.TranscribedRegion;
import org.cotejo.translation.reading.TranscribedWord;

/**
 * All words that were read, in reading order.
 *
 * @param words the words
 * @param lines for each word its line
 */
record ReadWords(List<TranscribedWord> words, List<ReadLine> lines) {
  static ReadWords of(List<TranscribedPage> pages) {
    List<TranscribedWord> words = new ArrayList<>();
    List<ReadLine> lines = new ArrayList<>();
    for (TranscribedPage page : pages) {
      List<TranscribedRegion> regions =
          page.regions().stream()
              .sorted(Comparator.comparingInt(TranscribedRegion::readingOrder))
              .toList();
      for (TranscribedRegion region : regions) {
        for (TranscribedLine line : region.lines()) {
          ReadLine place = new ReadLine(page, region, line);
          for (TranscribedWord word : line.words()) {
            words.add(word);
            lines.add(place);
          }
        }
      }
    }
    return new ReadWords(words, lines);
  }

  List<String> texts() {
    return words.stream().map(TranscribedWord::text).toList();
  }

  /** Whether a word stands on the same line as the next. */
  boolean goesOn(int word) {
    return word + 1 < words.size() && lines.get(word).equals(lines.get(word + 1));
  }

  /** The words that may be one with the next: on one line, or divided at its end. */
  BitSet joinable() {
    BitSet joinable = new BitSet(words.size());
    for (int k = 0; k + 1 < words.size(); k++) {
      if (goesOn(k) || Hyphen.ends(words.get(k).text())) {
        joinable.set(k);
      }
    }
    return joinable;
  }
}
