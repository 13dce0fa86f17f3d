package org.cotejo.search.lexicon.objects;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The archive's lexicon in the search. */
@ConfigMapping(prefix = "cotejo.lexicon")
public interface LexiconConfig {
  /** Whether searches use it; where it is off, lexica are neither read nor kept. */
  @WithDefault("true")
  boolean enabled();

  /** How often it is looked whether a lexicon was published that is not in use yet. */
  @WithDefault("5s")
  String every();

  /** Least probability of a rendering; of what is rarer little is right. */
  @WithDefault("0.1")
  double leastProbability();

  /** Most renderings of one word in one language; each is a word that is looked for. */
  @WithDefault("5")
  int renderings();

  /** Most pairs of words of one lexicon; a hundred thousand take some 30 MB. */
  @WithDefault("100000")
  int entries();

  /** The largest file that is read. */
  @WithDefault("67108864")
  long fileBytes();
}
