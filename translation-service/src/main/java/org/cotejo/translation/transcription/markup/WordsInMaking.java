package org.cotejo.translation.transcription.markup;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.cotejo.translation.transcription.BrokenTranscription;
import org.cotejo.translation.transcription.SuppliedBox;
import org.cotejo.translation.transcription.SuppliedText;
import org.cotejo.translation.transcription.SuppliedWord;

/** A text in the making: pages, lines and characters come in order, words come of them. */
final class WordsInMaking {
  private final MarkupLimits limits;
  private final List<SuppliedWord> words = new ArrayList<>();
  private final NavigableMap<Integer, Integer> pages = new TreeMap<>();
  private final StringBuilder word = new StringBuilder();
  private int line;
  private Optional<SuppliedBox> box = Optional.empty();
  private Optional<SuppliedBox> wordBox = Optional.empty();

  WordsInMaking(MarkupLimits limits) {
    this.limits = limits;
  }

  /** A page begins; the first page may have begun unsaid. */
  void page() {
    line();
    if (pages.isEmpty() && !words.isEmpty()) {
      pages.put(1, 0);
    }
    pages.put(pages.size() + 1, words.size());
  }

  /** A line begins. */
  void line() {
    space();
    line++;
  }

  /** The word that is being written is finished. */
  void space() {
    if (!word.isEmpty()) {
      if (words.size() == limits.words()) {
        throw new BrokenTranscription(
            "transcription.too-long",
            "The transcription has more than " + limits.words() + " words.");
      }
      words.add(new SuppliedWord(Normalizer.normalize(word, Normalizer.Form.NFC), line, wordBox));
      word.setLength(0);
    }
  }

  /** Where words stand that begin from here on, if that is known. */
  void box(Optional<Rectangle> rectangle) {
    box = rectangle.map(there -> there.on(Math.max(1, pages.size())));
  }

  /** Characters, with the spaces between words. */
  void text(String characters) {
    for (int k = 0; k < characters.length(); k++) {
      char letter = characters.charAt(k);
      if (Character.isWhitespace(letter) || letter == '\u00a0') {
        space();
      } else {
        if (word.isEmpty()) {
          wordBox = box;
        }
        word.append(letter);
      }
    }
  }

  SuppliedText finished() {
    space();
    return new SuppliedText(words, pages);
  }
}
