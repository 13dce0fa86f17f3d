package org.cotejo.ingest.progress;

import java.util.Optional;

/** What a stage reports of an ingest. */
public sealed interface StageOutcome {
  /** Why something failed; the message is safe to show. */
  record Reason(String code, String message) {}

  /** The image of a page is there. */
  record SurrogateStored(int page) implements StageOutcome {}

  /** A page was read, with a confidence from 0 to 1, by an engine with this fingerprint. */
  record PageTranscribed(int page, double confidence, boolean needsReview, String engine)
      implements StageOutcome {}

  /** A page could not be made or read. */
  record PageFailed(int page, String stage, Reason reason) implements StageOutcome {}

  /** Original and translations stand side by side. */
  record Aligned() implements StageOutcome {}

  /** The document can be found. */
  record Published() implements StageOutcome {}

  /** A stage gave up. */
  record StageFailed(String stage, Optional<Integer> page, Reason reason) implements StageOutcome {}
}
