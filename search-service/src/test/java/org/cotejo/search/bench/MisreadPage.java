package org.cotejo.search.bench;

import java.util.Map;
import java.util.Random;

/**
 * Misreads a text as recognition does a poor carbon copy: a share of its letters comes out wrong.
 */
public final class MisreadPage {
  private static final Map<Character, String> TAKEN_FOR =
      Map.ofEntries(
          Map.entry('e', "c"),
          Map.entry('c', "e"),
          Map.entry('o', "0"),
          Map.entry('a', "o"),
          Map.entry('l', "1"),
          Map.entry('i', "l"),
          Map.entry('n', "u"),
          Map.entry('u', "n"),
          Map.entry('m', "rn"),
          Map.entry('h', "b"),
          Map.entry('s', "5"),
          Map.entry('r', "t"),
          Map.entry('t', "f"),
          Map.entry('d', "cl"),
          Map.entry('g', "q"),
          Map.entry('v', "y"));

  private final Random random;
  private final double share;

  /**
   * A reader of so poor pages.
   *
   * @param share of letters that are misread, 0 to 1
   */
  public MisreadPage(double share, long seed) {
    this.share = share;
    this.random = new Random(seed);
  }

  public String read(String text) {
    StringBuilder read = new StringBuilder(text.length());
    for (char letter : text.toCharArray()) {
      if (!Character.isLetter(letter) || random.nextDouble() >= share) {
        read.append(letter);
        continue;
      }
      switch (random.nextInt(10)) {
        case 0 -> {} // faded
        case 1 -> read.append(letter).append('.');
        default -> read.append(TAKEN_FOR.getOrDefault(Character.toLowerCase(letter), "?"));
      }
    }
    return read.toString();
  }
}
