package org.cotejo.translation.transcription;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cotejo.translation.reading.Box;
import org.cotejo.translation.reading.Placement;
import org.cotejo.translation.reading.TranscribedWord;

/**
 * Finds room for words that a person wrote where nothing was read.
 *
 * <p>Between two words of one line they share the gap. At the end of a line they go on to the
 * right, at the beginning of one they come before it, as far as there is room; what is left makes
 * lines of its own where the page has room between two lines, and is squeezed in otherwise.
 */
final class UnseenWords {
  // A new line wants at least this share of its neighbour's height.
  private static final double LEAST_HEIGHT = .4;
  private static final double USUAL_PITCH = 1.4;

  private final Draft draft;
  private final boolean linesHold;

  /**
   * Room for one text.
   *
   * @param linesHold whether the lines of the person's text are those of the page
   */
  UnseenWords(Draft draft, boolean linesHold) {
    this.draft = draft;
    this.linesHold = linesHold;
  }

  /**
   * A neighbour that has a place.
   *
   * @param line on which it stands
   * @param box of it
   * @param writtenLine its line in the person's text
   */
  record Neighbour(ReadLine line, Box box, int writtenLine) {}

  /** Sets words between two neighbours, of which there is at least one. */
  void place(List<SuppliedWord> words, Optional<Neighbour> before, Optional<Neighbour> after) {
    if (before.isPresent() && after.isPresent() && before.get().line().equals(after.get().line())) {
      between(words, before.get(), after.get());
      return;
    }
    int toEnd = before.map(one -> countAtEnd(words, one, after.isPresent())).orElse(0);
    int toBeginning =
        after.map(one -> countAtBeginning(words.subList(toEnd, words.size()), one)).orElse(0);
    List<SuppliedWord> middle = words.subList(toEnd, words.size() - toBeginning);
    boolean lines = newLines(middle, before, after, true);
    List<SuppliedWord> atEnd = words.subList(0, lines ? toEnd : toEnd + middle.size());
    if (before.isPresent()) {
      atEnd(atEnd, before.get());
    } else if (!lines) {
      toBeginning = words.size();
    }
    if (lines) {
      newLines(middle, before, after, false);
    }
    if (after.isPresent()) {
      atBeginning(words.subList(words.size() - toBeginning, words.size()), after.get());
    }
  }

  private void between(List<SuppliedWord> words, Neighbour before, Neighbour after) {
    int from = before.box().right() + 1;
    int to = after.box().x() - 1;
    if (to - from < words.size()) {
      // No gap at all: they lie over the edge of their neighbours.
      from = Math.max(before.line().box().x(), Math.min(before.box().right(), to) - words.size());
      to = from + 2 * words.size();
    }
    spread(words, before.line(), from, to);
  }

  private int countAtEnd(List<SuppliedWord> words, Neighbour before, boolean more) {
    if (linesHold) {
      return (int) words.stream().takeWhile(word -> word.line() == before.writtenLine()).count();
    }
    ReadLine line = before.line();
    double room = (line.right() - before.box().right()) / line.characterWidth();
    int count = 0;
    while (count < words.size() && room >= words.get(count).text().length() + 1) {
      room -= words.get(count).text().length() + 1;
      count++;
    }
    return more || count > 0 ? count : 0;
  }

  private int countAtBeginning(List<SuppliedWord> words, Neighbour after) {
    if (linesHold) {
      return (int)
          words.reversed().stream().takeWhile(word -> word.line() == after.writtenLine()).count();
    }
    ReadLine line = after.line();
    double room = (after.box().x() - line.left()) / line.characterWidth();
    int count = 0;
    while (count < words.size()
        && room >= words.get(words.size() - 1 - count).text().length() + 1) {
      room -= words.get(words.size() - 1 - count).text().length() + 1;
      count++;
    }
    return count;
  }

  private void atEnd(List<SuppliedWord> words, Neighbour before) {
    ReadLine line = before.line();
    double width = line.characterWidth();
    int from = before.box().right() + (int) Math.round(width);
    int wanted = from + (int) Math.ceil(units(words) * width);
    int to = Math.min(wanted, Math.max(line.right(), line.box().right()));
    if (to - from < words.size()) {
      from = Math.max(line.box().x(), before.box().right() - words.size());
      to = before.box().right();
    }
    spread(words, line, from, Math.max(to, from + words.size()));
  }

  private void atBeginning(List<SuppliedWord> words, Neighbour after) {
    ReadLine line = after.line();
    double width = line.characterWidth();
    int to = after.box().x() - (int) Math.round(width);
    int from = Math.max(line.left(), to - (int) Math.ceil(units(words) * width));
    if (to - from < words.size()) {
      from = after.box().x();
      to = Math.max(from + words.size(), Math.min(after.box().right(), from + words.size()));
    }
    spread(words, line, from, to);
  }

  /** Makes lines of words; returns whether there is room, and does no more when only asked. */
  private boolean newLines(
      List<SuppliedWord> words,
      Optional<Neighbour> before,
      Optional<Neighbour> after,
      boolean onlyAsk) {
    if (words.isEmpty()) {
      return true;
    }
    Optional<Rows> rows = rows(before, after);
    if (rows.isEmpty()) {
      return false;
    }
    List<List<SuppliedWord>> lines = lines(words, rows.get());
    double pitch = rows.get().height() / lines.size();
    ReadLine neighbour = rows.get().neighbour();
    int height = (int) Math.min(neighbour.box().height(), pitch);
    if (height < LEAST_HEIGHT * neighbour.box().height()) {
      return false;
    }
    for (int k = 0; k < lines.size() && !onlyAsk; k++) {
      int top = (int) (rows.get().top() + k * pitch + (pitch - height) / 2);
      newLine(lines.get(k), neighbour, top, height);
    }
    return true;
  }

  private void newLine(List<SuppliedWord> words, ReadLine neighbour, int top, int height) {
    String id = draft.newId(neighbour);
    double unit = neighbour.characterWidth();
    double room = Math.max(words.size(), neighbour.right() - neighbour.left());
    unit = Math.min(unit, room / units(words));
    double x = neighbour.left();
    for (SuppliedWord word : words) {
      int width = Math.max(1, (int) Math.round(unit * word.text().length()));
      draft.addToNew(neighbour, id, word.text(), new Box((int) x, Math.max(0, top), width, height));
      x += unit * (word.text().length() + 1);
    }
  }

  /**
   * Room for new lines.
   *
   * @param neighbour whose measures they take
   * @param top of the room
   * @param height of the room
   */
  private record Rows(ReadLine neighbour, double top, double height) {}

  private Optional<Rows> rows(Optional<Neighbour> before, Optional<Neighbour> after) {
    if (before.isPresent()
        && after.isPresent()
        && before.get().line().page().equals(after.get().line().page())) {
      int top = before.get().line().box().bottom();
      int bottom = after.get().line().box().y();
      return bottom > top
          ? Optional.of(new Rows(before.get().line(), top, bottom - top))
          : Optional.empty();
    }
    if (before.isPresent()) {
      ReadLine line = before.get().line();
      int top = line.box().bottom();
      return Optional.of(new Rows(line, top, line.page().heightPixels() - top));
    }
    ReadLine line = after.orElseThrow().line();
    return Optional.of(new Rows(line, 0, line.box().y()));
  }

  private List<List<SuppliedWord>> lines(List<SuppliedWord> words, Rows rows) {
    List<List<SuppliedWord>> lines = new ArrayList<>();
    ReadLine neighbour = rows.neighbour();
    double usualRows =
        Math.max(1, Math.floor(rows.height() / (USUAL_PITCH * neighbour.box().height())));
    double full =
        Math.max(
            (neighbour.right() - neighbour.left()) / neighbour.characterWidth(),
            units(words) / usualRows);
    int length = 0;
    int line = -1;
    for (SuppliedWord word : words) {
      boolean next = linesHold ? word.line() != line : length + word.text().length() > full;
      if (lines.isEmpty() || next) {
        lines.add(new ArrayList<>());
        length = 0;
      }
      lines.getLast().add(word);
      length += word.text().length() + 1;
      line = word.line();
    }
    return lines;
  }

  /** Shares a range of a line among words by their lengths. */
  private void spread(List<SuppliedWord> words, ReadLine line, int from, int to) {
    if (words.isEmpty()) {
      return;
    }
    double unit = Math.max(1, to - from) / units(words);
    double x = Math.max(0, from);
    for (SuppliedWord word : words) {
      int width = Math.max(1, (int) Math.floor(unit * word.text().length()));
      Box box = new Box((int) Math.floor(x), line.box().y(), width, line.box().height());
      draft.add(line, word.text(), box, Placement.INTERPOLATED);
      x += unit * (word.text().length() + 1);
    }
  }

  private static double units(List<SuppliedWord> words) {
    return Math.max(1, words.stream().mapToInt(word -> word.text().length() + 1).sum() - 1);
  }

  /** The neighbour that a word just set makes for the next. */
  static Neighbour neighbour(ReadLine line, TranscribedWord word, int writtenLine) {
    return new Neighbour(line, word.box(), writtenLine);
  }
}
