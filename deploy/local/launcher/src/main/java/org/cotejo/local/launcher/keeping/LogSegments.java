package org.cotejo.local.launcher.keeping;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.local.launcher.Refusal;

/**
 * Names of the files of PostgreSQL's log: timeline, high and low part of the number, eight
 * hexadecimal digits each; 256 files of 16 MiB for each high part.
 */
final class LogSegments {
  private static final int SEGMENTS_OF_A_HIGH_PART = 256;
  private static final int DIGITS = 8;
  private static final int RADIX = 16;

  /** 64 GiB of log: a copying during which more was written is better repeated at a quiet hour. */
  private static final int MOST = 4096;

  private LogSegments() {}

  /**
   * The names from one to another, both included.
   *
   * @throws Refusal when they are not of one timeline, or too many
   */
  static List<String> between(String first, String last) {
    String timeline = first.substring(0, DIGITS);
    long start = number(first);
    long end = number(last);
    if (!last.startsWith(timeline) || end < start || end - start >= MOST) {
      throw new Refusal("the database's log from " + first + " to " + last + " cannot be copied");
    }
    List<String> names = new ArrayList<>();
    for (long number = start; number <= end; number++) {
      names.add(
          timeline
              + "%08X%08X"
                  .formatted(number / SEGMENTS_OF_A_HIGH_PART, number % SEGMENTS_OF_A_HIGH_PART));
    }
    return names;
  }

  private static long number(String name) {
    long high = Long.parseLong(name.substring(DIGITS, 2 * DIGITS), RADIX);
    return high * SEGMENTS_OF_A_HIGH_PART + Long.parseLong(name.substring(2 * DIGITS), RADIX);
  }
}
