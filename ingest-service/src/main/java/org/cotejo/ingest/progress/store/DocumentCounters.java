package org.cotejo.ingest.progress.store;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What has happened to documents in this process. */
public final class DocumentCounters {
  private DocumentCounters() {}

  /** Makes all of them, at zero: a rate needs one to begin with. */
  public static void register(MeterRegistry metrics) {
    accepted(metrics);
    published(metrics);
    failed(metrics);
    withdrawn(metrics);
  }

  public static Counter accepted(MeterRegistry metrics) {
    return Counter.builder("cotejo.documents.accepted")
        .description("Documents taken in")
        .register(metrics);
  }

  public static Counter published(MeterRegistry metrics) {
    return Counter.builder("cotejo.documents.published")
        .description("Ingests that ended with a published document")
        .register(metrics);
  }

  public static Counter failed(MeterRegistry metrics) {
    return Counter.builder("cotejo.documents.failed")
        .description("Ingests that ended without a published document")
        .register(metrics);
  }

  public static Counter withdrawn(MeterRegistry metrics) {
    return Counter.builder("cotejo.documents.withdrawn")
        .description("Documents withdrawn")
        .register(metrics);
  }
}
