package org.cotejo.ocr.recognition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Two readings of one page joined line by line: where both see the same rows, those lines stand
 * that say more with certainty; the first reading stays when they are about as good. Rows that the
 * second reading alone has are added when they were read surely.
 */
public final class JoinedReadings {
  /** Changes with any change of these rules. */
  public static final String VERSION = "1";

  /** A word of this confidence is worth nothing, one below counts against its line. */
  private static final double WORTHLESS = 0.2;

  /** What the second reading of some rows must be worth against the first. */
  private static final double LEAST_RATIO = 1.05;

  /** And more than it, in letters read with certainty. */
  private static final double LEAST_GAIN = 1.6;

  /** Lines of one row share at least this part of the height of the lower one. */
  private static final double SHARED_HEIGHT = 0.5;

  private static final double LEAST_CONFIDENCE = 0.7;
  private static final int LEAST_LETTERS = 4;

  /** A page whose letters were read with less confidence than this is worth a second reading. */
  private static final double DOUBTFUL_BELOW = 0.85;

  /** Of a page with fewer letters its confidence says little. */
  private static final int LEAST_LETTERS_OF_PAGE = 100;

  /** More lines than this that hang together are no rows but a skew page or a stamp across them. */
  private static final int MOST_LINES = 8;

  private JoinedReadings() {}

  /** Whether a page was read so doubtfully that a second reading may pay. */
  public static boolean isDoubtful(List<Block> blocks) {
    double letters = 0;
    double certain = 0;
    for (Line line : lines(blocks)) {
      for (Word word : line.words()) {
        letters += letters(word.text());
        certain += letters(word.text()) * word.confidence();
      }
    }
    return letters >= LEAST_LETTERS_OF_PAGE && certain < DOUBTFUL_BELOW * letters;
  }

  /** The blocks of the first reading, with lines of the second in place of or beside its own. */
  public static List<Block> joined(List<Block> first, List<Block> second) {
    List<Line> ours = lines(first);
    List<Line> others = lines(second);
    Map<Line, List<Line>> taken = new HashMap<>();
    Set<Line> dropped = new HashSet<>();
    List<Line> added = new ArrayList<>();
    for (Rows rows : rows(ours, others)) {
      if (rows.ours().isEmpty()) {
        rows.others().stream().filter(JoinedReadings::isSure).forEach(added::add);
      } else if (rows.ours().size() + rows.others().size() <= MOST_LINES
          && worth(rows.others()) > LEAST_RATIO * worth(rows.ours()) + LEAST_GAIN) {
        taken.put(rows.ours().getFirst(), rows.others());
        dropped.addAll(rows.ours());
      }
    }
    List<Block> blocks = new ArrayList<>();
    for (Block block : first) {
      List<Line> lines = new ArrayList<>();
      for (Line line : block.lines()) {
        lines.addAll(taken.getOrDefault(line, dropped.contains(line) ? List.of() : List.of(line)));
      }
      blocks.add(new Block(lines));
    }
    return MissedLines.placed(blocks, new MissedLines.Found(added, List.of()));
  }

  private record Rows(List<Line> ours, List<Line> others) {}

  /** Lines that stand in the same rows, by both readings. */
  private static List<Rows> rows(List<Line> ours, List<Line> others) {
    int count = ours.size() + others.size();
    int[] root = new int[count];
    for (int at = 0; at < count; at++) {
      root[at] = at;
    }
    for (int one = 0; one < ours.size(); one++) {
      for (int other = 0; other < others.size(); other++) {
        if (share(ours.get(one).box(), others.get(other).box())) {
          root[find(root, one)] = find(root, ours.size() + other);
        }
      }
    }
    Map<Integer, Rows> rows = new LinkedHashMap<>();
    for (int at = 0; at < count; at++) {
      Rows row =
          rows.computeIfAbsent(find(root, at), _ -> new Rows(new ArrayList<>(), new ArrayList<>()));
      if (at < ours.size()) {
        row.ours().add(ours.get(at));
      } else {
        row.others().add(others.get(at - ours.size()));
      }
    }
    return List.copyOf(rows.values());
  }

  private static int find(int[] root, int at) {
    int found = at;
    while (root[found] != found) {
      root[found] = root[root[found]];
      found = root[found];
    }
    return found;
  }

  private static boolean share(Box one, Box other) {
    int high = Math.min(one.bottom(), other.bottom()) - Math.max(one.y(), other.y());
    return high >= SHARED_HEIGHT * Math.min(one.height(), other.height())
        && one.x() < other.right()
        && other.x() < one.right();
  }

  /** Letters and digits, each with what its word's confidence is above {@link #WORTHLESS}. */
  private static double worth(List<Line> lines) {
    return lines.stream()
        .flatMap(line -> line.words().stream())
        .mapToDouble(word -> letters(word.text()) * (word.confidence() - WORTHLESS))
        .sum();
  }

  private static boolean isSure(Line line) {
    return line.confidence() >= LEAST_CONFIDENCE && letters(line.text()) >= LEAST_LETTERS;
  }

  private static long letters(String text) {
    return text.codePoints().filter(Character::isLetterOrDigit).count();
  }

  private static List<Line> lines(List<Block> blocks) {
    return blocks.stream().flatMap(block -> block.lines().stream()).toList();
  }
}
