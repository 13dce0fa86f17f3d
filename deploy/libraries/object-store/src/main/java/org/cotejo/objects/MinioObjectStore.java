package org.cotejo.objects;

import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.StatObjectArgs;
import io.minio.StatObjectResponse;
import io.minio.UploadObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The store of production, over the MinIO client; speaks to any S3 that honours {@code
 * If-None-Match: *} on PUT.
 */
public final class MinioObjectStore implements ObjectStore {
  private static final Map<String, String> ONLY_IF_ABSENT = Map.of("If-None-Match", "*");
  private static final String DIGEST_METADATA = "sha256";
  // Stores may hold a signed PUT in memory to check it (S3Proxy does), so that larger files go in
  // parts of this size.
  private static final long PART_BYTES = 16L * 1024 * 1024;
  private static final int PIECE_BYTES = 64 * 1024;
  private static final int NOT_FOUND = 404;
  private static final int PRECONDITION_FAILED = 412;

  private final MinioClient client;
  private final String bucket;
  private volatile boolean bucketSeen;

  public MinioObjectStore(MinioClient client, String bucket) {
    this(client, bucket, false);
  }

  private MinioObjectStore(MinioClient client, String bucket, boolean bucketSeen) {
    this.client = client;
    this.bucket = bucket;
    this.bucketSeen = bucketSeen;
  }

  /** A store over a bucket that somebody else looks after: it is never asked for or made. */
  public static MinioObjectStore ofBucketElsewhere(MinioClient client, String bucket) {
    return new MinioObjectStore(client, bucket, true);
  }

  @Override
  public PutOutcome putIfAbsent(ObjectKey key, Digest digest, String mediaType, byte[] content) {
    require(key, digest, Digest.of(content));
    boolean created =
        createdByPut(
            key,
            () ->
                client.putObject(
                    PutObjectArgs.builder()
                        .bucket(bucket)
                        .object(key.value())
                        .data(content, content.length)
                        .contentType(mediaType)
                        .headers(ONLY_IF_ABSENT)
                        .userMetadata(Map.of(DIGEST_METADATA, digest.hex()))
                        .build()));
    return checked(key, digest, content.length, created);
  }

  @Override
  public PutOutcome putIfAbsent(ObjectKey key, Digest digest, String mediaType, Path file) {
    long sizeBytes;
    try {
      sizeBytes = Files.size(file);
      require(key, digest, Digest.of(file));
    } catch (IOException failure) {
      throw new ObjectStoreException.StoreUnavailable("read the file for " + key, failure);
    }
    boolean inParts = sizeBytes > PART_BYTES;
    // A multipart upload knows no If-None-Match. Of two at the same moment the later one writes
    // the bytes once more; they are the same, since keys of files are their digests.
    if (inParts && stat(key).isPresent()) {
      return checked(key, digest, sizeBytes, false);
    }
    boolean created =
        createdByPut(
            key,
            () ->
                client.uploadObject(
                    UploadObjectArgs.builder()
                        .bucket(bucket)
                        .object(key.value())
                        .filename(file.toString(), PART_BYTES)
                        .contentType(mediaType)
                        .headers(inParts ? Map.<String, String>of() : ONLY_IF_ABSENT)
                        .userMetadata(Map.of(DIGEST_METADATA, digest.hex()))
                        .build()));
    return checked(key, digest, sizeBytes, created);
  }

  @Override
  public void replaceDamaged(ObjectKey key, Digest digest, String mediaType, Path file) {
    try {
      require(key, digest, Digest.of(file));
    } catch (IOException failure) {
      throw new ObjectStoreException.StoreUnavailable("read the file for " + key, failure);
    }
    call(
        "replace " + key,
        key,
        () ->
            client.uploadObject(
                UploadObjectArgs.builder()
                    .bucket(bucket)
                    .object(key.value())
                    .filename(file.toString(), PART_BYTES)
                    .contentType(mediaType)
                    .userMetadata(Map.of(DIGEST_METADATA, digest.hex()))
                    .build()));
    require(key, digest, digestOf(key));
  }

  @Override
  public byte[] read(ObjectKey key, long maximumBytes) {
    return call(
        "read " + key,
        key,
        () -> {
          try (InputStream content = open(key)) {
            int limit = (int) Math.min(maximumBytes, Integer.MAX_VALUE - 16);
            byte[] bytes = content.readNBytes(limit);
            if (content.read() >= 0) {
              throw new ObjectStoreException.ObjectTooLarge(key, sizeOf(key), maximumBytes);
            }
            return bytes;
          }
        });
  }

  @Override
  public void download(ObjectKey key, Digest expected, Path target, Runnable progress) {
    call(
        "download " + key,
        key,
        () -> {
          try (InputStream content = open(key);
              OutputStream file = Files.newOutputStream(target)) {
            copy(content, file, progress);
          }
          Digest actual = Digest.of(target);
          if (!actual.equals(expected)) {
            Files.deleteIfExists(target);
          }
          require(key, expected, actual);
          return target;
        });
  }

  private static void copy(InputStream content, OutputStream file, Runnable progress)
      throws IOException {
    byte[] piece = new byte[PIECE_BYTES];
    for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
      file.write(piece, 0, read);
      progress.run();
    }
  }

  @Override
  public Optional<ObjectStat> stat(ObjectKey key) {
    try {
      return Optional.of(call("stat " + key, key, () -> statOf(key)));
    } catch (ObjectStoreException.ObjectMissing missing) {
      return Optional.empty();
    }
  }

  @Override
  public Stream<ObjectKey> list(String prefix) {
    ensureBucketOnce();
    Iterable<Result<Item>> results =
        client.listObjects(
            ListObjectsArgs.builder().bucket(bucket).prefix(prefix).recursive(true).build());
    return StreamSupport.stream(results.spliterator(), false).map(this::keyOf);
  }

  @Override
  public URI presignPut(ObjectKey key, Duration validity) {
    return presign(key, Http.Method.PUT, validity);
  }

  @Override
  public URI presignGet(ObjectKey key, Duration validity) {
    return presign(key, Http.Method.GET, validity);
  }

  @Override
  public void delete(ObjectKey key) {
    call(
        "delete " + key,
        key,
        () -> {
          client.removeObject(
              RemoveObjectArgs.builder().bucket(bucket).object(key.value()).build());
          return key;
        });
  }

  @Override
  public void ensureBucket() {
    try {
      if (!client.bucketExists(BucketExistsArgs.builder().bucket(bucket).build())) {
        client.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
      }
      bucketSeen = true;
    } catch (ErrorResponseException refused) {
      if (!"BucketAlreadyOwnedByYou".equals(refused.errorResponse().code())) {
        throw new ObjectStoreException.StoreUnavailable("find bucket " + bucket, refused);
      }
      bucketSeen = true;
    } catch (MinioException failure) {
      throw new ObjectStoreException.StoreUnavailable("find bucket " + bucket, failure);
    }
  }

  /** Ends the client's connections. */
  public void close() throws Exception {
    client.close();
  }

  @FunctionalInterface
  private interface StoreCall<T> {
    T run() throws MinioException, IOException;
  }

  private <T> T call(String action, ObjectKey key, StoreCall<T> call) {
    ensureBucketOnce();
    try {
      return call.run();
    } catch (ErrorResponseException refused) {
      if (refused.response().code() == NOT_FOUND) {
        throw new ObjectStoreException.ObjectMissing(key);
      }
      throw new ObjectStoreException.StoreUnavailable(action, refused);
    } catch (MinioException | IOException failure) {
      throw new ObjectStoreException.StoreUnavailable(action, failure);
    }
  }

  private boolean createdByPut(ObjectKey key, StoreCall<?> put) {
    return call(
        "write " + key,
        key,
        () -> {
          try {
            put.run();
            return true;
          } catch (ErrorResponseException refused) {
            if (refused.response().code() == PRECONDITION_FAILED) {
              return false;
            }
            throw refused;
          }
        });
  }

  /** Reads back what was written; of what was there before only the size is compared. */
  private PutOutcome checked(ObjectKey key, Digest digest, long sizeBytes, boolean created) {
    if (created) {
      require(key, digest, digestOf(key));
      return PutOutcome.CREATED;
    }
    long existing = sizeOf(key);
    if (existing != sizeBytes) {
      throw new ObjectStoreException.DigestMismatch(
          key, digest + " of " + sizeBytes + " bytes", existing + " bytes");
    }
    return PutOutcome.EXISTED;
  }

  @Override
  public Digest digestOf(ObjectKey key) {
    return call(
        "read back " + key,
        key,
        () -> {
          try (InputStream content = open(key)) {
            return Digest.of(content);
          }
        });
  }

  private InputStream open(ObjectKey key) throws MinioException {
    return client.getObject(GetObjectArgs.builder().bucket(bucket).object(key.value()).build());
  }

  private long sizeOf(ObjectKey key) {
    return call("stat " + key, key, () -> statOf(key).sizeBytes());
  }

  private ObjectStat statOf(ObjectKey key) throws MinioException {
    StatObjectResponse stat =
        client.statObject(StatObjectArgs.builder().bucket(bucket).object(key.value()).build());
    Optional<Digest> digest =
        Optional.ofNullable(stat.headers().get("x-amz-meta-" + DIGEST_METADATA)).map(Digest::new);
    return new ObjectStat(stat.size(), stat.contentType(), digest);
  }

  private ObjectKey keyOf(Result<Item> result) {
    try {
      return new ObjectKey(result.get().objectName());
    } catch (MinioException failure) {
      throw new ObjectStoreException.StoreUnavailable("list objects", failure);
    }
  }

  private URI presign(ObjectKey key, Http.Method method, Duration validity) {
    return call(
        "presign " + key,
        key,
        () ->
            URI.create(
                client.getPresignedObjectUrl(
                    GetPresignedObjectUrlArgs.builder()
                        .bucket(bucket)
                        .object(key.value())
                        .method(method)
                        .expiry(Math.toIntExact(validity.toSeconds()))
                        .build())));
  }

  private void ensureBucketOnce() {
    if (!bucketSeen) {
      ensureBucket();
    }
  }

  private static void require(ObjectKey key, Digest expected, Digest actual) {
    if (!actual.equals(expected)) {
      throw new ObjectStoreException.DigestMismatch(key, expected.toString(), actual.toString());
    }
  }
}
