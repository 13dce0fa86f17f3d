package org.cotejo.search.names;

import java.util.Set;

/** How a name sounds, as codes that are equal for names which sound alike. */
@FunctionalInterface
public interface NameSounds {
  /**
   * The codes of one word.
   *
   * @param latin lower-case Latin letters, spelt so that English rules of reading hold
   * @return empty for a word that is too short to be told from others by its sound
   */
  Set<String> codes(String latin);
}
