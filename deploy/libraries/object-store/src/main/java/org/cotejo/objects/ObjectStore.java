package org.cotejo.objects;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Immutable objects under keys, in any S3 store.
 *
 * <p>An object is written once and never overwritten, unless it is damaged. All methods throw
 * {@link ObjectStoreException}: its {@code StoreUnavailable} is transient, the others are
 * permanent.
 */
public interface ObjectStore {

  /**
   * Writes an object unless its key is taken, and reads it back to check it.
   *
   * @param digest must be that of the content
   * @throws ObjectStoreException.DigestMismatch when content and digest differ before or after the
   *     write, or when the key holds something of another size
   */
  PutOutcome putIfAbsent(ObjectKey key, Digest digest, String mediaType, byte[] content);

  /** Like {@link #putIfAbsent(ObjectKey, Digest, String, byte[])}, streamed from a file. */
  PutOutcome putIfAbsent(ObjectKey key, Digest digest, String mediaType, Path file);

  /**
   * Writes an object over whatever its key holds, in one step, and reads it back to check it. For
   * repairs alone: what is there must be known to be damaged.
   *
   * @param digest must be that of the file
   * @throws ObjectStoreException.DigestMismatch when content and digest differ before or after
   */
  void replaceDamaged(ObjectKey key, Digest digest, String mediaType, Path file);

  /**
   * Reads a whole object.
   *
   * @param maximumBytes the caller's limit
   */
  byte[] read(ObjectKey key, long maximumBytes);

  /** Reads a whole object and checks its digest. */
  default byte[] readVerified(ObjectKey key, Digest expected, long maximumBytes) {
    byte[] content = read(key, maximumBytes);
    Digest actual = Digest.of(content);
    if (!actual.equals(expected)) {
      throw new ObjectStoreException.DigestMismatch(key, expected.toString(), actual.toString());
    }
    return content;
  }

  /** Copies an object into a file and checks its digest; the file is removed when it differs. */
  default void download(ObjectKey key, Digest expected, Path target) {
    download(key, expected, target, () -> {});
  }

  /**
   * The same, for one who wants to see it go on.
   *
   * @param progress is run after each piece of some kilobytes
   */
  void download(ObjectKey key, Digest expected, Path target, Runnable progress);

  /**
   * The digest of an object's bytes as they are now, read as a stream: no more than a buffer of
   * them is in memory.
   *
   * @throws ObjectStoreException.ObjectMissing when there is no such object
   */
  Digest digestOf(ObjectKey key);

  /** Size, media type and recorded digest; empty when there is no such object. */
  Optional<ObjectStat> stat(ObjectKey key);

  /** The keys that begin with a prefix, in order, fetched page by page; close the stream. */
  Stream<ObjectKey> list(String prefix);

  /** A link by which a client may write the object once within the time given. */
  URI presignPut(ObjectKey key, Duration validity);

  /** A link by which a client may read the object within the time given. */
  URI presignGet(ObjectKey key, Duration validity);

  /** Removes an object; for temporary uploads alone. Nothing happens when it is not there. */
  void delete(ObjectKey key);

  /** Asks the store for its bucket, and makes it when it is missing. */
  void ensureBucket();
}
