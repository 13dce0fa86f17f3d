package org.cotejo.ocr.recognition.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.cotejo.objects.ObjectKey;
import org.cotejo.objects.ObjectStore;
import org.cotejo.objects.ObjectStoreException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the object store answers. */
@Readiness
@ApplicationScoped
public class ObjectStoreHealth implements HealthCheck {
  private static final ObjectKey PROBE = new ObjectKey("health/probe");

  private final ObjectStore store;

  @Inject
  public ObjectStoreHealth(ObjectStore store) {
    this.store = store;
  }

  @Override
  public HealthCheckResponse call() {
    try {
      store.stat(PROBE);
      return HealthCheckResponse.up("object store");
    } catch (ObjectStoreException failure) {
      return HealthCheckResponse.named("object store")
          .down()
          .withData("reason", String.valueOf(failure.getMessage()))
          .build();
    }
  }
}
