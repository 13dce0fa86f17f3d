package org.cotejo.objects;

import java.util.Optional;

/**
 * What the store says of an object without reading it.
 *
 * @param sizeBytes length of the content
 * @param mediaType as given when it was written
 * @param digest as recorded when it was written; absent for an object that came in by a presigned
 *     PUT
 */
public record ObjectStat(long sizeBytes, String mediaType, Optional<Digest> digest) {}
