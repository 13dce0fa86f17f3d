package org.cotejo.ingest.accession.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.cotejo.ingest.accession.ScanLimits;

/** What is taken in. */
@ConfigMapping(prefix = "cotejo.accession")
public interface AccessionConfig {
  /** Size of one scan file; an A4 page of 600 dpi colour, uncompressed, is 105 MB. */
  @WithDefault("536870912")
  long maximumFileBytes();

  /** Scan files of one submission. */
  @WithDefault("1000")
  int maximumFiles();

  /** Pages of one document. */
  @WithDefault("2000")
  int maximumPages();

  /** Pixels of one page: A3 at 600 dpi has 70 million. */
  @WithDefault("100000000")
  long maximumPixels();

  /** Width or height of one page. */
  @WithDefault("30000")
  int maximumSidePixels();

  /** Size of one translation or transcription in plain text; 4 MB are some 600 book pages. */
  @WithDefault("4194304")
  long maximumTranslationBytes();

  /** Size of one in another format: an office file holds its pictures, mark-up is longer. */
  @WithDefault("33554432")
  long maximumTranslationFileBytes();

  /** Translations of one document. */
  @WithDefault("20")
  int maximumTranslations();

  /** For a record that does not say who may see it: public or restricted. */
  @WithDefault("restricted")
  String defaultAccessLevel();

  /** How long the link of an upload works. */
  @WithDefault("1h")
  Duration uploadValidity();

  /** How long an upload is kept after its link has ended, for a submission that is repeated. */
  @WithDefault("24h")
  Duration uploadKept();

  /** The limits in the domain's terms. */
  default ScanLimits limits() {
    return new ScanLimits(
        maximumFileBytes(),
        maximumFiles(),
        maximumPages(),
        maximumPixels(),
        maximumSidePixels(),
        maximumTranslationBytes(),
        maximumTranslationFileBytes());
  }
}
