package org.cotejo.ingest.catalogue;

/**
 * One fault of a submission.
 *
 * @param code for machines, for instance {@code record.title-missing}
 * @param field what is at fault, for instance {@code record.date.edtf} or {@code scan[2]}
 * @param message for people
 */
public record Finding(String code, String field, String message) {}
