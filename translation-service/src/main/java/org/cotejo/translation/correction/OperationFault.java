package org.cotejo.translation.correction;

/**
 * Why an operation cannot be done.
 *
 * @param code for machines
 * @param field what is at fault, for instance {@code operations[2].source}
 * @param message for people
 */
public record OperationFault(String code, String field, String message) {}
