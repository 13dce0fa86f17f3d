package org.cotejo.translation.bitext.objects;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much work a submitted translation may be. */
@ConfigMapping(prefix = "cotejo.translation.translations")
public interface TranslationReading {
  /** Elements inside each other. */
  @WithDefault("200")
  int depth();

  /** Characters of a translation; a long novel has some 3 million. */
  @WithDefault("4194304")
  int characters();

  /** Parts of a DOCX or ODT; each picture is one. */
  @WithDefault("10000")
  int parts();

  /** Bytes of one part, unpacked. */
  @WithDefault("134217728")
  long partBytes();

  /** Bytes of a page in HTML, which is held whole. */
  @WithDefault("4194304")
  long htmlBytes();

  /** Pages of a PDF. */
  @WithDefault("2000")
  int pdfPages();

  /** Heap in MiB of the process that reads a PDF. */
  @WithDefault("256")
  int pdfHeapMebibytes();

  /** Processor time of that process. */
  @WithDefault("60s")
  Duration pdfProcessorTime();

  /**
   * How long it may take on a machine that is too busy to give even that; then it is tried again.
   */
  @WithDefault("5m")
  Duration pdfWallTime();

  /** Such processes at once; the memory of the service must hold them beside it. */
  @WithDefault("1")
  int pdfParallel();
}
