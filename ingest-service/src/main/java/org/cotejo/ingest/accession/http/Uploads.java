package org.cotejo.ingest.accession.http;

import io.quarkus.panache.common.Page;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cotejo.ingest.accession.SubmittedFile;
import org.cotejo.ingest.accession.store.UploadEntity;
import org.cotejo.ingest.catalogue.Finding;
import org.cotejo.objects.Digest;
import org.cotejo.objects.ObjectKey;
import org.cotejo.objects.ObjectStat;
import org.cotejo.objects.ObjectStore;
import org.cotejo.objects.ObjectStoreException;

/** Files that clients send straight to the object store. */
@ApplicationScoped
public class Uploads {
  private static final int REMOVED_AT_ONCE = 100;

  private final ObjectStore objects;
  private final AccessionConfig config;

  @Inject
  public Uploads(ObjectStore objects, AccessionConfig config) {
    this.objects = objects;
    this.config = config;
  }

  /** A place to PUT a file to. */
  public record Place(UUID uploadId, URI url, Instant expiresAt) {}

  /** Opens a place for one file. */
  @Transactional
  public Place open(String fileName, long sizeBytes, Digest digest, String who) {
    Duration validity = config.uploadValidity();
    UploadEntity upload = new UploadEntity();
    upload.id = UUID.randomUUID();
    upload.fileName = fileName;
    upload.sizeBytes = sizeBytes;
    upload.digest = digest.hex();
    upload.createdBy = who;
    upload.expiresAt = Instant.now().plus(validity);
    upload.persist();
    return new Place(upload.id, objects.presignPut(key(upload.id), validity), upload.expiresAt);
  }

  /** A file that has come, or why it cannot be used. */
  public sealed interface Fetched {
    /** The file on local disk, its digest checked. */
    record Arrived(SubmittedFile file) implements Fetched {}

    /** It is missing or not what was announced. */
    record Unusable(Finding finding) implements Fetched {}
  }

  /**
   * Fetches an upload for a submission.
   *
   * @param id as the client gave it
   * @param who may only use what they opened themselves
   */
  @Transactional
  public Fetched fetch(String id, String who) {
    Optional<UploadEntity> found = uuid(id).flatMap(key -> UploadEntity.findByIdOptional(key));
    if (found.isEmpty() || !found.get().createdBy.equals(who)) {
      return unusable("upload.unknown", "There is no upload " + id + ".");
    }
    UploadEntity upload = found.get();
    Optional<ObjectStat> stat = objects.stat(key(upload.id));
    if (stat.isEmpty()) {
      return unusable("upload.missing", upload.fileName + " has not been uploaded.");
    }
    if (stat.get().sizeBytes() != upload.sizeBytes) {
      return unusable(
          "upload.size-differs",
          upload.fileName
              + " was announced with "
              + upload.sizeBytes
              + " bytes but has "
              + stat.get().sizeBytes()
              + ".");
    }
    try {
      Path file = Files.createTempFile("upload-", ".bin");
      objects.download(key(upload.id), new Digest(upload.digest), file);
      return new Fetched.Arrived(
          new SubmittedFile(
              "scan-upload", upload.fileName, file, Optional.empty(), Optional.empty()));
    } catch (ObjectStoreException.DigestMismatch differs) {
      return unusable(
          "upload.digest-differs", upload.fileName + " does not have the SHA-256 announced.");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Removes uploads long after their link has ended; until then a submission may be repeated. */
  @Scheduled(every = "10m", delayed = "1m", skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  @Transactional
  void removeOld() {
    List<UploadEntity> old =
        UploadEntity.<UploadEntity>find(
                "expiresAt < ?1 order by expiresAt", Instant.now().minus(config.uploadKept()))
            .page(Page.ofSize(REMOVED_AT_ONCE))
            .list();
    for (UploadEntity upload : old) {
      objects.delete(key(upload.id));
      upload.delete();
    }
  }

  private static Fetched unusable(String code, String message) {
    return new Fetched.Unusable(new Finding(code, "scan-upload", message));
  }

  private static ObjectKey key(UUID id) {
    return new ObjectKey("uploads/" + id);
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException invalid) {
      return Optional.empty();
    }
  }
}
