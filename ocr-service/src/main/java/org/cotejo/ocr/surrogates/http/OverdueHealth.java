package org.cotejo.ocr.surrogates.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.cotejo.ocr.surrogates.TimeLimit;
import org.cotejo.ocr.surrogates.cdi.SurrogateConfig;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Not alive when too many pages are at work beyond their time: nothing but a new process ends them.
 */
@Liveness
@ApplicationScoped
public class OverdueHealth implements HealthCheck {
  private final TimeLimit limit;
  private final SurrogateConfig config;

  @Inject
  public OverdueHealth(TimeLimit limit, SurrogateConfig config) {
    this.limit = limit;
    this.config = config;
  }

  @Override
  public HealthCheckResponse call() {
    int overdue = limit.overdue();
    return HealthCheckResponse.named("pages in time")
        .status(overdue < config.mostOverduePages())
        .withData("overdue", overdue)
        .build();
  }
}
