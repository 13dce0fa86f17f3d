package org.cotejo.search.lexicon.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cotejo.contracts.Contract;
import org.cotejo.objects.Digest;
import org.cotejo.objects.InMemoryObjectStore;
import org.cotejo.objects.ObjectKey;
import org.cotejo.search.lexicon.LexiconLimits;
import org.cotejo.search.lexicon.Published;
import org.cotejo.search.lexicon.Rendering;
import org.junit.jupiter.api.Test;

class LexiconShelfTest {
  private final InMemoryObjectStore store = new InMemoryObjectStore();
  private final LexiconFiles files =
      new LexiconFiles(store, new LexiconLimits(0.1, 5, 1_000), 1_000_000);
  private final LexiconShelf shelf = new LexiconShelf(files, true);

  private Published published(String languages, long version, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    Digest digest = Digest.of(bytes);
    ObjectKey key = new ObjectKey("lexicons/" + languages + "/" + digest.hex() + ".json");
    store.putIfAbsent(key, digest, "application/json", bytes);
    return new Published(languages, version, key.value(), digest.toString());
  }

  private static String lexicon(String first, String second) {
    ObjectNode json = JsonMapper.builder().build().createObjectNode();
    json.put("schema", "cotejo.lexicon.v1");
    json.putArray("languages").add("en").add("es");
    json.put("fingerprint", "0".repeat(64)).put("documentCount", 1).put("linkCount", 2);
    ObjectNode entry = json.putArray("entries").addObject();
    entry.putArray("words").add(first).add(second);
    entry.putArray("probabilities").add(0.9).add(0.8);
    entry.put("linkCount", 2).put("documentCount", 1);
    String text = json.toString();
    Contract.object("lexicon").requireValid(text.getBytes(StandardCharsets.UTF_8));
    return text;
  }

  private List<String> rendered(String word) {
    return shelf.now().of(word).stream().map(Rendering::word).toList();
  }

  @Test
  void theLatestVersionTakesTheFormersPlaceAndAnEarlierOneChangesNothing() {
    // Given
    shelf.announced(published("en-es", 1, lexicon("lamp", "lámpara")));
    shelf.load();
    assertEquals(List.of("lámpara"), rendered("lamp"));
    // When
    shelf.announced(published("en-es", 3, lexicon("lamp", "farol")));
    shelf.announced(published("en-es", 2, lexicon("lamp", "candil")));
    shelf.load();
    // Then
    assertEquals(List.of("farol"), rendered("lamp"));
    assertEquals(new LexiconShelf.Standing(3, 3), shelf.standings().get("en-es"));
  }

  @Test
  void aFileThatCannotBeReadLeavesTheFormerInUseUntilItCan() {
    // Given
    shelf.announced(published("en-es", 1, lexicon("lamp", "lámpara")));
    shelf.load();
    String later = lexicon("lamp", "quinqué");
    Digest digest = Digest.of(later.getBytes(StandardCharsets.UTF_8));
    String key = "lexicons/en-es/" + digest.hex() + ".json";
    // When
    shelf.announced(new Published("en-es", 2, key, digest.toString()));
    shelf.load();
    // Then
    assertEquals(List.of("lámpara"), rendered("lamp"));
    assertEquals(new LexiconShelf.Standing(2, 1), shelf.standings().get("en-es"));
    published("en-es", 2, later);
    shelf.load();
    assertEquals(List.of("quinqué"), rendered("lamp"));
  }

  @Test
  void keepsThePairsOfLanguagesApart() {
    shelf.announced(published("en-es", 1, lexicon("lamp", "lámpara")));
    shelf.announced(published("de-es", 1, lexicon("Lampe", "lámpara").replace("\"en\"", "\"de\"")));
    shelf.load();
    assertEquals(List.of("Lampe", "lamp"), rendered("lámpara"));
  }

  @Test
  void refusesWhatIsNoLexicon() {
    assertThrows(
        LexiconFiles.NoLexicon.class,
        () -> files.read(published("en-es", 1, "{\"schema\":\"x\"}")));
    assertThrows(LexiconFiles.NoLexicon.class, () -> files.read(published("en-es", 1, "no JSON")));
  }

  @Test
  void readsEveryExampleOfTheContract() {
    Contract.object("lexicon")
        .validExamples()
        .forEach(
            (name, example) -> {
              String text = new String(example, StandardCharsets.UTF_8);
              assertEquals(2, files.read(published("en-es", 1, text)).size(), name);
            });
  }

  @Test
  void keepsNothingWhenItIsSwitchedOff() {
    // Given
    LexiconShelf off = new LexiconShelf(files, false);
    // When
    off.announced(published("en-es", 1, lexicon("lamp", "lámpara")));
    off.load();
    // Then
    assertEquals(List.of(), off.now().of("lamp"));
  }
}
