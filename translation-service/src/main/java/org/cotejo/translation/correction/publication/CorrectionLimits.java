package org.cotejo.translation.correction.publication;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much curators may change, and how fast. */
@ConfigMapping(prefix = "cotejo.translation.correction")
public interface CorrectionLimits {
  /** Most operations of one change. */
  @WithDefault("100")
  int operations();

  /** Most characters that a segment may be set to; a page of print has some 4 000. */
  @WithDefault("10000")
  int text();

  /**
   * Most changes of a document, those that undo others included; all are read at each alignment.
   */
  @WithDefault("10000")
  int changes();

  /** Most changes made at the same time: each aligns its document again. */
  @WithDefault("1")
  int parallel();

  /** How long a change waits for its turn before its curator is asked to come again. */
  @WithDefault("10s")
  Duration patience();
}
