package org.cotejo.ocr.recognition.engine;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How much is done to a surrogate before it is read. The service takes all; benches compare. */
public enum PreparationSteps {
  /** Made grey. */
  PLAIN,
  /** And enlarged when it is small. */
  ENLARGED,
  /** And softened when it is bilevel. */
  FULL;

  /** Name on command lines. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The steps of that name.
   *
   * @throws IllegalArgumentException that names those there are
   */
  public static PreparationSteps labelled(String label) {
    return Arrays.stream(values())
        .filter(steps -> steps.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no engine %s; there are %s"
                        .formatted(
                            label,
                            Arrays.stream(values())
                                .map(PreparationSteps::label)
                                .collect(Collectors.joining(", ")))));
  }
}
