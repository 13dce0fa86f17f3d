package org.cotejo.ingest.fixity;

/** What came of the wish to take a damaged file from the second bucket. */
public enum RepairOutcome {
  /** The archive's bucket has the right bytes again. */
  REPAIRED("repaired", ""),
  /** The second bucket has no such object. */
  COPY_MISSING("copy-missing", " The second bucket has no such object either."),
  /** The object in the second bucket is not what came in either. */
  COPY_DIFFERS("copy-differs", " The copy in the second bucket is damaged, too."),
  /** A store refused or did not answer; the next look tries again. */
  FAILED("failed", " It could not be repaired; the next look tries again.");

  private final String label;
  private final String sentence;

  RepairOutcome(String label, String sentence) {
    this.label = label;
    this.sentence = sentence;
  }

  /** Name in metrics. */
  public String label() {
    return label;
  }

  /** For operators, after what was found; empty when all is well. */
  public String sentence() {
    return sentence;
  }
}
