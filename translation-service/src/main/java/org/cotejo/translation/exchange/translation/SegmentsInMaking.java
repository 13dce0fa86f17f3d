package org.cotejo.translation.exchange.translation;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.cotejo.translation.segmentation.BrokenTranslation;
import org.cotejo.translation.segmentation.CutText;

/** Segments in the making, in groups that may be paragraphs. */
final class SegmentsInMaking {
  private final int greatestCharacters;
  private final List<List<String>> groups = new ArrayList<>();
  private final StringBuilder segment = new StringBuilder();
  private List<String> group = new ArrayList<>();
  private int characters;

  SegmentsInMaking(TranslationLimits limits) {
    greatestCharacters = limits.characters();
  }

  /** A group begins. */
  void group() {
    segment();
    if (!group.isEmpty()) {
      groups.add(group);
      group = new ArrayList<>();
    }
  }

  /** A segment ends. */
  void segment() {
    String text =
        Normalizer.normalize(segment, Normalizer.Form.NFC)
            .replaceAll("[\\s\\u00a0\\p{Cc}]+", " ")
            .strip();
    if (!text.isEmpty()) {
      group.add(text);
    }
    segment.setLength(0);
  }

  void text(String text) {
    characters += text.length();
    if (characters > greatestCharacters) {
      throw new BrokenTranslation(
          "translation.too-long",
          "The translation has more than " + greatestCharacters + " characters.");
    }
    segment.append(text);
  }

  /**
   * The segments. Groups are paragraphs where one of them holds several segments; else the file
   * says nothing of paragraphs.
   *
   * @throws BrokenTranslation when there is none
   */
  CutText finished() {
    group();
    if (groups.isEmpty()) {
      throw new BrokenTranslation("translation.empty", "The translation has no text.");
    }
    boolean paragraphs = groups.stream().anyMatch(segments -> segments.size() > 1);
    return CutText.ofSegments(
        paragraphs ? groups : List.of(groups.stream().flatMap(List::stream).toList()));
  }
}
