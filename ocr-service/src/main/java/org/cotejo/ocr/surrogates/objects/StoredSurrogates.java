package org.cotejo.ocr.surrogates.objects;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.cotejo.objects.Digest;
import org.cotejo.objects.ObjectKey;
import org.cotejo.objects.ObjectStore;
import org.cotejo.objects.ObjectStoreException;
import org.cotejo.ocr.surrogates.FinishedPage;
import org.cotejo.ocr.surrogates.FinishedPage.EncodedImage;
import org.cotejo.ocr.surrogates.Original;
import org.cotejo.ocr.surrogates.PageFailure;
import org.cotejo.ocr.surrogates.StoredObject;
import org.cotejo.ocr.surrogates.Surrogate;
import org.cotejo.ocr.surrogates.Surrogate.StoredImage;
import org.cotejo.ocr.surrogates.Surrogates;
import org.cotejo.ocr.surrogates.TextLayer;

/**
 * Surrogates under {@code surrogates/<original>/<fingerprint>/<page>.*}.
 *
 * <p>The descriptor {@code .json} is written last: where it stands, the three images stand too, and
 * the text {@code .text.json} if the original holds any for the page.
 */
public final class StoredSurrogates implements Surrogates {
  private static final long MAXIMUM_DESCRIPTOR_BYTES = 64 * 1024;

  private final ObjectStore store;
  private final JsonMapper mapper;
  private final String fingerprint;
  private final Path workspace;
  private final Runnable step;

  /**
   * Surrogates made in one way.
   *
   * @param fingerprint of the way they are made; fit for an object key
   * @param workspace folder for local copies of originals
   * @param step is run with each object that was read or written, and some bytes of large ones
   */
  public StoredSurrogates(
      ObjectStore store, JsonMapper mapper, String fingerprint, Path workspace, Runnable step) {
    this.store = store;
    this.mapper = mapper;
    this.fingerprint = fingerprint;
    this.workspace = workspace;
    this.step = step;
  }

  @Override
  public Optional<Surrogate> find(Original original, int pageOfOriginal) {
    ObjectKey key = key(original, pageOfOriginal, "json");
    try {
      byte[] descriptor = store.read(key, MAXIMUM_DESCRIPTOR_BYTES);
      step.run();
      return Optional.of(SurrogateJson.surrogate(mapper.readTree(descriptor)));
    } catch (ObjectStoreException.ObjectMissing _) {
      step.run();
      return Optional.empty();
    } catch (IOException | IllegalArgumentException damaged) {
      throw new PageFailure(
          "surrogates.descriptor-damaged", "The descriptor " + key + " is damaged.", damaged);
    }
  }

  @Override
  public Surrogate keep(Original original, int pageOfOriginal, FinishedPage page, TextLayer text) {
    Surrogate surrogate =
        new Surrogate(
            put(key(original, pageOfOriginal, "png"), "image/png", page.image()),
            put(key(original, pageOfOriginal, "jpg"), "image/jpeg", page.display()),
            put(key(original, pageOfOriginal, "thumbnail.jpg"), "image/jpeg", page.thumbnail()),
            page.resolutionDpi());
    if (!text.isEmpty()) {
      putJson(
          new ObjectKey(TextLayerJson.keyBeside(surrogate.image().object().objectKey())),
          TextLayerJson.of(mapper, text));
    }
    putJson(
        key(original, pageOfOriginal, "json"),
        SurrogateJson.descriptor(mapper, surrogate, original, pageOfOriginal, page));
    return surrogate;
  }

  @Override
  public FetchedOriginal fetch(Original original) {
    try {
      Files.createDirectories(workspace);
      Path file = Files.createTempFile(workspace, "original-", ".tmp");
      FetchedOriginal fetched = new LocalCopy(file);
      try {
        download(original, file);
      } catch (RuntimeException failure) {
        fetched.close();
        throw failure;
      }
      return fetched;
    } catch (IOException failure) {
      throw new UncheckedIOException("no local copy of an original can be made", failure);
    }
  }

  private void download(Original original, Path file) {
    try {
      store.download(
          new ObjectKey(original.object().objectKey()),
          Digest.parse(original.object().digest()),
          file,
          step);
    } catch (ObjectStoreException failure) {
      if (failure.transientFailure()) {
        throw failure;
      }
      throw new PageFailure(
          "surrogates.original-unusable",
          "The original is missing from the store or is not what was submitted.",
          failure);
    }
  }

  private StoredImage put(ObjectKey key, String mediaType, EncodedImage image) {
    Digest digest = Digest.of(image.content());
    store.putIfAbsent(key, digest, mediaType, image.content());
    step.run();
    StoredObject object =
        new StoredObject(key.value(), digest.toString(), mediaType, image.content().length);
    return new StoredImage(object, image.widthPixels(), image.heightPixels());
  }

  private void putJson(ObjectKey key, JsonNode tree) {
    try {
      byte[] json = mapper.writeValueAsBytes(tree);
      store.putIfAbsent(key, Digest.of(json), "application/json", json);
      step.run();
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree of JSON nodes can be written", impossible);
    }
  }

  private ObjectKey key(Original original, int pageOfOriginal, String suffix) {
    return new ObjectKey(
        "surrogates/%s/%s/%d.%s"
            .formatted(original.object().digestHex(), fingerprint, pageOfOriginal, suffix));
  }

  private record LocalCopy(Path file) implements FetchedOriginal {
    @Override
    public void close() {
      try {
        Files.deleteIfExists(file);
      } catch (IOException _) {
        // A temporary file that stays costs space, not correctness.
      }
    }
  }
}
