package org.cotejo.search.projection;

/**
 * The external version of an index document: a later state of a document always has a higher one,
 * in whatever order the events come.
 */
public final class IndexVersion {
  private static final long STEP = 1_000_000;
  private static final long LAST = STEP - 1;

  private IndexVersion() {}

  /** A revision of which only record and access are known yet. */
  public static long ofRecord(long revision) {
    return revision * STEP;
  }

  /**
   * An alignment of a revision.
   *
   * @param alignmentVersion 1 to 999,998
   */
  public static long ofAlignment(long revision, long alignmentVersion) {
    if (alignmentVersion < 1 || alignmentVersion >= LAST) {
      throw new IllegalArgumentException("alignment version out of range: " + alignmentVersion);
    }
    return revision * STEP + alignmentVersion;
  }

  /** A withdrawal; nothing of the same revision comes after it. */
  public static long ofWithdrawal(long revision) {
    return revision * STEP + LAST;
  }
}
