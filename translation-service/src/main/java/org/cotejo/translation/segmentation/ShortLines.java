package org.cotejo.translation.segmentation;

import java.util.ArrayList;
import java.util.List;

/**
 * Joins the short lines that are set below one another as one thing: a letterhead, an address, a
 * name with its office.
 */
final class ShortLines {
  private static final int GREATEST_LINE = 70;
  private static final int GREATEST_LINES = 6;
  private static final int GREATEST_PIECE = 160;
  private static final String SENTENCE_ENDS = ".:;?!";

  private ShortLines() {}

  /**
   * A line, or several that belong together.
   *
   * @param known what they are; {@link SegmentKind#SENTENCE} where the text itself must tell
   */
  record Piece(String text, SegmentKind known) {}

  /** The pieces of a block without blank lines, in order. */
  static List<Piece> pieces(List<String> block) {
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    while (from < block.size()) {
      SegmentKind kind = opens(block.get(from));
      int to = kind == SegmentKind.SENTENCE ? from + 1 : end(block, from, kind);
      pieces.add(
          new Piece(
              String.join(" ", block.subList(from, to)),
              to - from == 1 ? SegmentKind.SENTENCE : kind));
      from = to;
    }
    return pieces;
  }

  /** The lines of one paragraph, those joined of which one is long or that plainly go on. */
  static List<String> rejoined(List<String> lines) {
    List<String> rejoined = new ArrayList<>();
    String before = "";
    for (String line : lines) {
      boolean unfinished =
          !before.isEmpty() && Character.isLetterOrDigit(before.charAt(before.length() - 1));
      boolean goesOn = unfinished && Character.isLowerCase(line.codePointAt(0));
      boolean isLong = before.length() > GREATEST_LINE || line.length() > GREATEST_LINE;
      if (!before.isEmpty() && (goesOn || isLong)) {
        rejoined.set(rejoined.size() - 1, rejoined.getLast() + " " + line);
      } else {
        rejoined.add(line);
      }
      before = line;
    }
    return rejoined;
  }

  private static SegmentKind opens(String line) {
    if (line.length() > GREATEST_LINE || ParagraphKind.isDateLine(line)) {
      return SegmentKind.SENTENCE;
    }
    if (ParagraphKind.isAddress(line)) {
      return SegmentKind.ADDRESS;
    }
    if (!isName(line)) {
      return SegmentKind.SENTENCE;
    }
    return ParagraphKind.inCapitals(line) ? SegmentKind.HEADING : SegmentKind.SIGNATURE;
  }

  private static int end(List<String> block, int from, SegmentKind kind) {
    int to = from + 1;
    int length = block.get(from).length();
    while (to < block.size() && to - from < GREATEST_LINES) {
      String line = block.get(to);
      length += 1 + line.length();
      if (length > GREATEST_PIECE || !goesOn(line, kind)) {
        break;
      }
      to++;
    }
    return to;
  }

  private static boolean goesOn(String line, SegmentKind kind) {
    if (line.length() > GREATEST_LINE || line.endsWith(":") || ParagraphKind.isDateLine(line)) {
      return false;
    }
    return switch (kind) {
      // An address ends where the next person is addressed.
      case ADDRESS -> !ParagraphKind.isAddress(line) || line.startsWith("[");
      case HEADING -> isName(line) && ParagraphKind.inCapitals(line);
      case SIGNATURE -> isOffice(line) && !ParagraphKind.inCapitals(line);
      case SENTENCE, DATE, SALUTATION, OTHER -> false;
    };
  }

  private static boolean isName(String line) {
    return ParagraphKind.isNameLike(List.of(line.split("\\s+", -1)))
        && line.codePoints().anyMatch(Character::isLetter)
        && SENTENCE_ENDS.indexOf(line.charAt(line.length() - 1)) < 0;
  }

  /** A name, or one with an editor's note behind it. */
  private static boolean isOffice(String line) {
    int note = line.indexOf(" [");
    return isName(note > 0 && line.endsWith("]") ? line.substring(0, note) : line);
  }
}
