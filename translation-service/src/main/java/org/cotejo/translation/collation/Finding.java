package org.cotejo.translation.collation;

/**
 * A difference that a curator should look at.
 *
 * @param key names the finding by its content, so that it stays the same when the document is
 *     processed again and segments are counted otherwise; unique in its bitext
 * @param rule what kind of difference
 * @param source place in the original
 * @param target place in the translation
 * @param said what curators are told
 */
public record Finding(String key, Rule rule, Place source, Place target, Phrase.Said said) {

  /** A sentence for curators, in English. */
  public String message() {
    return said.sentence();
  }

  /** How much it matters. */
  public Severity severity() {
    return rule.severity(said.phrase());
  }

  /** The same finding under another name. */
  Finding withKey(String other) {
    return other.equals(key) ? this : new Finding(other, rule, source, target, said);
  }
}
