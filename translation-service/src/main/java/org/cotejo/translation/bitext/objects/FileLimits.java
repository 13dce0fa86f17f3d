package org.cotejo.translation.bitext.objects;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The largest files that are read into memory. */
@ConfigMapping(prefix = "cotejo.translation.files")
public interface FileLimits {
  /** A transcription of one page; a dense newspaper page has some 2 MB. */
  @WithDefault("33554432")
  long transcriptionBytes();

  /** A translation as submitted; a long novel has some 3 MB. */
  @WithDefault("33554432")
  long translationBytes();

  /** A catalogue record. */
  @WithDefault("4194304")
  long recordBytes();

  /** A reading text or bitext of a whole document. */
  @WithDefault("268435456")
  long documentBytes();
}
