package org.cotejo.images;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the image of one service and prints its name and digest. */
@Command(name = "build", description = "Makes the image of one service.")
final class BuildCommand implements Callable<Integer> {
  @Mixin private ImageOptions image;

  @Option(names = "--base", required = true, description = "A tar of docker save, or a reference.")
  private String base = "";

  @Option(names = "--repository", required = true, description = "Before the service's name.")
  private String repository = "";

  @Option(names = "--out", required = true, description = "The tar to write.")
  private @Nullable Path out;

  @Option(names = "--push", description = "Also send it to the registry of its repository.")
  private boolean push;

  @Option(names = "--insecure", description = "Let the registry be one without TLS.")
  private boolean insecure;

  @Option(names = "--layer-cache", required = true, description = "Folder for layers.")
  private @Nullable Path cache;

  @Override
  public Integer call() {
    ServiceImage made = image.read();
    BillOfMaterials.check(made.application(), made.bills());
    ImageMaker maker = new ImageMaker(Objects.requireNonNull(cache), insecure);
    Base from = Base.of(base);
    String name = repository + "/" + made.service() + ":" + made.version();
    String digest = maker.toTar(made, from, name, Objects.requireNonNull(out));
    Optional<String> pushed =
        push ? Optional.of(maker.toRegistry(made, from, name)) : Optional.empty();
    System.out.println(name + " " + digest);
    pushed.ifPresent(inRegistry -> System.out.println("pushed " + name + "@" + inRegistry));
    return 0;
  }
}
