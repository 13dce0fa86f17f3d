package org.cotejo.translation.collation;

/** Looks for one kind of difference, or for kinds that must know of each other. */
interface CollationRule {
  void check(Comparison comparison, Findings findings);
}
