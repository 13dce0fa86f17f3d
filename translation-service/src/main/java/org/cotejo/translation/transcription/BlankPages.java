package org.cotejo.translation.transcription;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.translation.reading.Box;
import org.cotejo.translation.reading.Placement;
import org.cotejo.translation.reading.RegionType;
import org.cotejo.translation.reading.TranscribedLine;
import org.cotejo.translation.reading.TranscribedPage;
import org.cotejo.translation.reading.TranscribedRegion;
import org.cotejo.translation.reading.TranscribedWord;

/** Spreads words evenly over pages on which nothing was read: they say that they are guesses. */
final class BlankPages {
  private static final double MARGIN = .1;

  private BlankPages() {}

  /** Shares words among pages. */
  static List<TranscribedPage> spread(List<TranscribedPage> pages, List<SuppliedWord> written) {
    List<TranscribedPage> placed = new ArrayList<>();
    for (int k = 0; k < pages.size(); k++) {
      int from = (int) ((long) written.size() * k / pages.size());
      int to = (int) ((long) written.size() * (k + 1) / pages.size());
      placed.add(to > from ? filled(pages.get(k), written.subList(from, to)) : pages.get(k));
    }
    return placed;
  }

  private static TranscribedPage filled(TranscribedPage page, List<SuppliedWord> words) {
    List<List<SuppliedWord>> rows = new ArrayList<>();
    for (SuppliedWord word : words) {
      if (rows.isEmpty() || rows.getLast().getLast().line() != word.line()) {
        rows.add(new ArrayList<>());
      }
      rows.getLast().add(word);
    }
    List<TranscribedLine> lines = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      lines.add(line(page, rows.get(row), row, rows.size()));
    }
    return new TranscribedPage(
        page.page(),
        page.widthPixels(),
        page.heightPixels(),
        List.of(new TranscribedRegion("r1", RegionType.BODY, 1, lines)));
  }

  private static TranscribedLine line(
      TranscribedPage page, List<SuppliedWord> words, int row, int rows) {
    double pitch = page.heightPixels() * (1 - 2 * MARGIN) / rows;
    int top = (int) (page.heightPixels() * MARGIN + row * pitch);
    int units = words.stream().mapToInt(word -> word.text().length() + 1).sum();
    double unit = page.widthPixels() * (1 - 2 * MARGIN) / units;
    double x = page.widthPixels() * MARGIN;
    List<TranscribedWord> placed = new ArrayList<>();
    for (SuppliedWord word : words) {
      Box box =
          new Box(
              (int) x,
              top,
              Math.max(1, (int) (unit * word.text().length())),
              Math.max(1, (int) (pitch / 2)));
      placed.add(new TranscribedWord(word.text(), box, 1, Placement.INTERPOLATED));
      x += unit * (word.text().length() + 1);
    }
    Box whole = placed.stream().map(TranscribedWord::box).reduce(Box::union).orElseThrow();
    return new TranscribedLine("r1n" + (row + 1), whole, placed);
  }
}
