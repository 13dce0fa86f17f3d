package org.cotejo.ingest.fixity.objects;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** A second bucket that has the same objects under the same keys. */
@ConfigMapping(prefix = "cotejo.fixity.second")
public interface SecondBucketConfig {
  /** Base address of its S3 store; without one nothing is repaired. */
  Optional<String> endpoint();

  /** Access key of an account that may read it. */
  Optional<String> accessKey();

  /** Secret of that account. */
  Optional<String> secretKey();

  /** Its name. */
  @WithDefault("cotejo")
  String bucket();

  /** Region that requests are signed for. */
  @WithDefault("us-east-1")
  String region();
}
