package org.cotejo.translation.collation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.cotejo.translation.reading.Likeness;

/** Whether words of two texts may be one name by letters or sound; keeps what it has heard. */
final class NameLikeness {
  private static final int SHORTEST_STEM = 5;
  // Sounds of this length on may differ in one: Vesfaliano and Westphalian.
  private static final int LONG_SOUND = 5;

  private final Map<String, Heard> heard = new HashMap<>();

  /**
   * How a word sounds.
   *
   * @param beginnings its first sounds in each reading
   * @param sounds its sounds in each reading, where they are many
   */
  private record Heard(Set<String> beginnings, Set<String> sounds) {

    static Heard of(String folded) {
      Set<String> longest = new HashSet<>(Spelling.sounds(folded));
      longest.removeIf(sound -> sound.length() < LONG_SOUND);
      return new Heard(Spelling.beginnings(folded), longest);
    }

    boolean meets(Heard other) {
      return beginnings.stream().anyMatch(other.beginnings::contains)
          || sounds.stream()
              .anyMatch(
                  sound ->
                      other.sounds.stream()
                          .anyMatch(
                              another ->
                                  sound.charAt(0) == another.charAt(0)
                                      && Likeness.distance(sound, another) <= 1));
    }
  }

  /** Whether two words, one of which is a name, may be the same or come of the same third. */
  boolean alike(Name one, Name other) {
    String first = one.folded();
    String second = other.folded();
    if (Spelling.written(first, second)) {
      return true;
    }
    boolean names = one.capital() && other.capital();
    return names
        ? Spelling.sameStart(first, second) || heard(first).meets(heard(second))
        : isStem(first, second);
  }

  private Heard heard(String folded) {
    return heard.computeIfAbsent(folded, Heard::of);
  }

  /** Whether one is the other with an ending: {@code Népal}, {@code nepalisch}. */
  private static boolean isStem(String one, String other) {
    return Math.min(one.length(), other.length()) >= SHORTEST_STEM
        && (one.startsWith(other) || other.startsWith(one));
  }
}
