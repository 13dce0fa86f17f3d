package org.cotejo.translation.transcription;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cotejo.translation.reading.Likeness;

/**
 * Aligns what a person wrote with what was read, word by word and without crossings.
 *
 * <p>Runs of three words that occur once on either side and agree are anchors (the longest
 * increasing ones of them; compare patience difference). Between anchors a dynamic programme finds
 * the path of least edit distance (Wagner and Fischer 1974, over words that cost their letters),
 * where one word may also stand for two. Its memory is bounded: of a stretch that is too large a
 * band around the diagonal is searched.
 */
final class WordAligner {
  private static final int RUN = 3;
  private static final int LEAST_RUN_LETTERS = 8;
  private static final int INFINITE = Integer.MAX_VALUE / 4;
  // One word for two must be a good guess, for it takes two boxes or divides one.
  private static final double GREATEST_JOINED_DISTANCE = .4;
  private static final byte SAME = 1;
  private static final byte WRITTEN_ALONE = 2;
  private static final byte READ_ALONE = 3;
  private static final byte ONE_FOR_TWO_READ = 4;
  private static final byte TWO_FOR_ONE_READ = 5;

  private final List<WordForm> written;
  private final List<WordForm> read;
  private final BitSet joinable;
  private final int cells;
  private final List<WordPair> pairs = new ArrayList<>();
  private long cost;

  private WordAligner(List<String> written, List<String> read, BitSet joinable, int cells) {
    this.written = written.stream().map(WordForm::of).toList();
    this.read = read.stream().map(WordForm::of).toList();
    this.joinable = joinable;
    this.cells = cells;
  }

  /**
   * Aligns two lists of words.
   *
   * @param joinable holds the index of each read word that may be one word with the next
   * @param cells most cells of a search, a byte each
   */
  static WordAlignment align(List<String> written, List<String> read, BitSet joinable, int cells) {
    WordAligner aligner = new WordAligner(written, read, joinable, cells);
    int fromWritten = 0;
    int fromRead = 0;
    for (int[] anchor : aligner.anchors()) {
      aligner.stretch(fromWritten, anchor[0], fromRead, anchor[1]);
      aligner.add(anchor[0], 1, anchor[1], 1);
      fromWritten = anchor[0] + 1;
      fromRead = anchor[1] + 1;
    }
    aligner.stretch(fromWritten, written.size(), fromRead, read.size());
    return new WordAlignment(aligner.pairs, aligner.cost);
  }

  private void add(int ofWritten, int writtenCount, int ofRead, int readCount) {
    pairs.add(new WordPair(ofWritten, writtenCount, ofRead, readCount));
  }

  /** Pairs of words that are certainly the same, increasing on both sides. */
  private List<int[]> anchors() {
    Map<String, Integer> places = onlyPlaces(written);
    Map<String, Integer> others = onlyPlaces(read);
    List<int[]> common = new ArrayList<>();
    for (int k = 0; k + RUN <= written.size(); k++) {
      String run = run(written, k);
      Integer other = others.get(run);
      if (other != null && other >= 0 && places.getOrDefault(run, -1) == k) {
        common.add(new int[] {k, other});
      }
    }
    List<int[]> anchors = new ArrayList<>();
    int lastWritten = -1;
    int lastRead = -1;
    for (int[] run : increasing(common)) {
      for (int k = 0; k < RUN; k++) {
        if (run[0] + k > lastWritten && run[1] + k > lastRead) {
          lastWritten = run[0] + k;
          lastRead = run[1] + k;
          anchors.add(new int[] {lastWritten, lastRead});
        }
      }
    }
    return anchors;
  }

  /** Where each run of words stands; -1 for one that stands in several places. */
  private static Map<String, Integer> onlyPlaces(List<WordForm> words) {
    Map<String, Integer> places = new HashMap<>();
    for (int k = 0; k + RUN <= words.size(); k++) {
      places.merge(run(words, k), k, (one, other) -> -1);
    }
    places.keySet().removeIf(run -> run.length() < LEAST_RUN_LETTERS + RUN - 1);
    return places;
  }

  private static String run(List<WordForm> words, int from) {
    return words.get(from).folded()
        + " "
        + words.get(from + 1).folded()
        + " "
        + words.get(from + 2).folded();
  }

  /** The longest chain of pairs whose second part increases; the first does already. */
  private static List<int[]> increasing(List<int[]> pairs) {
    int[] tails = new int[pairs.size()];
    int[] before = new int[pairs.size()];
    int length = 0;
    for (int k = 0; k < pairs.size(); k++) {
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (pairs.get(tails[middle])[1] < pairs.get(k)[1]) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      before[k] = low > 0 ? tails[low - 1] : -1;
      tails[low] = k;
      length = Math.max(length, low + 1);
    }
    List<int[]> chain = new ArrayList<>();
    for (int k = length > 0 ? tails[length - 1] : -1; k >= 0; k = before[k]) {
      chain.add(pairs.get(k));
    }
    Collections.reverse(chain);
    return chain;
  }

  /** Aligns a stretch between anchors. */
  private void stretch(int writtenFrom, int writtenTo, int readFrom, int readTo) {
    int rows = writtenTo - writtenFrom;
    int columns = readTo - readFrom;
    if (rows == 0 || columns == 0) {
      for (int k = writtenFrom; k < writtenTo; k++) {
        cost += written.get(k).alone();
        add(k, 1, readFrom, 0);
      }
      for (int k = readFrom; k < readTo; k++) {
        cost += read.get(k).alone();
        add(writtenTo, 0, k, 1);
      }
      return;
    }
    new Search(writtenFrom, rows, readFrom, columns).run();
  }

  /** One search over a stretch. */
  private final class Search {
    private final int writtenFrom;
    private final int rows;
    private final int readFrom;
    private final int columns;
    private final int halfBand;
    private final byte[][] steps;
    private final int[][] costs;

    Search(int writtenFrom, int rows, int readFrom, int columns) {
      this.writtenFrom = writtenFrom;
      this.rows = rows;
      this.readFrom = readFrom;
      this.columns = columns;
      boolean whole = (rows + 1L) * (columns + 1L) <= cells;
      // The band must reach from one row's middle to that of the next.
      int narrowest = columns / rows + 2;
      halfBand = whole ? columns : Math.max(narrowest, cells / (2 * (rows + 1)));
      steps = new byte[rows + 1][];
      costs = new int[RUN][columns + 1];
    }

    void run() {
      for (int row = 0; row <= rows; row++) {
        fill(row);
      }
      cost += costs[rows % RUN][columns];
      List<WordPair> backwards = new ArrayList<>();
      int row = rows;
      int column = columns;
      while (row > 0 || column > 0) {
        WordPair pair = step(row, column);
        backwards.add(pair);
        row -= pair.writtenCount();
        column -= pair.readCount();
      }
      Collections.reverse(backwards);
      pairs.addAll(backwards);
    }

    private int first(int row) {
      return Math.max(0, (int) ((long) row * columns / rows) - halfBand);
    }

    private int last(int row) {
      return Math.min(columns, (int) ((long) row * columns / rows) + halfBand);
    }

    private void fill(int row) {
      int[] costsOfRow = costs[row % RUN];
      Arrays.fill(costsOfRow, INFINITE);
      int first = first(row);
      int last = last(row);
      byte[] stepsOfRow = new byte[last - first + 1];
      for (int column = first; column <= last; column++) {
        int best = row == 0 && column == 0 ? 0 : INFINITE;
        byte step = 0;
        for (byte candidate = SAME; candidate <= TWO_FOR_ONE_READ; candidate++) {
          int sum = reached(candidate, row, column, best);
          if (sum < best) {
            best = sum;
            step = candidate;
          }
        }
        costsOfRow[column] = best;
        stepsOfRow[column - first] = step;
      }
      steps[row] = stepsOfRow;
    }

    /**
     * The cost at a cell when it is reached by a step; {@code best} or more when that is no use.
     */
    private int reached(byte step, int row, int column, int best) {
      int writtenCount = writtenCount(step);
      int readCount = readCount(step);
      if (row < writtenCount || column < readCount) {
        return INFINITE;
      }
      int before = costs[(row - writtenCount) % RUN][column - readCount];
      if (before >= best) {
        return INFINITE;
      }
      int w = writtenFrom + row - 1;
      int r = readFrom + column - 1;
      return before
          + switch (step) {
            case SAME -> written.get(w).insteadOf(read.get(r));
            case WRITTEN_ALONE -> written.get(w).alone();
            case READ_ALONE -> read.get(r).alone();
            case ONE_FOR_TWO_READ -> oneForTwo(w, r);
            default -> joined(written.get(w - 1).folded() + written.get(w).folded(), read.get(r));
          };
    }

    private int oneForTwo(int w, int r) {
      if (!joinable.get(r - 1)) {
        return INFINITE;
      }
      String head = read.get(r - 1).folded();
      String tail = read.get(r).folded();
      String stem = Hyphen.ends(head) ? head.substring(0, head.length() - 1) : head;
      return Math.min(joined(stem + tail, written.get(w)), joined(head + tail, written.get(w)));
    }

    private int joined(String two, WordForm one) {
      int longer = Math.max(two.length(), one.folded().length());
      if (Math.abs(two.length() - one.folded().length()) > GREATEST_JOINED_DISTANCE * longer) {
        return INFINITE;
      }
      int distance = Likeness.distance(two, one.folded());
      return distance > GREATEST_JOINED_DISTANCE * longer
          ? INFINITE
          : WordForm.CHARACTER * distance + 1;
    }

    private WordPair step(int row, int column) {
      byte step = steps[row][column - first(row)];
      int writtenCount = writtenCount(step);
      int readCount = readCount(step);
      return new WordPair(
          writtenFrom + row - writtenCount, writtenCount, readFrom + column - readCount, readCount);
    }

    private static int writtenCount(byte step) {
      return step == READ_ALONE ? 0 : step == TWO_FOR_ONE_READ ? 2 : 1;
    }

    private static int readCount(byte step) {
      return step == WRITTEN_ALONE ? 0 : step == ONE_FOR_TWO_READ ? 2 : 1;
    }
  }
}
