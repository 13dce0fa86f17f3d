package org.cotejo.translation.collation;

import java.util.List;
import java.util.regex.Pattern;

/** Marks of a sentence that translators keep: of questions and cries, brackets, figures. */
final class Marks {
  private static final int MOST = 2;
  private static final List<Pattern> KEPT =
      List.of(
          Pattern.compile("[?\u00bf]"),
          Pattern.compile("[!\u00a1]"),
          Pattern.compile("[(\\[]"),
          Pattern.compile("\\d+"));

  private Marks() {}

  /**
   * How many kinds of marks of a part the other side has no room for, less those for which it has.
   *
   * @param part the part
   * @param beside what else the other side stands for
   * @param other the other side
   * @return -2 to 2
   */
  static double without(String part, String beside, String other) {
    int without = 0;
    for (Pattern mark : KEPT) {
      if (mark.matcher(part).find()) {
        without += count(mark, other) > count(mark, beside) ? -1 : 1;
      }
    }
    return Math.clamp(without, -MOST, MOST);
  }

  private static long count(Pattern mark, String text) {
    return mark.matcher(text).results().count();
  }
}
