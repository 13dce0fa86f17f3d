package org.cotejo.translation.alignment;

import java.util.List;

/**
 * What is known of the words of two languages before a text is read, such as the lexicon of an
 * archive's finished bitexts.
 *
 * <p>Words are word families as {@link WordFamilies} gives them. An entry is an expectation, not a
 * rule: {@link AlignmentSettings#priorWeight} says how many sightings in the text it is worth. Must
 * give the same answers for the whole of an alignment.
 */
@FunctionalInterface
public interface PriorLexicon {
  /** Nothing is known. */
  PriorLexicon NONE = source -> List.of();

  /**
   * Translations of a source family; none when the family is not known. Each of them is looked at,
   * so an implementation prunes the improbable ones.
   */
  List<Translation> translations(String sourceFamily);

  /**
   * A family of the target language for one of the source.
   *
   * @param targetFamily as {@link WordFamilies} gives it
   * @param targetGivenSource p(target | source), 0 to 1
   * @param sourceGivenTarget p(source | target), 0 to 1
   */
  record Translation(String targetFamily, double targetGivenSource, double sourceGivenTarget) {
    public Translation {
      if (!(targetGivenSource >= 0 && targetGivenSource <= 1)
          || !(sourceGivenTarget >= 0 && sourceGivenTarget <= 1)) {
        throw new IllegalArgumentException("a probability is 0 to 1");
      }
    }
  }
}
