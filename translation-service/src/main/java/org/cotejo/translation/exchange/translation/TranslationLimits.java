package org.cotejo.translation.exchange.translation;

/**
 * How much of a file is read before it is refused.
 *
 * @param depth of elements inside each other
 * @param characters of the text
 * @param entries of a package
 * @param partBytes of one part of a package, unpacked
 * @param htmlBytes of a page in HTML, which is held whole
 */
public record TranslationLimits(
    int depth, int characters, int entries, long partBytes, long htmlBytes) {}
