package org.cotejo.ocr.surrogates;

import java.util.regex.Pattern;

/**
 * A file in the object store as events describe it.
 *
 * @param objectKey where it is
 * @param digest {@code sha256:<hex>} of its bytes
 * @param mediaType for instance {@code image/png}
 * @param sizeBytes length of the file
 */
public record StoredObject(String objectKey, String digest, String mediaType, long sizeBytes) {
  private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

  public StoredObject {
    if (objectKey.isBlank() || mediaType.isBlank()) {
      throw new IllegalArgumentException("a stored object has a key and a media type");
    }
    if (!DIGEST.matcher(digest).matches()) {
      throw new IllegalArgumentException("not a SHA-256 digest: " + digest);
    }
    if (sizeBytes < 0) {
      throw new IllegalArgumentException("a size is not negative: " + sizeBytes);
    }
  }

  /** The 64 hexadecimal digits of the digest. */
  public String digestHex() {
    return digest.substring("sha256:".length());
  }
}
