package org.cotejo.translation.lexicon.objects;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much the archive's lexica are learned from, and how often. */
@ConfigMapping(prefix = "cotejo.translation.lexicon")
public interface LexiconLimits {
  /** How often somebody looks whether a lexicon is out of date; {@code off} for never. */
  @WithDefault("10m")
  String every();

  /**
   * How long a lexicon is good enough although documents have come; one that a document has left is
   * learned again at once.
   */
  @WithDefault("1h")
  Duration rest();

  /** How long an instance may be at it before another takes over. */
  @WithDefault("1h")
  Duration lease();

  /** The newest public documents teach; each costs the reading of two files. */
  @WithDefault("5000")
  int documents();

  /** Most links of one lexicon; two thousand take about a second of a core. */
  @WithDefault("60000")
  int links();

  /** Most pairs of words of one lexicon. */
  @WithDefault("100000")
  int entries();

  /** Most lexica in memory; one of a hundred thousand pairs takes some 40 MB. */
  @WithDefault("4")
  int inMemory();

  /** The largest lexicon that is read into memory. */
  @WithDefault("67108864")
  long fileBytes();

  /** Most pairs of names of two languages. */
  @WithDefault("20000")
  int names();
}
