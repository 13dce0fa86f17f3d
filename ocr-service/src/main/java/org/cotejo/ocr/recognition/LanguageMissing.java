package org.cotejo.ocr.recognition;

import java.util.Collection;
import java.util.List;

/** A paper is in a language for which this installation has no model. */
public final class LanguageMissing extends RuntimeException {
  /**
   * Names what is missing and what there is.
   *
   * @param missing names of models
   * @param present names of models
   */
  public LanguageMissing(Collection<String> missing, Collection<String> present) {
    super(
        "No language model for %s is installed; installed: %s."
            .formatted(listed(missing), listed(present)));
  }

  /** Safe to show: it names models only. */
  public String safeMessage() {
    return String.valueOf(getMessage());
  }

  private static String listed(Collection<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", List.copyOf(names));
  }
}
