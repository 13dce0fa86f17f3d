package org.cotejo.ocr.surrogates.cdi;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits and forms of page images. */
@ConfigMapping(prefix = "cotejo.surrogates")
public interface SurrogateConfig {
  /**
   * Documents worked on at once; each holds one page in memory. Unless set: a third of the cores,
   * since recognition takes several times as long.
   */
  int workers();

  /**
   * Width times height; an A4 sheet at 600 dpi has 35 million. Unless set: what the heap bears, 10
   * bytes a pixel and worker (decoded colours, their PNG and room for the others).
   */
  long maximumPagePixels();

  /** Size of one original. */
  @WithDefault("2147483648")
  long maximumOriginalBytes();

  /**
   * After which a page is given up: once for drawing or decoding it and taking its text, once for
   * turning, straightening and writing it. Usual pages take under a second.
   */
  @WithDefault("2m")
  Duration pageTimeLimit();

  /** Pages at work beyond their time from which the process wants to be started anew. */
  @WithDefault("4")
  int mostOverduePages();

  /** Resolution at which PDF pages are drawn; Tesseract reads best around 300. */
  @WithDefault("300")
  int renderingDpi();

  /** Of zlib. On scans 1 takes a third of the time of 6 and gives files some percent larger. */
  @WithDefault("1")
  int pngCompressionLevel();

  /** JPEG that people see: letters stay free of visible rings from about 80. */
  @WithDefault("82")
  int displayQuality();

  /** Longer side. */
  @WithDefault("420")
  int thumbnailPixels();

  /** JPEG quality of the thumbnails, 1 to 100. */
  @WithDefault("80")
  int thumbnailQuality();
}
