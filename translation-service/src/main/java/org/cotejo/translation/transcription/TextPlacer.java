package org.cotejo.translation.transcription;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cotejo.translation.reading.Box;
import org.cotejo.translation.reading.Placement;
import org.cotejo.translation.reading.RegionType;
import org.cotejo.translation.reading.TranscribedLine;
import org.cotejo.translation.reading.TranscribedPage;
import org.cotejo.translation.reading.TranscribedRegion;
import org.cotejo.translation.reading.TranscribedWord;

/**
 * Sets a person's transcription onto the scan: every word gets a box from what a recogniser read.
 *
 * <p>A written word has the box of the word that was read in its place, whole, shared with a
 * neighbour, or together with one; where nothing was read it is interpolated and says so. Regions
 * and lines are the recogniser's; what it read and nobody wrote is left out.
 */
public final class TextPlacer {
  // Signs of the page's own line ends in the text: of three ends or more, this share agrees.
  private static final int LEAST_LINE_ENDS = 3;
  private static final double AGREEING_LINE_ENDS = .8;
  private static final double MARGIN = .1;
  // A few letters a page may be dearer whatever the factor: a clean page costs next to nothing.
  private static final int SLACK = 10 * WordForm.CHARACTER;

  private final PlacementSettings settings;

  public TextPlacer(PlacementSettings settings) {
    this.settings = settings;
  }

  /**
   * Sets a text onto pages.
   *
   * @param pages as they were read; none for a document whose pages all failed
   * @param pageCount of the document, failed ones included
   */
  public PlacedText place(List<TranscribedPage> pages, int pageCount, SuppliedText text) {
    ReadWords read = ReadWords.of(pages);
    WordAlignment whole = align(text.words(), read);
    if (text.marks(pageCount)) {
      Optional<PlacedText> byPages = byPages(pages, text, whole.cost());
      if (byPages.isPresent()) {
        return byPages.get();
      }
    }
    return new PlacedText(placed(pages, text.words(), read, whole), false);
  }

  private WordAlignment align(List<SuppliedWord> written, ReadWords read) {
    return WordAligner.align(
        written.stream().map(SuppliedWord::text).toList(),
        read.texts(),
        read.joinable(),
        settings.cells());
  }

  /** Every page by itself; empty when the marks do not fit what was read. */
  private Optional<PlacedText> byPages(
      List<TranscribedPage> pages, SuppliedText text, long wholeCost) {
    List<TranscribedPage> placed = new ArrayList<>();
    long cost = 0;
    for (TranscribedPage page : pages) {
      List<SuppliedWord> words = text.wordsOf(page.page());
      ReadWords read = ReadWords.of(List.of(page));
      WordAlignment alignment = align(words, read);
      cost += alignment.cost();
      placed.addAll(placed(List.of(page), words, read, alignment));
    }
    return cost <= settings.markedCost() * wholeCost + SLACK * pages.size()
        ? Optional.of(new PlacedText(placed, true))
        : Optional.empty();
  }

  private static List<TranscribedPage> placed(
      List<TranscribedPage> pages,
      List<SuppliedWord> written,
      ReadWords read,
      WordAlignment alignment) {
    if (pages.isEmpty() || written.isEmpty()) {
      return pages;
    }
    if (alignment.pairs().stream().noneMatch(pair -> isPlaced(pair))) {
      return blank(pages, written);
    }
    Draft draft = new Draft();
    new Setting(written, read, alignment, draft).run();
    return pages.stream().map(draft::finished).toList();
  }

  private static boolean isPlaced(WordPair pair) {
    return pair.writtenCount() > 0 && pair.readCount() > 0;
  }

  /** Spreads words over pages on which nothing was read. */
  private static List<TranscribedPage> blank(
      List<TranscribedPage> pages, List<SuppliedWord> written) {
    List<TranscribedPage> placed = new ArrayList<>();
    for (int k = 0; k < pages.size(); k++) {
      int from = (int) ((long) written.size() * k / pages.size());
      int to = (int) ((long) written.size() * (k + 1) / pages.size());
      placed.add(to > from ? blank(pages.get(k), written.subList(from, to)) : pages.get(k));
    }
    return placed;
  }

  private static TranscribedPage blank(TranscribedPage page, List<SuppliedWord> words) {
    List<List<SuppliedWord>> rows = new ArrayList<>();
    for (SuppliedWord word : words) {
      if (rows.isEmpty() || rows.getLast().getLast().line() != word.line()) {
        rows.add(new ArrayList<>());
      }
      rows.getLast().add(word);
    }
    List<TranscribedLine> lines = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      lines.add(blankLine(page, rows.get(row), row, rows.size()));
    }
    return new TranscribedPage(
        page.page(),
        page.widthPixels(),
        page.heightPixels(),
        List.of(new TranscribedRegion("r1", RegionType.BODY, 1, lines)));
  }

  private static TranscribedLine blankLine(
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

  /** One text being set. */
  private static final class Setting {
    private final List<SuppliedWord> written;
    private final ReadWords read;
    private final List<WordPair> pairs;
    private final Draft draft;
    private final UnseenWords unseen;
    private Optional<UnseenWords.Neighbour> before = Optional.empty();

    Setting(List<SuppliedWord> written, ReadWords read, WordAlignment alignment, Draft draft) {
      this.written = written;
      this.read = read;
      this.draft = draft;
      pairs = alignment.pairs().stream().filter(pair -> pair.writtenCount() > 0).toList();
      unseen = new UnseenWords(draft, linesHold());
    }

    void run() {
      int waiting = 0;
      for (WordPair pair : pairs) {
        if (!isPlaced(pair)) {
          continue;
        }
        List<SuppliedWord> between = written.subList(waiting, pair.written());
        if (!between.isEmpty()) {
          unseen.place(between, before, Optional.of(firstOf(pair)));
        }
        set(pair);
        waiting = pair.written() + pair.writtenCount();
      }
      if (waiting < written.size()) {
        unseen.place(written.subList(waiting, written.size()), before, Optional.empty());
      }
    }

    private UnseenWords.Neighbour firstOf(WordPair pair) {
      return UnseenWords.neighbour(
          read.lines().get(pair.read()),
          read.words().get(pair.read()),
          written.get(pair.written()).line());
    }

    private void set(WordPair pair) {
      TranscribedWord first = read.words().get(pair.read());
      SuppliedWord word = written.get(pair.written());
      if (pair.writtenCount() == 2) {
        share(first, pair);
      } else if (pair.readCount() == 1) {
        add(pair.read(), word, word.text(), first.box());
      } else if (read.goesOn(pair.read())) {
        Box both = first.box().union(read.words().get(pair.read() + 1).box());
        add(pair.read(), word, word.text(), both);
      } else {
        divide(first, pair);
      }
    }

    private void add(int at, SuppliedWord word, String text, Box box) {
      ReadLine line = read.lines().get(at);
      TranscribedWord there = read.words().get(at);
      boolean same = there.text().equals(text) && there.box().equals(box);
      draft.add(line, text, box, same ? Placement.MATCHED : Placement.SUBSTITUTED);
      before = Optional.of(new UnseenWords.Neighbour(line, box, word.line()));
    }

    /** Two written words share the box of one that was read. */
    private void share(TranscribedWord one, WordPair pair) {
      SuppliedWord head = written.get(pair.written());
      SuppliedWord tail = written.get(pair.written() + 1);
      Box box = one.box();
      double share = head.text().length() / (double) (head.text().length() + tail.text().length());
      int width = Math.clamp(Math.round(box.width() * share), 1, Math.max(1, box.width() - 1));
      add(pair.read(), head, head.text(), new Box(box.x(), box.y(), width, box.height()));
      int rest = Math.max(1, box.width() - width);
      int x = box.right() - rest;
      add(pair.read(), tail, tail.text(), new Box(x, box.y(), rest, box.height()));
    }

    /** A written word stands at the end of a line and goes on in the next, as the page has it. */
    private void divide(TranscribedWord head, WordPair pair) {
      SuppliedWord word = written.get(pair.written());
      TranscribedWord tail = read.words().get(pair.read() + 1);
      int split = split(word.text(), head.text(), tail.text());
      String beginning = word.text().substring(0, split);
      String hyphen = head.text().substring(head.text().length() - 1);
      add(pair.read(), word, Hyphen.ends(beginning) ? beginning : beginning + hyphen, head.box());
      add(pair.read() + 1, word, word.text().substring(split), tail.box());
    }

    /** Where a word is best divided between what was read at the end of a line and in the next. */
    private static int split(String word, String head, String tail) {
      String stem = WordForm.of(head.substring(0, head.length() - 1)).folded();
      String rest = WordForm.of(tail).folded();
      int best = 1;
      int least = Integer.MAX_VALUE;
      for (int at = 1; at < word.length(); at++) {
        if (Character.isLowSurrogate(word.charAt(at))) {
          continue;
        }
        String left = WordForm.of(word.substring(0, at)).folded();
        String right = WordForm.of(word.substring(at)).folded();
        int distance =
            org.cotejo.translation.reading.Likeness.distance(left, stem)
                + org.cotejo.translation.reading.Likeness.distance(right, rest);
        if (distance < least) {
          least = distance;
          best = at;
        }
      }
      return best;
    }

    /** Whether the text's lines end where those of the page do. */
    private boolean linesHold() {
      int ends = 0;
      int changes = 0;
      int both = 0;
      WordPair last = null;
      for (WordPair pair : pairs) {
        if (last != null && isPlaced(last) && isPlaced(pair)) {
          int lastWritten = last.written() + last.writtenCount() - 1;
          boolean end = written.get(lastWritten).line() != written.get(pair.written()).line();
          int lastRead = last.read() + last.readCount() - 1;
          boolean change = !read.lines().get(lastRead).equals(read.lines().get(pair.read()));
          ends += end ? 1 : 0;
          changes += change ? 1 : 0;
          both += end && change ? 1 : 0;
        }
        last = pair;
      }
      return ends >= LEAST_LINE_ENDS
          && both >= AGREEING_LINE_ENDS * ends
          && both >= AGREEING_LINE_ENDS * changes;
    }
  }
}
