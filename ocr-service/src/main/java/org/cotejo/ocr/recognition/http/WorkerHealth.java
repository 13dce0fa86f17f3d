package org.cotejo.ocr.recognition.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.cotejo.ocr.recognition.worker.WorkerRecogniser;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready when the processes that read cannot be started. */
@Readiness
@ApplicationScoped
public class WorkerHealth implements HealthCheck {
  private final WorkerRecogniser workers;

  @Inject
  public WorkerHealth(WorkerRecogniser workers) {
    this.workers = workers;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("recognition workers")
        .status(!workers.startFailed())
        .withData("running", workers.running())
        .withData("at most", workers.size())
        .build();
  }
}
