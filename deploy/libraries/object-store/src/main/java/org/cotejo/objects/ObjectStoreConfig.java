package org.cotejo.objects;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Where the bucket is and how to get in. Secrets have no default. */
@ConfigMapping(prefix = "cotejo.objects")
public interface ObjectStoreConfig {
  /** Base address of the S3 store, for instance {@code http://127.0.0.1:9000}. */
  String endpoint();

  /** Access key of an account that may read and write the bucket. */
  String accessKey();

  /** Secret of that account. */
  String secretKey();

  /** The one bucket that holds everything. */
  @WithDefault("cotejo")
  String bucket();

  /** Region that requests are signed for. */
  @WithDefault("us-east-1")
  String region();

  /** How long to wait for a connection. */
  @WithDefault("5s")
  Duration connectTimeout();

  /** How long a transfer may stand still. */
  @WithDefault("60s")
  Duration idleTimeout();
}
