package org.cotejo.ocr.recognition.engine;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How much is done to a surrogate before and after it is read, and with what, each with all that
 * those before it do. The service takes all; benches compare.
 */
public enum PreparationSteps {
  /** Made grey. */
  PLAIN,
  /** And enlarged when it is small, reduced when it is very fine. */
  SIZED,
  /** And softened when it is bilevel. */
  SOFTENED,
  /** And freed of noise when it is very noisy. */
  QUIETENED,
  /** And what was read put right: full stops, wide gaps, the edge of the column. */
  CORRECTED,
  /** And read a second time, on paper without shades, where much of it was read doubtfully. */
  REREAD,
  /** And read with networks trained on typescript. */
  FULL;

  boolean sizes() {
    return compareTo(SIZED) >= 0;
  }

  boolean softens() {
    return compareTo(SOFTENED) >= 0;
  }

  boolean quietens() {
    return compareTo(QUIETENED) >= 0;
  }

  boolean putsRight() {
    return compareTo(CORRECTED) >= 0;
  }

  boolean readsAgain() {
    return compareTo(REREAD) >= 0;
  }

  /** The models to read with. */
  public LanguageModels models(LanguageModels fetched, LanguageModels tuned) {
    return compareTo(FULL) >= 0 ? tuned : fetched;
  }

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
                    "no engine %s; there are %s".formatted(label, labels())));
  }

  private static String labels() {
    return Arrays.stream(values()).map(PreparationSteps::label).collect(Collectors.joining(", "));
  }
}
