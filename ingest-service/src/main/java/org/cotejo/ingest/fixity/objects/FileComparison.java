package org.cotejo.ingest.fixity.objects;

import org.cotejo.ingest.fixity.FixityOutcome;
import org.cotejo.ingest.fixity.StoredFile;
import org.cotejo.objects.Digest;
import org.cotejo.objects.ObjectKey;
import org.cotejo.objects.ObjectStore;
import org.cotejo.objects.ObjectStoreException;

/** Reads a stored file as a stream and compares it with its digest. */
public final class FileComparison {
  private FileComparison() {}

  /**
   * Compares.
   *
   * @throws ObjectStoreException.StoreUnavailable when nothing can be said
   */
  public static FixityOutcome compare(ObjectStore objects, StoredFile file) {
    try {
      Digest actual = objects.digestOf(new ObjectKey(file.objectKey()));
      return actual.hex().equals(file.digest())
          ? new FixityOutcome.Sound()
          : new FixityOutcome.Differs(actual.hex());
    } catch (ObjectStoreException.ObjectMissing missing) {
      return new FixityOutcome.Missing();
    }
  }
}
