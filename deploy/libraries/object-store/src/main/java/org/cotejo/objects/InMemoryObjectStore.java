package org.cotejo.objects;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** The store of tests: the same rules, in memory. */
public class InMemoryObjectStore implements ObjectStore {
  private record Stored(String mediaType, Digest digest, ByteBuffer bytes) {
    int sizeBytes() {
      return bytes.limit();
    }
  }

  private final ConcurrentSkipListMap<String, Stored> objects = new ConcurrentSkipListMap<>();

  @Override
  public PutOutcome putIfAbsent(ObjectKey key, Digest digest, String mediaType, byte[] content) {
    Digest actual = Digest.of(content);
    if (!actual.equals(digest)) {
      throw new ObjectStoreException.DigestMismatch(key, digest.toString(), actual.toString());
    }
    Stored existing =
        objects.putIfAbsent(
            key.value(), new Stored(mediaType, digest, ByteBuffer.wrap(content.clone())));
    if (existing == null) {
      return PutOutcome.CREATED;
    }
    if (existing.sizeBytes() != content.length) {
      throw new ObjectStoreException.DigestMismatch(
          key, digest.toString(), existing.digest().toString());
    }
    return PutOutcome.EXISTED;
  }

  @Override
  public PutOutcome putIfAbsent(ObjectKey key, Digest digest, String mediaType, Path file) {
    try {
      return putIfAbsent(key, digest, mediaType, Files.readAllBytes(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void replaceDamaged(ObjectKey key, Digest digest, String mediaType, Path file) {
    try {
      byte[] content = Files.readAllBytes(file);
      Digest actual = Digest.of(content);
      if (!actual.equals(digest)) {
        throw new ObjectStoreException.DigestMismatch(key, digest.toString(), actual.toString());
      }
      objects.put(key.value(), new Stored(mediaType, digest, ByteBuffer.wrap(content)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public byte[] read(ObjectKey key, long maximumBytes) {
    Stored stored = stored(key);
    if (stored.sizeBytes() > maximumBytes) {
      throw new ObjectStoreException.ObjectTooLarge(key, stored.sizeBytes(), maximumBytes);
    }
    return stored.bytes().array().clone();
  }

  @Override
  public void download(ObjectKey key, Digest expected, Path target, Runnable progress) {
    try {
      Files.write(target, readVerified(key, expected, Long.MAX_VALUE));
      progress.run();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public Digest digestOf(ObjectKey key) {
    return Digest.of(read(key, Long.MAX_VALUE));
  }

  @Override
  public Optional<ObjectStat> stat(ObjectKey key) {
    return Optional.ofNullable(objects.get(key.value()))
        .map(s -> new ObjectStat(s.sizeBytes(), s.mediaType(), Optional.of(s.digest())));
  }

  @Override
  public Stream<ObjectKey> list(String prefix) {
    return List.copyOf(objects.navigableKeySet()).stream()
        .filter(key -> key.startsWith(prefix))
        .map(ObjectKey::new);
  }

  @Override
  public URI presignPut(ObjectKey key, Duration validity) {
    return URI.create("memory:" + key);
  }

  @Override
  public URI presignGet(ObjectKey key, Duration validity) {
    return URI.create("memory:" + key);
  }

  @Override
  public void delete(ObjectKey key) {
    objects.remove(key.value());
  }

  @Override
  public void ensureBucket() {
    // Memory is always there.
  }

  private Stored stored(ObjectKey key) {
    return Optional.ofNullable(objects.get(key.value()))
        .orElseThrow(() -> new ObjectStoreException.ObjectMissing(key));
  }
}
