package org.cotejo.translation.bitext.objects;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.cotejo.events.WorkInHand;
import org.cotejo.objects.Digest;
import org.cotejo.objects.ObjectKey;
import org.cotejo.objects.ObjectStore;
import org.cotejo.translation.bitext.Bitext;
import org.cotejo.translation.bitext.PageRange;
import org.cotejo.translation.bitext.Reading;
import org.cotejo.translation.bitext.StoredObject;

/**
 * The files of this service in the object store.
 *
 * <p>Reading texts and bitexts are named by their digest: the same text has the same file, and none
 * is ever changed.
 */
@ApplicationScoped
public class BitextFiles {
  private static final String JSON = "application/json";

  private final ObjectStore store;
  private final FileLimits limits;
  private final WorkInHand inHand;
  private final ObjectMapper mapper = JsonMapper.builder().build();

  @Inject
  public BitextFiles(ObjectStore store, FileLimits limits, WorkInHand inHand) {
    this.inHand = inHand;
    this.store = store;
    this.limits = limits;
  }

  /** The transcription file of a page as it is. */
  public JsonNode transcriptionJson(StoredObject file) {
    return json(file, limits.transcriptionBytes());
  }

  /** A reading text or bitext as it is. */
  public JsonNode documentJson(StoredObject file) {
    return json(file, limits.documentBytes());
  }

  /** A reading that was kept. */
  public Reading reading(StoredObject file) {
    return ReadingTextJson.read(documentJson(file));
  }

  /** A bitext that was kept. */
  public Bitext bitext(StoredObject file) {
    return BitextJson.read(documentJson(file));
  }

  /** The bytes of a translation. */
  public byte[] translation(StoredObject file) {
    return bytes(file, limits.translationBytes());
  }

  /** The bytes of a transcription made by people. */
  public byte[] suppliedTranscription(StoredObject file) {
    return bytes(file, limits.translationBytes());
  }

  /** Keeps a person's transcription that was set onto a page. */
  public StoredObject keepPlaced(JsonNode transcription) {
    return keep("placed-transcriptions/", transcription);
  }

  /** The bytes of a page's image. */
  public byte[] image(StoredObject file, long maximumBytes) {
    return bytes(file, maximumBytes);
  }

  /** The title that a record gives its document; empty without one. */
  public String title(StoredObject record) {
    return json(record, limits.recordBytes()).path("title").asText();
  }

  /** The pages of a document's parts, in order; none when the record names none. */
  public List<PageRange> parts(StoredObject record) {
    List<PageRange> ranges = new ArrayList<>();
    for (JsonNode part : json(record, limits.recordBytes()).path("parts")) {
      JsonNode pages = part.path("pages");
      int from = pages.path("from").asInt();
      ranges.add(new PageRange(from, pages.path("to").asInt(from)));
    }
    return List.copyOf(ranges);
  }

  /** Keeps a reading text. */
  public StoredObject keep(UUID documentId, List<String> languages, Reading reading) {
    return keep("reading-texts/", ReadingTextJson.write(documentId, languages, reading));
  }

  /** Keeps a bitext. */
  public StoredObject keep(UUID documentId, Reading reading, Bitext bitext) {
    return keep("bitexts/", BitextJson.write(documentId, reading, bitext));
  }

  /** Keeps the data of an alignment's event, from which an index can be rebuilt. */
  public StoredObject keepAlignment(UUID documentId, long revision, int version, JsonNode data) {
    String key =
        String.format(
            Locale.ROOT, "documents/%s/alignments/%010d-%06d.json", documentId, revision, version);
    return put(key, write(data));
  }

  private StoredObject keep(String prefix, JsonNode content) {
    byte[] bytes = write(content);
    return put(prefix + Digest.of(bytes).hex() + ".json", bytes);
  }

  private StoredObject put(String key, byte[] bytes) {
    Digest digest = Digest.of(bytes);
    store.putIfAbsent(new ObjectKey(key), digest, JSON, bytes);
    inHand.advanced();
    return new StoredObject(key, digest.toString(), JSON, bytes.length);
  }

  private byte[] bytes(StoredObject file, long maximumBytes) {
    byte[] content =
        store.readVerified(
            new ObjectKey(file.objectKey()), Digest.parse(file.digest()), maximumBytes);
    inHand.advanced();
    return content;
  }

  private JsonNode json(StoredObject file, long maximumBytes) {
    try {
      return mapper.readTree(bytes(file, maximumBytes));
    } catch (IOException broken) {
      throw new MalformedFile("JSON file", "it cannot be parsed");
    }
  }

  private byte[] write(JsonNode content) {
    try {
      return mapper.writeValueAsBytes(content);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree of JSON nodes can be written", impossible);
    }
  }
}
