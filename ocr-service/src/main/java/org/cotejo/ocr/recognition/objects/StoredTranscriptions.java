package org.cotejo.ocr.recognition.objects;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cotejo.objects.Digest;
import org.cotejo.objects.ObjectKey;
import org.cotejo.objects.ObjectStore;
import org.cotejo.objects.ObjectStoreException;
import org.cotejo.objects.PutOutcome;
import org.cotejo.ocr.recognition.Engine;
import org.cotejo.ocr.recognition.FormerTranscription;
import org.cotejo.ocr.recognition.StoredTextLayer;
import org.cotejo.ocr.recognition.StoredTranscription;
import org.cotejo.ocr.recognition.Transcription;
import org.cotejo.ocr.recognition.TranscriptionChange;
import org.cotejo.ocr.recognition.Transcriptions;
import org.cotejo.ocr.surrogates.PageFailure;
import org.cotejo.ocr.surrogates.StoredObject;
import org.cotejo.ocr.surrogates.Surrogate;
import org.cotejo.ocr.surrogates.objects.TextLayerJson;
import org.jboss.logging.Logger;

/**
 * Transcriptions as JSON files under {@code transcriptions/<surrogate>/<engine>.json}, what differs
 * between two of them under {@code transcription-changes/<surrogate>/<engine>/<former
 * engine>.json}.
 */
public final class StoredTranscriptions implements Transcriptions {
  private static final Logger LOG = Logger.getLogger(StoredTranscriptions.class);

  /** An archive tries an engine now and then; more than these are not compared. */
  private static final int MAXIMUM_FORMERS = 4;

  private static final String MEDIA_TYPE = "application/json";

  private final ObjectStore store;
  private final JsonMapper mapper;
  private final long maximumImageBytes;
  private final long maximumTranscriptionBytes;

  public StoredTranscriptions(
      ObjectStore store,
      JsonMapper mapper,
      long maximumImageBytes,
      long maximumTranscriptionBytes) {
    this.store = store;
    this.mapper = mapper;
    this.maximumImageBytes = maximumImageBytes;
    this.maximumTranscriptionBytes = maximumTranscriptionBytes;
  }

  @Override
  public Optional<StoredTranscription> find(Surrogate surrogate, Engine engine) {
    ObjectKey key = key(surrogate, engine);
    try {
      return Optional.of(described(key, store.read(key, maximumTranscriptionBytes)));
    } catch (ObjectStoreException.ObjectMissing _) {
      return Optional.empty();
    }
  }

  @Override
  public StoredTextLayer textLayer(Surrogate surrogate) {
    ObjectKey key = new ObjectKey(TextLayerJson.keyBeside(surrogate.image().object().objectKey()));
    try {
      byte[] json = store.read(key, maximumTranscriptionBytes);
      return new StoredTextLayer(
          TextLayerJson.textLayer(mapper.readTree(json)), Digest.of(json).toString());
    } catch (ObjectStoreException.ObjectMissing _) {
      return StoredTextLayer.NONE;
    } catch (IOException | IllegalArgumentException damaged) {
      // The image is there, so the page is read.
      LOG.warnf(damaged, "the text layer %s is damaged", key);
      return StoredTextLayer.NONE;
    }
  }

  @Override
  public byte[] image(Surrogate surrogate) {
    StoredObject image = surrogate.image().object();
    try {
      return store.readVerified(
          new ObjectKey(image.objectKey()), Digest.parse(image.digest()), maximumImageBytes);
    } catch (ObjectStoreException failure) {
      if (failure.transientFailure()) {
        throw failure;
      }
      throw new PageFailure(
          "recognition.surrogate-unusable",
          "The page image is missing from the store or is not what it was.",
          failure);
    }
  }

  @Override
  public List<FormerTranscription> formers(Surrogate surrogate, Engine engine) {
    ObjectKey own = key(surrogate, engine);
    List<ObjectKey> others;
    try (Stream<ObjectKey> keys = store.list(folder(surrogate))) {
      others = keys.filter(key -> !key.equals(own)).limit(MAXIMUM_FORMERS).toList();
    }
    return others.stream().map(this::former).flatMap(Optional::stream).toList();
  }

  @Override
  public void keepChange(Surrogate surrogate, TranscriptionChange change) {
    StoredObject image = surrogate.image().object();
    byte[] json = bytes(ChangeJson.of(mapper, image.digest(), change));
    ObjectKey key =
        new ObjectKey(
            "transcription-changes/%s/%s/%s.json"
                .formatted(image.digestHex(), change.now(), change.before()));
    store.putIfAbsent(key, Digest.of(json), MEDIA_TYPE, json);
  }

  @Override
  public StoredTranscription keep(Surrogate surrogate, Transcription transcription) {
    byte[] json = bytes(TranscriptionJson.of(mapper, transcription));
    ObjectKey key = key(surrogate, transcription.engine());
    PutOutcome outcome = store.putIfAbsent(key, Digest.of(json), MEDIA_TYPE, json);
    return switch (outcome) {
      case CREATED -> described(key, json);
      // Another worker was quicker; what stands there is what everybody refers to.
      case EXISTED -> described(key, store.read(key, maximumTranscriptionBytes));
    };
  }

  private Optional<FormerTranscription> former(ObjectKey key) {
    try {
      JsonNode tree = parsed(key, store.read(key, maximumTranscriptionBytes));
      return Optional.of(
          new FormerTranscription(
              tree.path("engine").path("fingerprint").asText(),
              TranscriptionJson.placedWords(tree)));
    } catch (PageFailure | ObjectStoreException.ObjectMissing damaged) {
      LOG.warnf(damaged, "the former transcription %s is not compared", key);
      return Optional.empty();
    }
  }

  private static String folder(Surrogate surrogate) {
    return "transcriptions/%s/".formatted(surrogate.image().object().digestHex());
  }

  private static ObjectKey key(Surrogate surrogate, Engine engine) {
    return new ObjectKey(folder(surrogate) + engine.fingerprint() + ".json");
  }

  private StoredTranscription described(ObjectKey key, byte[] json) {
    JsonNode tree = parsed(key, json);
    return new StoredTranscription(
        new StoredObject(key.value(), Digest.of(json).toString(), MEDIA_TYPE, json.length),
        tree.path("engine").path("fingerprint").asText(),
        tree.path("meanConfidence").asDouble(),
        TranscriptionJson.wordCount(tree),
        tree.path("needsReview").asBoolean());
  }

  private JsonNode parsed(ObjectKey key, byte[] json) {
    try {
      return mapper.readTree(json);
    } catch (IOException damaged) {
      throw new PageFailure(
          "recognition.transcription-damaged",
          "The transcription " + key + " is damaged.",
          damaged);
    }
  }

  private byte[] bytes(JsonNode tree) {
    try {
      return mapper.writeValueAsBytes(tree);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree of JSON nodes can be written", impossible);
    }
  }
}
