package org.cotejo.translation.transcription.objects;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much work a transcription made by people may be. */
@ConfigMapping(prefix = "cotejo.translation.transcription")
public interface TranscriptionLimits {
  /** Cells of one search for the best path, a byte each: 4,000 words against 4,000 are whole. */
  @WithDefault("16000000")
  int cells();

  /** Elements inside each other; editions of letters have some 20. */
  @WithDefault("200")
  int depth();

  /** Words of a transcription; a long novel has some 500,000. */
  @WithDefault("1000000")
  int words();
}
