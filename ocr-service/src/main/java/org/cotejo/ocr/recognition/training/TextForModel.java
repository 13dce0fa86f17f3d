package org.cotejo.ocr.recognition.training;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.cotejo.ocr.recognition.bench.Folding;
import org.cotejo.ocr.recognition.engine.ModelFile;

/** Texts in the characters that a model can write. */
final class TextForModel {
  private final Set<String> characters = new HashSet<>();

  /** The characters of a model; each line of its list but the first begins with one. */
  TextForModel(ModelFile model) {
    new String(model.part(ModelFile.CHARACTERS), StandardCharsets.UTF_8)
        .lines()
        .skip(1)
        .forEach(line -> characters.add(line.split(" ", 2)[0]));
  }

  /**
   * The text, signs that the model does not have replaced by their plain form; empty when one has
   * none that the model knows.
   */
  Optional<String> of(String text) {
    StringBuilder known = new StringBuilder();
    for (int sign : Folding.strict(text).codePoints().toArray()) {
      String character = Character.toString(sign);
      String plain = Folding.folded(character);
      if (sign == ' ' || characters.contains(character)) {
        known.append(character);
      } else if (!plain.isEmpty()
          && plain.codePoints().allMatch(each -> characters.contains(Character.toString(each)))) {
        known.append(plain);
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(known.toString()).filter(line -> !line.isBlank());
  }
}
