package org.cotejo.objects;

import org.jspecify.annotations.Nullable;

/** Root of everything that can go wrong with the object store. */
public abstract sealed class ObjectStoreException extends RuntimeException {
  ObjectStoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** Whether the same call may work later. */
  public abstract boolean transientFailure();

  /** There is no object under the key. */
  public static final class ObjectMissing extends ObjectStoreException {
    public ObjectMissing(ObjectKey key) {
      super("no object under " + key, null);
    }

    @Override
    public boolean transientFailure() {
      return false;
    }
  }

  /** The content is not what its digest or size says. */
  public static final class DigestMismatch extends ObjectStoreException {
    public DigestMismatch(ObjectKey key, String expected, String actual) {
      super("object " + key + " should be " + expected + " but is " + actual, null);
    }

    @Override
    public boolean transientFailure() {
      return false;
    }
  }

  /** The object is larger than the reader allows. */
  public static final class ObjectTooLarge extends ObjectStoreException {
    public ObjectTooLarge(ObjectKey key, long sizeBytes, long maximumBytes) {
      super(
          "object " + key + " has " + sizeBytes + " bytes; at most " + maximumBytes + " allowed",
          null);
    }

    @Override
    public boolean transientFailure() {
      return false;
    }
  }

  /** The store did not answer, or answered with an error of its own. */
  public static final class StoreUnavailable extends ObjectStoreException {
    public StoreUnavailable(String action, Throwable cause) {
      super("the object store failed to " + action, cause);
    }

    @Override
    public boolean transientFailure() {
      return true;
    }
  }
}
