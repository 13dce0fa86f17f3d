package org.cotejo.translation.collation;

/**
 * A link: stretches of both sides that say the same.
 *
 * @param confidence of the link, 0 to 1
 */
record Couple(Stretch source, Stretch target, double confidence) {}
