package org.cotejo.ingest.operations.events;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** Whose lag is measured. */
@ConfigMapping(prefix = "cotejo.lag")
public interface LagConfig {
  /** The consumer groups of the four services. */
  @WithDefault(
      "ingest-service,ocr-service-surrogates,ocr-service-recognition,translation-service-documents,translation-service-transcriptions,search-service")
  List<String> groups();

  /** How often it is measured. */
  @WithDefault("5s")
  Duration every();

  /** How long to wait for each answer of the broker. */
  @WithDefault("5s")
  Duration patience();
}
