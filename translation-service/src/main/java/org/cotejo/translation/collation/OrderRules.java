package org.cotejo.translation.collation;

import java.util.List;

/** Passages that the translation has at another place than the original, by their links. */
final class OrderRules implements CollationRule {

  @Override
  public void check(Comparison comparison, Findings findings) {
    for (List<Couple> passage : CrossingLinks.passages(comparison.couples())) {
      findings.add(
          Rule.ORDER,
          comparison.whole(
              new Stretch(
                  comparison.source(),
                  passage.getFirst().source().first(),
                  passage.getLast().source().end())),
          comparison.whole(
              new Stretch(
                  comparison.target(),
                  passage.getFirst().target().first(),
                  passage.getLast().target().end())),
          Phrase.MOVED.with());
    }
  }
}
