package org.cotejo.translation.collation;

/** What a finding may be about. The code is stable: clients filter by it and states hang on it. */
public enum Rule {
  OMISSION("omission", Severity.ERROR),
  ADDITION("addition", Severity.WARNING),
  NUMBER("number", Severity.ERROR),
  DATE("date", Severity.ERROR),
  NAME("name", Severity.WARNING),
  SPELLING_VARIANT("spelling-variant", Severity.NOTE),
  QUOTATION("quotation", Severity.NOTE),
  QUESTION("question", Severity.WARNING),
  NEGATION("negation", Severity.WARNING),
  MODALITY("modality", Severity.WARNING),
  UNTRANSLATED("untranslated", Severity.WARNING),
  REPETITION("repetition", Severity.WARNING),
  WRONG_LEAF("wrong-leaf", Severity.ERROR),
  ORDER("order", Severity.WARNING),
  UNREADABLE("unreadable", Severity.WARNING),
  ANNOTATION("annotation", Severity.NOTE);

  private final String code;
  private final Severity severity;

  Rule(String code, Severity severity) {
    this.code = code;
    this.severity = severity;
  }

  /** The name in files, answers and filters. */
  public String code() {
    return code;
  }

  /** How much a finding of this rule matters. */
  public Severity severity() {
    return severity;
  }

  /** How much it matters when this is said of it: less where the original may be misread. */
  public Severity severity(Phrase said) {
    return said.isDoubted() ? severity.lower() : severity;
  }

  /**
   * The rule of a code.
   *
   * @throws IllegalArgumentException when none has it
   */
  public static Rule of(String code) {
    for (Rule rule : values()) {
      if (rule.code.equals(code)) {
        return rule;
      }
    }
    throw new IllegalArgumentException("no rule has the code " + code);
  }
}
