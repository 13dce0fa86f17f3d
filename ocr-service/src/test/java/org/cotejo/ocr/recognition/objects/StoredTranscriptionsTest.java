package org.cotejo.ocr.recognition.objects;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cotejo.objects.Digest;
import org.cotejo.objects.InMemoryObjectStore;
import org.cotejo.objects.ObjectKey;
import org.cotejo.ocr.recognition.Box;
import org.cotejo.ocr.recognition.Engine;
import org.cotejo.ocr.recognition.EngineDescription;
import org.cotejo.ocr.recognition.FormerTranscription;
import org.cotejo.ocr.recognition.LanguageTag;
import org.cotejo.ocr.recognition.Line;
import org.cotejo.ocr.recognition.Region;
import org.cotejo.ocr.recognition.RegionType;
import org.cotejo.ocr.recognition.StoredTranscription;
import org.cotejo.ocr.recognition.Transcription;
import org.cotejo.ocr.recognition.TranscriptionChange;
import org.cotejo.ocr.recognition.Word;
import org.cotejo.ocr.surrogates.StoredObject;
import org.cotejo.ocr.surrogates.Surrogate;
import org.junit.jupiter.api.Test;

class StoredTranscriptionsTest {
  private static final List<LanguageTag> SPANISH = List.of(new LanguageTag("es"));
  private static final long LIMIT = 1 << 20;

  private final JsonMapper mapper = JsonMapper.builder().build();
  private final InMemoryObjectStore store = new InMemoryObjectStore();
  private final StoredTranscriptions transcriptions =
      new StoredTranscriptions(store, mapper, LIMIT, LIMIT);

  @Test
  void sameTranscriptionHasTheSameBytesInTheSamePlace() {
    // When
    StoredTranscription first = transcriptions.keep(surrogate(), read("1", "la luz del faro"));
    StoredTranscription again = transcriptions.keep(surrogate(), read("1", "la luz del faro"));
    // Then
    assertEquals(first, again);
    assertEquals(List.of(first.object().objectKey()), keys("transcriptions/"));
  }

  @Test
  void formerTranscriptionStaysBesideThatOfAnotherEngine() {
    // Given
    StoredTranscription former = transcriptions.keep(surrogate(), read("1", "la lus del faro"));
    byte[] before = file(former.object().objectKey());
    Transcription now = read("2", "la luz del faro");
    // When
    transcriptions.keep(surrogate(), now);
    // Then
    assertArrayEquals(before, file(former.object().objectKey()));
    assertEquals(2, keys("transcriptions/").size());
    List<FormerTranscription> formers = transcriptions.formers(surrogate(), now.engine());
    assertEquals(1, formers.size());
    assertEquals(former.engineFingerprint(), formers.getFirst().fingerprint());
    assertEquals(read("1", "la lus del faro").placedWords(), formers.getFirst().words());
  }

  @Test
  void saysWhatChanged() throws Exception {
    // Given
    transcriptions.keep(surrogate(), read("1", "la lus del faro"));
    Transcription now = read("2", "la luz del faro");
    FormerTranscription former = transcriptions.formers(surrogate(), now.engine()).getFirst();
    TranscriptionChange change =
        TranscriptionChange.between(
            former.fingerprint(), former.words(), now.engine().fingerprint(), now.placedWords());
    // When
    transcriptions.keepChange(surrogate(), change);
    transcriptions.keepChange(surrogate(), change);
    // Then
    List<String> keys = keys("transcription-changes/");
    assertEquals(1, keys.size());
    JsonNode written = mapper.readTree(file(keys.getFirst()));
    assertEquals(3, written.path("keptWords").asInt());
    assertEquals(1, written.path("changedWords").asInt());
    JsonNode difference = written.path("changes").path(0);
    assertEquals("{\"id\":\"r1l1w2\",\"text\":\"lus\"}", difference.at("/before/0").toString());
    assertEquals("{\"id\":\"r1l1w2\",\"text\":\"luz\"}", difference.at("/now/0").toString());
  }

  @Test
  void damagedFormerTranscriptionIsPassedOver() {
    // Given
    byte[] damaged = "{".getBytes(StandardCharsets.UTF_8);
    store.putIfAbsent(
        new ObjectKey("transcriptions/" + "a".repeat(64) + "/old.json"),
        Digest.of(damaged),
        "application/json",
        damaged);
    // When and then
    assertEquals(List.of(), transcriptions.formers(surrogate(), read("2", "la luz").engine()));
  }

  private byte[] file(String key) {
    return store.read(new ObjectKey(key), LIMIT);
  }

  private List<String> keys(String prefix) {
    try (var keys = store.list(prefix)) {
      return keys.map(ObjectKey::value).toList();
    }
  }

  private static Transcription read(String version, String line) {
    List<Word> words = new ArrayList<>();
    for (String word : line.split(" ")) {
      words.add(new Word(word, new Box(10 + 50 * words.size(), 20, 40, 12), 0.9));
    }
    EngineDescription description =
        new EngineDescription("scripted", version, new TreeMap<>(Map.of()), List.of("spa"));
    return new Transcription(
        "sha256:" + "a".repeat(64),
        1000,
        1400,
        Engine.of(description, SPANISH),
        SPANISH,
        List.of(new Region(RegionType.BODY, List.of(new Line(words)))),
        false);
  }

  private static Surrogate surrogate() {
    StoredObject object =
        new StoredObject("surrogates/a/b/1.png", "sha256:" + "a".repeat(64), "image/png", 10);
    Surrogate.StoredImage image = new Surrogate.StoredImage(object, 1000, 1400);
    return new Surrogate(image, image, image, 300);
  }
}
