package org.cotejo.objects;

import io.minio.MinioClient;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import okhttp3.OkHttpClient;

/** Makes the store of a service from its configuration. */
@ApplicationScoped
public class ObjectStoreProducer {
  private static final Tracer NOT_TRACED = OpenTelemetry.noop().getTracer("objects");

  /** A store over the MinIO client; it speaks to the network only when it is used. */
  @Produces
  @Singleton
  public ObjectStore objectStore(ObjectStoreConfig config, Instance<Tracer> tracer) {
    return new MinioObjectStore(
        client(
            config.endpoint(),
            config.region(),
            config.accessKey(),
            config.secretKey(),
            httpClient(
                config.connectTimeout(),
                config.idleTimeout(),
                tracer.isResolvable() ? tracer.get() : NOT_TRACED)),
        config.bucket());
  }

  /**
   * A store over a bucket that somebody else looks after; whoever opens it closes it.
   *
   * @param waits whose limits of waiting hold for it too
   */
  public static MinioObjectStore open(
      URI endpoint,
      String region,
      String accessKey,
      String secretKey,
      String bucket,
      ObjectStoreConfig waits) {
    return MinioObjectStore.ofBucketElsewhere(
        client(
            endpoint.toString(),
            region,
            accessKey,
            secretKey,
            httpClient(waits.connectTimeout(), waits.idleTimeout(), NOT_TRACED)),
        bucket);
  }

  private static MinioClient client(
      String endpoint, String region, String accessKey, String secretKey, OkHttpClient http) {
    return MinioClient.builder()
        .endpoint(endpoint)
        .region(region)
        .credentials(accessKey, secretKey)
        .httpClient(http, true)
        .build();
  }

  void close(@Disposes ObjectStore store) throws Exception {
    if (store instanceof MinioObjectStore minio) {
      minio.close();
    }
  }

  static OkHttpClient httpClient(Duration connectTimeout, Duration idleTimeout, Tracer tracer) {
    return new OkHttpClient.Builder()
        // Without TCP_NODELAY a 20 KB PUT took 50 ms instead of 10 (Nagle against delayed ACK).
        .socketFactory(new NoDelaySocketFactory())
        .eventListenerFactory(TracedCall.factory(tracer))
        .connectTimeout(connectTimeout)
        .readTimeout(idleTimeout)
        .writeTimeout(idleTimeout)
        .build();
  }
}
