package org.cotejo.translation.transcription;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cotejo.translation.reading.Box;
import org.cotejo.translation.reading.Placement;

/**
 * Finds room for words that a person wrote where nothing was read.
 *
 * <p>They stand where the person's file says, when it does. Else, between two words of one line
 * they share the gap. At the end of a line they go on to the right, at the beginning of one they
 * come before it, as far as there is room; what is left makes lines of its own where the page has
 * room between two lines, and is squeezed in otherwise.
 */
final class UnseenWords {
  // A new line wants at least this share of its neighbour's height.
  private static final double LEAST_HEIGHT = .4;
  private static final double USUAL_PITCH = 1.4;

  private final Draft draft;
  private final boolean linesHold;
  private final SuppliedPlaces places;

  /**
   * Room for one text.
   *
   * @param linesHold whether the lines of the person's text are those of the page
   * @param places where the person's file says that words stand
   */
  UnseenWords(Draft draft, boolean linesHold, SuppliedPlaces places) {
    this.draft = draft;
    this.linesHold = linesHold;
    this.places = places;
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
    if (asSupplied(words, before, after)) {
      return;
    }
    if (before.isPresent() && after.isPresent() && before.get().line().equals(after.get().line())) {
      between(words, before.get(), after.get());
      return;
    }
    int atEnd = before.map(one -> countAtEnd(words, one)).orElse(0);
    List<SuppliedWord> rest = words.subList(atEnd, words.size());
    int atBeginning = after.map(one -> countAtBeginning(rest, one)).orElse(0);
    List<SuppliedWord> middle = rest.subList(0, rest.size() - atBeginning);
    Optional<NewLines> lines = middle.isEmpty() ? Optional.empty() : lines(middle, before, after);
    if (lines.isEmpty()) {
      // No room for lines of their own: they are squeezed in where there is a neighbour.
      atEnd += before.isPresent() ? middle.size() : 0;
      atBeginning += before.isPresent() ? 0 : middle.size();
    }
    if (before.isPresent()) {
      atEnd(words.subList(0, atEnd), before.get());
    }
    lines.ifPresent(this::add);
    if (after.isPresent()) {
      atBeginning(words.subList(words.size() - atBeginning, words.size()), after.get());
    }
  }

  /** Sets words where their file has them, if it has all of them on the page of a neighbour. */
  private boolean asSupplied(
      List<SuppliedWord> words, Optional<Neighbour> before, Optional<Neighbour> after) {
    for (Neighbour neighbour : Stream.concat(before.stream(), after.stream()).toList()) {
      Optional<List<Box>> boxes = places.on(neighbour.line().page(), words);
      if (boxes.isPresent()) {
        set(words, boxes.get(), neighbour, before, after);
        return true;
      }
    }
    return false;
  }

  /** Sets words in their boxes: in the line of a neighbour, or in new ones as the file has them. */
  private void set(
      List<SuppliedWord> words,
      List<Box> boxes,
      Neighbour onPage,
      Optional<Neighbour> before,
      Optional<Neighbour> after) {
    Map<Integer, String> newLines = new HashMap<>();
    for (int k = 0; k < words.size(); k++) {
      SuppliedWord word = words.get(k);
      Box box = boxes.get(k);
      lineOf(word, onPage, before, after)
          .ifPresentOrElse(
              line -> draft.add(line, word.text(), box, Placement.SUPPLIED),
              () -> {
                String id = newLines.computeIfAbsent(word.line(), _ -> draft.newId(onPage.line()));
                draft.addToNew(onPage.line(), id, word.text(), box, Placement.SUPPLIED);
              });
    }
  }

  /** The line of a neighbour that stands with a word on one line of the file, and on the page. */
  private static Optional<ReadLine> lineOf(
      SuppliedWord word, Neighbour onPage, Optional<Neighbour> before, Optional<Neighbour> after) {
    return Stream.concat(before.stream(), after.stream())
        .filter(one -> one.writtenLine() == word.line())
        .map(Neighbour::line)
        .filter(line -> line.page().equals(onPage.line().page()))
        .findFirst();
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

  private int countAtEnd(List<SuppliedWord> words, Neighbour before) {
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
    return count;
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
      // No room before it: they lie over its beginning.
      from = after.box().x();
      to = from + words.size();
    }
    spread(words, line, from, to);
  }

  /**
   * Lines that were not read.
   *
   * @param words of each
   * @param rows where there is room for them
   */
  private record NewLines(List<List<SuppliedWord>> words, Rows rows) {
    double pitch() {
      return rows.height() / words.size();
    }

    int height() {
      return (int) Math.min(rows.neighbour().box().height(), pitch());
    }
  }

  /** The lines that words make; empty when the page has no room for them. */
  private Optional<NewLines> lines(
      List<SuppliedWord> words, Optional<Neighbour> before, Optional<Neighbour> after) {
    return rows(before, after)
        .map(rows -> new NewLines(lines(words, rows), rows))
        .filter(lines -> lines.height() >= LEAST_HEIGHT * lines.rows().neighbour().box().height());
  }

  private void add(NewLines lines) {
    double top = lines.rows().top() + (lines.pitch() - lines.height()) / 2;
    for (List<SuppliedWord> words : lines.words()) {
      newLine(words, lines.rows().neighbour(), (int) top, lines.height());
      top += lines.pitch();
    }
  }

  private void newLine(List<SuppliedWord> words, ReadLine neighbour, int top, int height) {
    String id = draft.newId(neighbour);
    double unit = neighbour.characterWidth();
    double room = Math.max(words.size(), neighbour.right() - neighbour.left());
    unit = Math.min(unit, room / units(words));
    double x = neighbour.left();
    for (SuppliedWord word : words) {
      int width = Math.max(1, (int) Math.round(unit * word.text().length()));
      Box box = new Box((int) x, Math.max(0, top), width, height);
      draft.addToNew(neighbour, id, word.text(), box, Placement.INTERPOLATED);
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
}
