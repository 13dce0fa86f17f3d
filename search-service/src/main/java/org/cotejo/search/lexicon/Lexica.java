package org.cotejo.search.lexicon;

import java.util.Collection;
import java.util.List;

/** All lexica of the archive as they stand at one moment. */
public final class Lexica {
  /** No lexicon at all. */
  public static final Lexica NONE = new Lexica(List.of());

  private final List<Lexicon> lexica;

  public Lexica(Collection<Lexicon> lexica) {
    this.lexica = List.copyOf(lexica);
  }

  /**
   * The renderings of a word in every language. Nobody says in which language it is typed, so each
   * lexicon that knows it has its say.
   */
  public List<Rendering> of(String word) {
    return lexica.stream().flatMap(lexicon -> lexicon.of(word).stream()).toList();
  }

  /** Those that hold now; every search asks once. */
  @FunctionalInterface
  public interface Source {
    Lexica now();
  }
}
