package org.cotejo.translation.exchange.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much an export may hold. */
@ConfigMapping(prefix = "cotejo.translation.exports")
public interface ExportLimits {
  /** Pages of one answer; a longer document is fetched page by page. */
  @WithDefault("2000")
  int pages();

  /**
   * Bytes of one answer, and of the page images in it. Both wait in temporary files, so that the
   * room for these must hold {@code 2 * bytes * parallel}; 600 page images have some 500 MB.
   */
  @WithDefault("536870912")
  long bytes();

  /** Bytes of one page image for a PDF; a large sheet at 400 dpi has some 20 MB. */
  @WithDefault("67108864")
  long imageBytes();

  /** Exports that are written at once. */
  @WithDefault("2")
  int parallel();

  /** How long a request waits for its turn. */
  @WithDefault("10s")
  Duration patience();
}
