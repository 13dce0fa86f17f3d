package org.cotejo.ingest.fixity.cdi;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often stored files are compared with their digests, and how fast. */
@ConfigMapping(prefix = "cotejo.fixity")
public interface FixityConfig {
  /** Whether anything is checked by this process. */
  @WithDefault("true")
  boolean enabled();

  /** How often a process looks for files that are due. */
  @WithDefault("60s")
  Duration every();

  /** Until the first look after the start. */
  @WithDefault("30s")
  Duration delayed();

  /** A file is checked again after this time. */
  @WithDefault("90d")
  Duration cycle();

  /** A file that is damaged or missing is looked at again after this time. */
  @WithDefault("1d")
  Duration damagedAgain();

  /** Pace of reading, in bytes; 20 MB/s are 1.7 TB a day. */
  @WithDefault("20000000")
  long bytesPerSecond();

  /** Files checked in one go before the next look at the clock and the turn. */
  @WithDefault("200")
  int batch();

  /** How long the turn of a process lasts that does not renew it, because it is gone. */
  @WithDefault("15m")
  Duration turn();
}
