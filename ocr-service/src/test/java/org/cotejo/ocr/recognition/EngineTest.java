package org.cotejo.ocr.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EngineTest {
  private static final List<LanguageTag> SPANISH = List.of(new LanguageTag("es"));

  @Test
  void equalDescriptionsHaveEqualFingerprints() {
    assertEquals(
        Engine.of(description("5.5.1", "a"), SPANISH),
        Engine.of(description("5.5.1", "a"), SPANISH));
  }

  @Test
  void everyPartOfDescriptionCounts() {
    String fingerprint = Engine.of(description("5.5.1", "a"), SPANISH).fingerprint();
    assertNotEquals(fingerprint, Engine.of(description("5.5.2", "a"), SPANISH).fingerprint());
    assertNotEquals(fingerprint, Engine.of(description("5.5.1", "b"), SPANISH).fingerprint());
    assertNotEquals(
        fingerprint,
        Engine.of(description("5.5.1", "a"), List.of(new LanguageTag("es-MX"))).fingerprint());
    assertNotEquals(
        fingerprint,
        Engine.of(description("5.5.1", "a").with(Map.of("reviewBelow", "0.9")), SPANISH)
            .fingerprint());
  }

  @Test
  void fingerprintIsFitForObjectKey() {
    assertTrue(
        Engine.of(description("5.5.1", "a"), SPANISH)
            .fingerprint()
            .matches("tesseract-5\\.5\\.1-[0-9a-f]{20}"));
  }

  private static EngineDescription description(String version, String model) {
    return new EngineDescription(
        "tesseract", version, new TreeMap<>(Map.of("model.spa", model)), List.of("spa"));
  }
}
