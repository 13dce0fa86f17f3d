package org.cotejo.translation.correction;

/**
 * One thing that a change says.
 *
 * @param change id of the change
 * @param index which of its facts, from 0
 */
public record FactRef(long change, int index) {}
