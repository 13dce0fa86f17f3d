package org.cotejo.ingest.fixity;

/**
 * A file in the object store with what it was when it came in.
 *
 * @param objectKey where it is
 * @param digest SHA-256 in hexadecimal digits
 * @param sizeBytes length
 */
public record StoredFile(String objectKey, String digest, long sizeBytes) {}
