package org.cotejo.search.names;

import java.util.List;
import java.util.Set;

/**
 * The other forms under which a name is looked for.
 *
 * @param sounds codes, of which a word of a text has one
 * @param aliases forms of the curated table
 */
public record NameForms(Set<String> sounds, List<String> aliases) {
  /** No other forms. */
  public static final NameForms NONE = new NameForms(Set.of(), List.of());

  public NameForms {
    sounds = Set.copyOf(sounds);
    aliases = List.copyOf(aliases);
  }

  public boolean isEmpty() {
    return sounds.isEmpty() && aliases.isEmpty();
  }
}
