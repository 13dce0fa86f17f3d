/**
 * Sets a translation beside its original, link by link, and says where the two differ.
 *
 * <p>Each {@link org.cotejo.translation.collation.Rule} looks for one kind of difference and knows
 * nothing of the others; {@link org.cotejo.translation.collation.Collator} runs them all. No
 * dictionary is needed: numbers and dates are compared by value, names by spelling and sound.
 */
package org.cotejo.translation.collation;
