package org.cotejo.translation.collation;

import java.util.List;
import org.cotejo.translation.alignment.KnownTranslations;
import org.cotejo.translation.bitext.Bitext;
import org.cotejo.translation.bitext.Reading;

/** Runs all rules over a bitext. The same bitext gives the same findings. */
public final class Collator {
  /** Raised when the rules come to find something else in the same bitext: answers depend on it. */
  public static final int VERSION = 11;

  private static final List<CollationRule> RULES =
      List.of(
          new NumberRules(),
          new NameRules(),
          new VariantRules(),
          new WordingRules(),
          new PassageRules(),
          new OrderRules());

  /** The findings, by rule, each rule's in the order of the text. */
  public List<Finding> collate(Reading reading, Bitext bitext) {
    return collate(reading, bitext, KnownTranslations.NONE);
  }

  /**
   * The same with what the archive teaches of the two languages' words.
   *
   * @param archive must not have learned from this bitext: it would believe its links
   */
  public List<Finding> collate(Reading reading, Bitext bitext, KnownTranslations archive) {
    Comparison comparison = Comparison.of(reading, bitext, archive);
    Findings findings = new Findings(comparison);
    // What stands in a link by mistake is not compared any further.
    Comparison trusted = comparison.without(new LinkRules().check(comparison, findings));
    RULES.forEach(rule -> rule.check(trusted, findings));
    return findings.inOrder();
  }
}
