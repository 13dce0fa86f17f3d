package org.cotejo.translation.alignment.bench;

import java.util.Random;

/** Errors of recognition in one line. */
final class Misreading {
  /** Letters and what they are often read as; the rest become any letter. */
  private static final String[] LOOK_ALIKES = {
    "ec",
    "ce",
    "nu",
    "un",
    "il",
    "li",
    "1l",
    "o0",
    "0o",
    "hb",
    "bh",
    "ao",
    "tf",
    "ft",
    "m\u0000rn",
    "w\u0000vv",
    "d\u0000cl",
    "S5",
    "5S",
    "B8",
    "8B",
    "Il",
    "g9"
  };

  private static final double REPLACED = .7;
  private static final double LOST = .85;
  private static final int LINE_WIDTH = 60;

  private Misreading() {}

  /** A line of which a share of the visible characters is replaced, lost or doubled. */
  static String misread(String line, double share, Random random) {
    StringBuilder read = new StringBuilder(line.length());
    for (int at = 0; at < line.length(); at++) {
      char letter = line.charAt(at);
      if (Character.isWhitespace(letter) || random.nextDouble() >= share) {
        read.append(letter);
        continue;
      }
      double kind = random.nextDouble();
      if (kind < REPLACED) {
        read.append(lookAlike(letter, random));
      } else if (kind >= LOST) {
        read.append(letter).append((char) ('a' + random.nextInt(26)));
      }
    }
    return read.toString();
  }

  private static String lookAlike(char letter, Random random) {
    for (String pair : LOOK_ALIKES) {
      if (pair.charAt(0) == letter) {
        return pair.substring(pair.charAt(1) == 0 ? 2 : 1);
      }
    }
    return Character.toString((char) ('a' + random.nextInt(26)));
  }

  /** A line broken every {@value #LINE_WIDTH} characters, inside words with a hyphen. */
  static String brokenLines(String line) {
    StringBuilder broken = new StringBuilder(line.length() + 8);
    for (int at = 0; at < line.length(); at++) {
      boolean insideWord =
          at > 1
              && at < line.length() - 2
              && Character.isLetter(line.charAt(at - 1))
              && Character.isLetter(line.charAt(at));
      if (at > 0 && at % LINE_WIDTH == 0 && insideWord) {
        broken.append("- ");
      }
      broken.append(line.charAt(at));
    }
    return broken.toString();
  }
}
