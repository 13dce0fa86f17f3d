package org.cotejo.translation.exchange.translation;

/**
 * How much of a file is read before it is refused.
 *
 * @param depth of elements inside each other
 * @param characters of the text
 * @param entries of a package
 * @param partBytes of one part of a package, unpacked
 */
public record TranslationLimits(int depth, int characters, int entries, long partBytes) {}
