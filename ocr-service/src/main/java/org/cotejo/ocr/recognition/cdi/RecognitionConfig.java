package org.cotejo.ocr.recognition.cdi;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of recognition. */
@ConfigMapping(prefix = "cotejo.recognition")
public interface RecognitionConfig {
  /** Pages read at once. Unless set: the cores, since one page keeps one core busy. */
  int workers();

  /**
   * Pages taken from the broker at once, those that are read and those that wait for a worker with
   * their image in memory; the others wait in the broker. Unless set: one more than cores.
   */
  int pagesInHand();

  /** Whether fetched models are read with our networks, where there are; seen at the start. */
  @WithDefault("true")
  boolean tunedNetworks();

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

  /** Width times height of a page that is read; an A3 sheet at 600 dpi has 70 million. */
  @WithDefault("80000000")
  long maximumPagePixels();

  /** Java heap of a process that reads: the page's PNG and its words; native memory is on top. */
  @WithDefault("256M")
  MemorySize workerHeap();

  /**
   * The whole process. With a page of A4 at 300 dpi it had 130 MB (grey) to 170 MB (colour), at 600
   * dpi 280 to 440 MB, with a colour A3 sheet at 600 dpi 810 MB.
   */
  @WithDefault("1G")
  MemorySize workerResident();

  /** Until it can read: a second on an idle machine. */
  @WithDefault("60s")
  Duration workerStartLimit();

  /** Beyond the page's limit; the engine looks at the clock between lines. */
  @WithDefault("10s")
  Duration workerGrace();

  /** How often time and memory of a process at work are looked at. */
  @WithDefault("200ms")
  Duration workerLook();
}
