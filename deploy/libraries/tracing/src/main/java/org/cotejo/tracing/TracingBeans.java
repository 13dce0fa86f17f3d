package org.cotejo.tracing;

import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What the SDK asks CDI for when tracing is on. */
@ApplicationScoped
public class TracingBeans {

  @Produces
  @Singleton
  Sampler sampler(TracingConfig config) {
    return new WorkSampler(config.ratio());
  }

  @Produces
  @Singleton
  SpanProcessor discretion() {
    return new Discretion();
  }
}
