package org.cotejo.translation.bitext;

/**
 * How links were made.
 *
 * @param name of the method
 * @param version of the method
 * @param fingerprint of method, version and settings
 */
public record Method(String name, String version, String fingerprint) {}
