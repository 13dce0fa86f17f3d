package org.cotejo.images;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What an image is made of, on the command line. */
final class ImageOptions {
  @Option(names = "--service", required = true)
  private String service = "";

  @Option(names = "--application", required = true, description = "Its quarkus-app folder.")
  private Path application = Path.of("");

  @Option(names = "--sbom", required = true, description = "A CycloneDX file.")
  private List<Path> bills = new ArrayList<>();

  @Option(names = "--languages", description = "Folder with *.traineddata files.")
  private @Nullable Path languages;

  @Option(names = "--start-cache", description = "The start-up cache.")
  private @Nullable Path cache;

  @Option(names = "--image-version", required = true)
  private String version = "";

  @Option(names = "--revision", required = true)
  private String revision = "";

  @Option(names = "--created", required = true, description = "Seconds since 1970.")
  private long created;

  ServiceImage read() {
    return new ServiceImage(
        service,
        application,
        bills,
        Optional.ofNullable(languages),
        Optional.ofNullable(cache),
        version,
        revision,
        Instant.ofEpochSecond(created));
  }
}
