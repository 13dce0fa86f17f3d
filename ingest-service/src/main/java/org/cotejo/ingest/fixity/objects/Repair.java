package org.cotejo.ingest.fixity.objects;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cotejo.ingest.fixity.RepairOutcome;
import org.cotejo.ingest.fixity.StoredFile;
import org.cotejo.objects.Digest;
import org.cotejo.objects.ObjectKey;
import org.cotejo.objects.ObjectStat;
import org.cotejo.objects.ObjectStore;
import org.cotejo.objects.ObjectStoreException;
import org.jboss.logging.Logger;

/**
 * Takes a damaged file from the second bucket. The copy is compared with the digest before anything
 * is written, and what was written is read back; it goes over disk, so that no file is held in
 * memory.
 */
public final class Repair {
  private static final Logger LOG = Logger.getLogger(Repair.class);

  private final ObjectStore archive;
  private final ObjectStore second;

  /**
   * A repair.
   *
   * @param archive whose object is damaged or missing
   * @param second that may have it under the same key; it is only read
   */
  public Repair(ObjectStore archive, ObjectStore second) {
    this.archive = archive;
    this.second = second;
  }

  /** Tries it; no exception, since the damage is known already. */
  public RepairOutcome repair(StoredFile file) {
    ObjectKey key = new ObjectKey(file.objectKey());
    Digest digest = new Digest(file.digest());
    try {
      Path copy = Files.createTempFile("fixity-", ".bin");
      try {
        return repair(key, digest, copy);
      } finally {
        Files.deleteIfExists(copy);
      }
    } catch (ObjectStoreException | IOException failure) {
      LOG.warnf("objectKey=%s is not repaired: %s", file.objectKey(), failure);
      return RepairOutcome.FAILED;
    }
  }

  /** What is wrong with the copy is told apart from what is wrong with the archive. */
  private RepairOutcome repair(ObjectKey key, Digest digest, Path copy) {
    String mediaType;
    try {
      second.download(key, digest, copy);
      mediaType = second.stat(key).map(ObjectStat::mediaType).orElse("application/octet-stream");
    } catch (ObjectStoreException.ObjectMissing missing) {
      return RepairOutcome.COPY_MISSING;
    } catch (ObjectStoreException.DigestMismatch differs) {
      return RepairOutcome.COPY_DIFFERS;
    }
    archive.replaceDamaged(key, digest, mediaType, copy);
    return RepairOutcome.REPAIRED;
  }
}
