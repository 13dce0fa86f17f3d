package org.cotejo.translation.collation;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cotejo.translation.alignment.KnownTranslations;
import org.cotejo.translation.bitext.Bitext;
import org.cotejo.translation.bitext.Reading;

/** What the models of {@link Gaps} are shown, for those who fit their weights. */
public final class GapLooks {
  private GapLooks() {}

  /**
   * The sentences of one side that are judged.
   *
   * @param ofSource whether of the original
   */
  public static List<GapLook> of(
      Reading reading, Bitext bitext, KnownTranslations archive, boolean ofSource) {
    Comparison comparison = Comparison.of(reading, bitext, archive);
    return side(comparison, ofSource).looks(Set.of(), unlinked(comparison, ofSource));
  }

  /**
   * One sentence of one side, where it is judged.
   *
   * @param ofSource whether of the original
   */
  public static Optional<GapLook> of(
      Reading reading, Bitext bitext, KnownTranslations archive, boolean ofSource, int segment) {
    Comparison comparison = Comparison.of(reading, bitext, archive);
    return side(comparison, ofSource).look(segment, Set.of(), unlinked(comparison, ofSource));
  }

  private static OneSide side(Comparison comparison, boolean ofSource) {
    return new OneSide(comparison, new Counterparts(comparison, comparison.archive()), ofSource);
  }

  private static Set<Integer> unlinked(Comparison comparison, boolean ofSource) {
    Bitext bitext = comparison.bitext();
    Set<Integer> unlinked =
        new HashSet<>(ofSource ? bitext.unlinkedSource() : bitext.unlinkedTarget());
    Side own = ofSource ? comparison.source() : comparison.target();
    unlinked.removeIf(segment -> LinkRules.isFurniture(own.textOf(segment)));
    return unlinked;
  }
}
