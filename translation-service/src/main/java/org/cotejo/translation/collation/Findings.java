package org.cotejo.translation.collation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gathers what the rules find and gives each finding its key. */
final class Findings {
  private final Comparison comparison;
  private final List<Finding> found = new ArrayList<>();
  private final Map<String, Integer> occurrences = new HashMap<>();

  Findings(Comparison comparison) {
    this.comparison = comparison;
  }

  /** Adds a finding; words of the original that were hardly read are told to be so. */
  void add(Rule rule, Place source, Place target, Phrase.Said sure) {
    add(rule, source, target, sure, comparison.isHardlyRead(source));
  }

  /**
   * Adds a finding.
   *
   * @param doubtful whether it may be due to what was hardly read
   */
  void add(Rule rule, Place source, Place target, Phrase.Said sure, boolean doubtful) {
    Phrase.Said said = doubtful ? sure.doubted() : sure;
    FindingAnchor anchor =
        FindingAnchor.of(
            rule,
            source,
            target,
            said.sentence(),
            comparison.source().text(),
            comparison.target().text());
    int occurrence = occurrences.merge(anchor.name(), 1, Integer::sum);
    found.add(new Finding(FindingKey.of(anchor, occurrence), rule, source, target, said));
  }

  List<Finding> inOrder() {
    return List.copyOf(found);
  }
}
