package org.cotejo.ocr.recognition.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.cotejo.ocr.recognition.engine.LanguageModels;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when there is at least one language to read. */
@Readiness
@ApplicationScoped
public class LanguageHealth implements HealthCheck {
  private final LanguageModels models;

  @Inject
  public LanguageHealth(LanguageModels models) {
    this.models = models;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("language models")
        .status(!models.languages().isEmpty())
        .withData("installed", String.join(" ", models.languages()))
        .withData("orientation", models.hasOrientation())
        .build();
  }
}
