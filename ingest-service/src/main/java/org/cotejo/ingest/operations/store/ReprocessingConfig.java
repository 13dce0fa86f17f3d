package org.cotejo.ingest.operations.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many documents are processed again at once. */
@ConfigMapping(prefix = "cotejo.reprocessing")
public interface ReprocessingConfig {
  /**
   * No further document is begun while so many are in flight: new papers shall not wait behind an
   * archive that is read again.
   */
  @WithDefault("50")
  int inFlight();

  /** How often it is looked whether further ones can be begun. */
  @WithDefault("2s")
  Duration every();
}
