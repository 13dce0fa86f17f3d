package org.cotejo.ingest.accession.objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.cotejo.ingest.catalogue.json.DocumentEvents;
import org.cotejo.objects.Digest;
import org.cotejo.objects.ObjectKey;
import org.cotejo.objects.ObjectStore;
import org.cotejo.objects.ObjectStoreException;
import org.cotejo.objects.PutOutcome;

/** Keeps what was submitted, under its digest, for ever. */
@ApplicationScoped
public class OriginalStore {
  private final ObjectStore objects;

  @Inject
  public OriginalStore(ObjectStore objects) {
    this.objects = objects;
  }

  /**
   * A file in the store.
   *
   * @param key where it is
   * @param digest of its bytes
   * @param sizeBytes length
   */
  public record Kept(ObjectKey key, Digest digest, long sizeBytes) {}

  /** Stores a file under {@code <folder>/<sha256>}; the same bytes are stored once. */
  public Kept keep(String folder, Path file, String mediaType) {
    try {
      Digest digest = Digest.of(file);
      ObjectKey key = new ObjectKey(folder + "/" + digest.hex());
      objects.putIfAbsent(key, digest, mediaType, file);
      return new Kept(key, digest, Files.size(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * Stores the record of a revision.
   *
   * @return false when a record stands there already, left by a change that was not committed, or
   *     by one that a database restored from an older backup has forgotten; the caller then takes
   *     the next revision, since other services may have stored more under this one
   */
  public boolean keepRecord(UUID documentId, long revision, byte[] record) {
    ObjectKey key = new ObjectKey(DocumentEvents.recordKey(documentId, revision));
    try {
      return objects.putIfAbsent(key, Digest.of(record), "application/json", record)
          == PutOutcome.CREATED;
    } catch (ObjectStoreException.DigestMismatch other) {
      return false;
    }
  }

  /** Leaves the mark that a document was withdrawn, for those who rebuild from the store. */
  public void markWithdrawn(UUID documentId, long revision) {
    byte[] mark =
        "{\"documentId\":\"%s\",\"revision\":%d}"
            .formatted(documentId, revision)
            .getBytes(StandardCharsets.UTF_8);
    objects.putIfAbsent(
        new ObjectKey(DocumentEvents.withdrawalKey(documentId, revision)),
        Digest.of(mark),
        "application/json",
        mark);
  }
}
