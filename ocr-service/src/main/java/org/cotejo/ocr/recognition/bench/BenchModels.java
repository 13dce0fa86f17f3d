package org.cotejo.ocr.recognition.bench;

import java.nio.file.Path;
import org.cotejo.ocr.recognition.engine.LanguageModels;
import org.cotejo.ocr.recognition.engine.TunedModels;

/** The models that the service reads with. */
final class BenchModels {
  private BenchModels() {}

  static LanguageModels tuned(LanguageModels fetched) {
    return TunedModels.of(
        fetched, Path.of(System.getProperty("java.io.tmpdir", "."), "cotejo-ocr-models"));
  }
}
