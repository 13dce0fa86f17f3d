package org.cotejo.translation.bitext;

/**
 * A file in the object store, as events name it.
 *
 * @param objectKey its key in the bucket
 * @param digest {@code sha256:<hex>} of its content
 * @param mediaType as it was written
 * @param sizeBytes its length
 */
public record StoredObject(String objectKey, String digest, String mediaType, long sizeBytes) {}
