package org.cotejo.translation.transcription;

import java.util.List;
import java.util.Optional;
import org.cotejo.translation.reading.Box;
import org.cotejo.translation.reading.Likeness;
import org.cotejo.translation.reading.Placement;
import org.cotejo.translation.reading.TranscribedWord;

/** Sets the words of one text, in order, beside what was read. */
final class TextSetting {
  // Signs of the page's own line ends in the text: of three ends or more, this share agrees.
  private static final int LEAST_LINE_ENDS = 3;
  private static final double AGREEING_LINE_ENDS = .8;

  private final List<SuppliedWord> written;
  private final ReadWords read;
  private final List<WordPair> pairs;
  private final Draft draft;
  private final UnseenWords unseen;
  private Optional<UnseenWords.Neighbour> before = Optional.empty();

  TextSetting(List<SuppliedWord> written, ReadWords read, WordAlignment alignment, Draft draft) {
    this.written = written;
    this.read = read;
    this.draft = draft;
    pairs = alignment.pairs().stream().filter(pair -> pair.writtenCount() > 0).toList();
    unseen = new UnseenWords(draft, linesHold(), SuppliedPlaces.of(written, read, pairs));
  }

  void run() {
    int waiting = 0;
    for (WordPair pair : pairs) {
      if (!pair.isPlaced()) {
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
    return new UnseenWords.Neighbour(
        read.lines().get(pair.read()),
        read.words().get(pair.read()).box(),
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
      int distance = Likeness.distance(left, stem) + Likeness.distance(right, rest);
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
      if (last != null && last.isPlaced() && pair.isPlaced()) {
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
