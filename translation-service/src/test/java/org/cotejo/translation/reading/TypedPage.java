package org.cotejo.translation.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * A page as a typist would set it, for tests: lines of text on a grid of equal characters. An empty
 * line is a gap; leading spaces indent.
 */
public final class TypedPage {
  public static final int WIDTH = 2480;
  public static final int HEIGHT = 3508;
  private static final int CHARACTER_WIDTH = 26;
  private static final int LINE_PITCH = 52;
  private static final int LINE_HEIGHT = 40;
  private static final int LEFT = 300;
  private static final int TOP = 200;

  private TypedPage() {}

  /** A page of one body region. */
  public static TranscribedPage of(int page, String... lines) {
    return new TranscribedPage(
        page, WIDTH, HEIGHT, List.of(region("r1", RegionType.BODY, 1, 0, lines)));
  }

  /** A page of several regions, one below the other in the order given. */
  public static TranscribedPage ofRegions(int page, List<TranscribedRegion> regions) {
    return new TranscribedPage(page, WIDTH, HEIGHT, regions);
  }

  /**
   * A region.
   *
   * @param firstLine on which line of the page it begins, from 0
   */
  public static TranscribedRegion region(
      String id, RegionType type, int order, int firstLine, String... lines) {
    List<TranscribedLine> typed = new ArrayList<>();
    for (int k = 0; k < lines.length; k++) {
      if (!lines[k].isBlank()) {
        typed.add(line(id + "l" + (k + 1), TOP + (firstLine + k) * LINE_PITCH, lines[k]));
      }
    }
    return new TranscribedRegion(id, type, order, typed);
  }

  private static TranscribedLine line(String id, int y, String text) {
    List<TranscribedWord> words = new ArrayList<>();
    int column = 0;
    for (String piece : text.split(" ", -1)) {
      if (!piece.isEmpty()) {
        Box box =
            new Box(
                LEFT + column * CHARACTER_WIDTH, y, piece.length() * CHARACTER_WIDTH, LINE_HEIGHT);
        words.add(new TranscribedWord(piece, box, .9));
      }
      column += piece.length() + 1;
    }
    Box whole = words.stream().map(TranscribedWord::box).reduce(Box::union).orElseThrow();
    return new TranscribedLine(id, whole, words);
  }
}
