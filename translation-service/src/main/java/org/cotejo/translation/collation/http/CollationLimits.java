package org.cotejo.translation.collation.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much is collated within a request. */
@ConfigMapping(prefix = "cotejo.translation.collation")
public interface CollationLimits {
  /**
   * Most characters of original and translation together. The time grows faster than the length:
   * 311 000 took five seconds; 606 000 were not done after a minute and a half.
   */
  @WithDefault("320000")
  int characters();

  /** Most texts collated at the same time; one takes a core for seconds. */
  @WithDefault("1")
  int parallel();

  /** How long a request waits for its turn before it is asked to come again. */
  @WithDefault("10s")
  Duration patience();

  /** Most characters of a note on a finding; a page of text. */
  @WithDefault("4000")
  int note();
}
