package org.cotejo.ingest.fixity.objects;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.cotejo.objects.MinioObjectStore;
import org.cotejo.objects.ObjectStore;
import org.cotejo.objects.ObjectStoreConfig;
import org.cotejo.objects.ObjectStoreProducer;

/** The second bucket, where one is configured. */
@ApplicationScoped
public class SecondBucket {
  private final Optional<MinioObjectStore> second;
  private final ObjectStore archive;

  @Inject
  public SecondBucket(SecondBucketConfig config, ObjectStoreConfig first, ObjectStore archive) {
    this.archive = archive;
    this.second =
        config
            .endpoint()
            .filter(text -> !text.isBlank())
            .map(
                endpoint -> {
                  requireAnother(config, first, endpoint);
                  return ObjectStoreProducer.open(
                      URI.create(endpoint),
                      config.region(),
                      required(config.accessKey(), "access-key"),
                      required(config.secretKey(), "secret-key"),
                      config.bucket(),
                      first);
                });
  }

  /** Made at start, so that a setting that is missing or wrong is known at once. */
  void start(@Observes StartupEvent event) {}

  /** How to repair; empty when there is no second bucket. */
  public Optional<Repair> repair() {
    return second.map(store -> new Repair(archive, store));
  }

  @PreDestroy
  void close() throws Exception {
    if (second.isPresent()) {
      second.get().close();
    }
  }

  /** A bucket is no copy of itself: a damaged file would be taken for its own cure. */
  private static void requireAnother(
      SecondBucketConfig config, ObjectStoreConfig first, String endpoint) {
    if (endpoint.equals(first.endpoint()) && config.bucket().equals(first.bucket())) {
      throw new IllegalArgumentException(
          "cotejo.fixity.second names the bucket of the archive itself");
    }
  }

  private static String required(Optional<String> value, String name) {
    return value
        .filter(text -> !text.isBlank())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "cotejo.fixity.second." + name + " is missing though there is an endpoint"));
  }
}
