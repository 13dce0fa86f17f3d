package org.cotejo.search.names.files;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** Names under other forms. */
@ConfigMapping(prefix = "cotejo.names")
public interface NamesConfig {
  /** The archive's own table of aliases, UTF-8, read at start; it is used beside the one inside. */
  Optional<Path> aliases();
}
