package org.cotejo.ocr.recognition.cdi;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of recognition. */
@ConfigMapping(prefix = "cotejo.recognition")
public interface RecognitionConfig {
  /** Pages read at once. Unless set: the cores, since one page keeps one core busy. */
  int workers();

  /** After which a page is given up; usual pages take one to three seconds. */
  @WithDefault("2m")
  Duration pageTimeLimit();

  /**
   * Mean confidence below which a person should look at a page. Of our pages the worst at 0.90 and
   * above had 4 % wrong letters, one between 0.85 and 0.90 had 22 %.
   */
  @WithDefault("0.90")
  double reviewBelow();

  /** A page image larger than this is not read: an A3 sheet in colours takes about 100 MB. */
  @WithDefault("268435456")
  long maximumImageBytes();

  /** Room for some 50,000 words. */
  @WithDefault("16777216")
  long maximumTranscriptionBytes();
}
