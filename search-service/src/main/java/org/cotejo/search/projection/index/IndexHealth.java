package org.cotejo.search.projection.index;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the index is there. */
@Readiness
@ApplicationScoped
public class IndexHealth implements HealthCheck {
  private final DocumentIndex index;

  @Inject
  public IndexHealth(DocumentIndex index) {
    this.index = index;
  }

  @Override
  public HealthCheckResponse call() {
    try {
      index.version("none");
      return HealthCheckResponse.up("elasticsearch");
    } catch (IndexUnavailable failure) {
      return HealthCheckResponse.named("elasticsearch")
          .down()
          .withData("reason", String.valueOf(failure.getMessage()))
          .build();
    }
  }
}
