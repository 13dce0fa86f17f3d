package org.cotejo.ingest.operations.store;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.File;

/** How much room is left for temporary files: scans stand there on their way. */
@ApplicationScoped
public class TemporarySpace {

  @Produces
  @Singleton
  MeterBinder free() {
    return new DiskSpaceMetrics(new File(System.getProperty("java.io.tmpdir")));
  }
}
