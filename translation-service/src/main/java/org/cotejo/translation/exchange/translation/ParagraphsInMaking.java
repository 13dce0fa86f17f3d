package org.cotejo.translation.exchange.translation;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.cotejo.translation.segmentation.BrokenTranslation;
import org.cotejo.translation.segmentation.PlainText;
import org.cotejo.translation.segmentation.SegmentKind;
import org.cotejo.translation.segmentation.SubmittedParagraph;

/** A text in the making: characters, lines and paragraphs come in their order. */
final class ParagraphsInMaking {
  private final int greatestCharacters;
  private final List<SubmittedParagraph> paragraphs = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private SegmentKind kind = SegmentKind.SENTENCE;
  private boolean apart;
  private int characters;

  ParagraphsInMaking(TranslationLimits limits) {
    greatestCharacters = limits.characters();
  }

  /** A paragraph begins; the one before has ended. */
  void paragraph(SegmentKind ofKind) {
    end();
    kind = ofKind;
  }

  /** The paragraph has ended; what follows without a beginning is a plain one. */
  void end() {
    line();
    if (!lines.isEmpty()) {
      paragraphs.add(new SubmittedParagraph(lines, kind, apart));
      apart = false;
      lines.clear();
    }
    kind = SegmentKind.SENTENCE;
  }

  /** An empty paragraph, if nothing stands in the one that is open. */
  void gap() {
    if (lines.isEmpty() && line.toString().isBlank()) {
      apart = true;
    }
  }

  /** A line of the paragraph has ended. */
  void line() {
    String text = Normalizer.normalize(line, Normalizer.Form.NFC).strip();
    if (!text.isEmpty()) {
      lines.add(text);
    }
    line.setLength(0);
  }

  /** Characters; white space of any length is one space, control characters are none. */
  void text(String text) {
    characters += text.length();
    if (characters > greatestCharacters) {
      throw new BrokenTranslation(
          "translation.too-long",
          "The translation has more than " + greatestCharacters + " characters.");
    }
    for (int k = 0; k < text.length(); k++) {
      char letter = text.charAt(k);
      if (Character.isWhitespace(letter) || letter == '\u00a0' || letter == '\u202f') {
        if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
          line.append(' ');
        }
      } else if (!Character.isISOControl(letter) && letter != '\u00ad' && letter != '\ufeff') {
        line.append(letter);
      }
    }
  }

  /**
   * The text.
   *
   * @throws BrokenTranslation when there is none
   */
  PlainText finished() {
    end();
    if (paragraphs.isEmpty()) {
      throw new BrokenTranslation("translation.empty", "The translation has no text.");
    }
    return PlainText.ofParagraphs(paragraphs);
  }
}
