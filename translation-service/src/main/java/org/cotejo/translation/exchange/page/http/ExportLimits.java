package org.cotejo.translation.exchange.page.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much an export may hold. */
@ConfigMapping(prefix = "cotejo.translation.exports")
public interface ExportLimits {
  /** Pages of one answer; a longer document is fetched page by page. */
  @WithDefault("2000")
  int pages();

  /** Bytes of one answer, which wait in a temporary file; 2,000 page images have some 1.5 GB. */
  @WithDefault("2147483648")
  long bytes();

  /** Bytes of one page image for a PDF; a large sheet at 400 dpi has some 20 MB. */
  @WithDefault("67108864")
  long imageBytes();
}
