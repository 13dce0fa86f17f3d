package org.cotejo.images;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.Ports;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.frontend.CredentialRetrieverFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;

/**
 * Puts images together with Jib: the same files, base and labels give the same digest.
 *
 * @param cache folder for layers, filled as needed
 * @param insecure whether a registry without TLS is spoken to
 */
record ImageMaker(Path cache, boolean insecure) {

  /** Writes the image as {@code docker load} takes it and returns its digest. */
  String toTar(ServiceImage image, Base base, String name, Path tar) {
    try {
      return make(image, base, Containerizer.to(TarImage.at(tar).named(name)));
    } catch (InvalidImageReferenceException invalid) {
      throw new ImageRefused(name + " is no name of an image.", invalid);
    }
  }

  /**
   * Sends the image to the registry that its name begins with and returns its digest there. Who may
   * write is known from the login that {@code docker login} and others keep ({@code
   * ~/.docker/config.json} or {@code $DOCKER_CONFIG}).
   */
  String toRegistry(ServiceImage image, Base base, String name) {
    try {
      return make(image, base, Containerizer.to(registry(name)));
    } catch (InvalidImageReferenceException invalid) {
      throw new ImageRefused(name + " is no name of an image.", invalid);
    }
  }

  private String make(ServiceImage image, Base base, Containerizer containerizer) {
    String languages =
        image.languages().map(Layers::languages).map(names -> String.join(" ", names)).orElse("");
    try {
      return from(base)
          .setFileEntriesLayers(Layers.of(image))
          .setEntrypoint(image.entrypoint())
          .setProgramArguments(List.of())
          .setUser(ServiceImage.USER)
          .setWorkingDirectory(AbsoluteUnixPath.get(ServiceImage.HOME))
          // On Kubernetes an emptyDir lies over it, elsewhere the engine makes a volume.
          .addVolume(AbsoluteUnixPath.get("/tmp"))
          // Pages are read by processes of their own; each with one thread.
          .addEnvironmentVariable("OMP_THREAD_LIMIT", "1")
          .setExposedPorts(Ports.parse(List.of(Integer.toString(image.port()))))
          .setLabels(image.labels(base.name(), languages))
          .setCreationTime(image.created())
          .containerize(
              containerizer
                  .setApplicationLayersCache(cache.resolve("application"))
                  .setBaseImageLayersCache(cache.resolve("base"))
                  .setAllowInsecureRegistries(insecure)
                  .setToolName("cotejo"))
          .getDigest()
          .toString();
    } catch (RegistryException | IOException | CacheDirectoryCreationException failure) {
      throw refused(image, failure);
    } catch (ExecutionException failure) {
      throw refused(image, failure.getCause() == null ? failure : failure.getCause());
    } catch (InvalidImageReferenceException invalid) {
      throw new ImageRefused(base.name() + " is no name of an image.", invalid);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new ImageRefused("Interrupted.", interrupted);
    }
  }

  private static ImageRefused refused(ServiceImage image, Throwable failure) {
    return new ImageRefused(
        "The image of " + image.service() + " cannot be made: " + failure.getMessage(), failure);
  }

  private static JibContainerBuilder from(Base base) throws InvalidImageReferenceException {
    return switch (base) {
      case Base.Tar tar -> Jib.from(TarImage.at(tar.file()));
      case Base.Reference reference -> Jib.from(registry(reference.name()));
    };
  }

  private static RegistryImage registry(String name) throws InvalidImageReferenceException {
    ImageReference reference = ImageReference.parse(name);
    return RegistryImage.named(reference)
        .addCredentialRetriever(
            CredentialRetrieverFactory.forImage(reference, _ -> {}).dockerConfig());
  }
}
