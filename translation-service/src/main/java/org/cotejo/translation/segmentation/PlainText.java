package org.cotejo.translation.segmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cotejo.translation.reading.Hyphenation;
import org.cotejo.translation.reading.WordForms;

/**
 * A translation as running text.
 *
 * <p>Blank lines part paragraphs. Inside a block lines are rejoined where they were evidently
 * wrapped: the first word of the next line would not have fitted any more into the width of the
 * file, or the next line goes on in lower case. A block that goes on in lower case after an
 * unfinished line (a page ended in between) is rejoined too. Two spaces at a line's end keep the
 * line apart. The lines of one letterhead, address or signature are one paragraph ({@link
 * ShortLines}).
 *
 * @param text paragraphs separated by line feeds, single spaces
 * @param paragraphs in order
 */
public record PlainText(String text, List<ParagraphSpan> paragraphs) implements TranslatedText {
  private static final int LEAST_WRAP_WIDTH = 40;
  private static final int LEAST_WRAPPED_LINES = 3;
  private static final double WRAP_FULLNESS = .75;
  private static final double WRAP_SHARE = .6;
  private static final String HARD_BREAK = "  ";
  private static final Pattern RULE =
      Pattern.compile("[-_=*\u2014\u2013.\u00b7~](?:\\s*[-_=*\u2014\u2013.\u00b7~]){2,}");

  public PlainText {
    paragraphs = List.copyOf(paragraphs);
  }

  /** Reads decoded text. */
  public static PlainText of(String decoded) {
    return new Reader(decoded).read();
  }

  /**
   * Puts paragraphs together that a file names as such. Lines inside one stay apart where both are
   * short; short paragraphs without an empty one between them are looked at as lines of one block.
   */
  public static PlainText ofParagraphs(List<SubmittedParagraph> paragraphs) {
    List<ShortLines.Piece> pieces = new ArrayList<>();
    List<String> block = new ArrayList<>();
    for (SubmittedParagraph paragraph : paragraphs) {
      if (paragraph.apart() || paragraph.known() != SegmentKind.SENTENCE) {
        pieces.addAll(ShortLines.pieces(block));
        block.clear();
      }
      List<String> lines =
          ShortLines.rejoined(paragraph.lines().stream().filter(line -> !isRule(line)).toList());
      if (paragraph.known() == SegmentKind.SENTENCE) {
        block.addAll(lines);
      } else if (!lines.isEmpty()) {
        pieces.add(new ShortLines.Piece(String.join(" ", lines), paragraph.known()));
      }
    }
    pieces.addAll(ShortLines.pieces(block));
    return assembled(pieces);
  }

  /** A line that underlines the one above it, or parts what it stands between. */
  private static boolean isRule(String line) {
    return RULE.matcher(line.strip()).matches();
  }

  private static PlainText assembled(List<ShortLines.Piece> pieces) {
    StringBuilder text = new StringBuilder();
    List<ParagraphSpan> spans = new ArrayList<>();
    for (ShortLines.Piece piece : pieces) {
      if (!text.isEmpty()) {
        text.append('\n');
      }
      int start = text.length();
      text.append(piece.text());
      spans.add(new ParagraphSpan(start, text.length(), piece.known()));
    }
    return new PlainText(text.toString(), spans);
  }

  /** One reading. */
  private static final class Reader {
    private final String[] lines;
    private final int width;
    private final Hyphenation hyphenation;
    private final List<ShortLines.Piece> pieces = new ArrayList<>();
    private final List<String> block = new ArrayList<>();

    Reader(String decoded) {
      lines = decoded.replace('\f', '\n').split("\n", -1);
      width = wrapWidth(lines);
      hyphenation = new Hyphenation(WordForms.ofText(decoded));
    }

    PlainText read() {
      StringBuilder paragraph = new StringBuilder();
      String before = "";
      boolean blankBetween = false;
      for (String line : lines) {
        if (line.isBlank() || isRule(line)) {
          blankBetween = true;
          continue;
        }
        String stripped = line.strip().replaceAll("\\s+", " ");
        if (paragraph.isEmpty()) {
          paragraph.append(stripped);
        } else if (goesOn(before, stripped, blankBetween)) {
          append(paragraph, stripped);
        } else {
          block.add(paragraph.toString());
          if (blankBetween) {
            endBlock();
          }
          paragraph.setLength(0);
          paragraph.append(stripped);
        }
        before = line;
        blankBetween = false;
      }
      if (!paragraph.isEmpty()) {
        block.add(paragraph.toString());
      }
      endBlock();
      return assembled(pieces);
    }

    private void endBlock() {
      pieces.addAll(ShortLines.pieces(block));
      block.clear();
    }

    private boolean goesOn(String before, String next, boolean blankBetween) {
      String stripped = before.stripTrailing();
      char last = stripped.charAt(stripped.length() - 1);
      boolean unfinished = Character.isLetterOrDigit(last) || ",-\u2013\u2014".indexOf(last) >= 0;
      boolean lower = Character.isLowerCase(next.codePointAt(0));
      if (blankBetween) {
        return unfinished && lower;
      }
      if (before.endsWith(HARD_BREAK)) {
        return false;
      }
      int space = next.indexOf(' ');
      int firstWord = space < 0 ? next.length() : space;
      boolean full = width > 0 && stripped.length() + 1 + firstWord > width;
      return full || (unfinished && lower);
    }

    private void append(StringBuilder paragraph, String next) {
      int lastSpace = paragraph.lastIndexOf(" ");
      String head = paragraph.substring(lastSpace + 1);
      int space = next.indexOf(' ');
      String tail = space < 0 ? next : next.substring(0, space);
      Optional<String> joined = hyphenation.joined(head, tail);
      if (joined.isPresent()) {
        paragraph.setLength(lastSpace + 1);
        paragraph.append(joined.get()).append(next, tail.length(), next.length());
      } else {
        paragraph.append(' ').append(next);
      }
    }

    /** The width to which a file was wrapped; 0 when it was not. */
    private static int wrapWidth(String[] lines) {
      int widest = 0;
      int inside = 0;
      for (int k = 0; k + 1 < lines.length; k++) {
        if (isInside(lines, k)) {
          widest = Math.max(widest, lines[k].stripTrailing().length());
          inside++;
        }
      }
      int full = 0;
      for (int k = 0; k + 1 < lines.length; k++) {
        if (isInside(lines, k) && lines[k].stripTrailing().length() >= WRAP_FULLNESS * widest) {
          full++;
        }
      }
      boolean wrapped =
          widest >= LEAST_WRAP_WIDTH
              && inside >= LEAST_WRAPPED_LINES
              && full >= WRAP_SHARE * inside;
      return wrapped ? widest : 0;
    }

    private static boolean isInside(String[] lines, int k) {
      return !lines[k].isBlank() && !lines[k + 1].isBlank();
    }
  }
}
