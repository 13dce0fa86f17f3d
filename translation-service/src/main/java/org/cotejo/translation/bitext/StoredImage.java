package org.cotejo.translation.bitext;

/**
 * An image in the object store, as events name it.
 *
 * @param objectKey its key in the bucket
 * @param digest {@code sha256:<hex>} of its content
 * @param mediaType as it was written
 * @param sizeBytes its length
 * @param widthPixels its width
 * @param heightPixels its height
 */
public record StoredImage(
    String objectKey,
    String digest,
    String mediaType,
    long sizeBytes,
    int widthPixels,
    int heightPixels) {}
