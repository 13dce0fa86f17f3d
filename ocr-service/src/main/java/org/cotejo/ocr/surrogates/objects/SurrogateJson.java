package org.cotejo.ocr.surrogates.objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.cotejo.ocr.surrogates.FinishedPage;
import org.cotejo.ocr.surrogates.Original;
import org.cotejo.ocr.surrogates.StoredObject;
import org.cotejo.ocr.surrogates.Surrogate;
import org.cotejo.ocr.surrogates.Surrogate.StoredImage;

/** Surrogates as events and descriptor files write them; unknown fields are passed over. */
public final class SurrogateJson {
  private SurrogateJson() {}

  /** Adds {@code image}, {@code display} and {@code thumbnail}. */
  public static void put(ObjectNode target, Surrogate surrogate) {
    ObjectNode image = putImage(target.putObject("image"), surrogate.image());
    image.put("resolutionDpi", surrogate.resolutionDpi());
    putImage(target.putObject("display"), surrogate.display());
    putImage(target.putObject("thumbnail"), surrogate.thumbnail());
  }

  /**
   * Reads what {@link #put} writes.
   *
   * @throws IllegalArgumentException when a field is missing or wrong
   */
  public static Surrogate surrogate(JsonNode source) {
    return new Surrogate(
        image(source.path("image")),
        image(source.path("display")),
        image(source.path("thumbnail")),
        source.path("image").path("resolutionDpi").asInt());
  }

  /** Reads {@code objectKey}, {@code digest}, {@code mediaType} and {@code sizeBytes}. */
  public static StoredObject object(JsonNode source) {
    return new StoredObject(
        source.path("objectKey").asText(),
        source.path("digest").asText(),
        source.path("mediaType").asText(),
        source.path("sizeBytes").asLong(-1));
  }

  /** Adds the fields of an object. */
  public static ObjectNode putObject(ObjectNode target, StoredObject object) {
    return target
        .put("objectKey", object.objectKey())
        .put("digest", object.digest())
        .put("mediaType", object.mediaType())
        .put("sizeBytes", object.sizeBytes());
  }

  static ObjectNode descriptor(
      JsonMapper mapper,
      Surrogate surrogate,
      Original original,
      int pageOfOriginal,
      FinishedPage page) {
    ObjectNode root = mapper.createObjectNode();
    root.put("schema", "cotejo.surrogate.v1");
    root.putObject("original")
        .put("digest", original.object().digest())
        .put("page", pageOfOriginal);
    put(root, surrogate);
    root.put("quarterTurns", page.quarterTurns());
    root.put("skewDegrees", page.skewDegrees());
    return root;
  }

  private static StoredImage image(JsonNode source) {
    return new StoredImage(
        object(source), source.path("widthPixels").asInt(), source.path("heightPixels").asInt());
  }

  private static ObjectNode putImage(ObjectNode target, StoredImage image) {
    return putObject(target, image.object())
        .put("widthPixels", image.widthPixels())
        .put("heightPixels", image.heightPixels());
  }
}
