package org.cotejo.images;

import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The layers of an image, those that change least first: libraries, language data, the service, its
 * bills of materials, its start-up cache. All files belong to root, are readable by everybody and
 * carry {@link #TIME}, which the start-up cache compares.
 */
final class Layers {
  /** Time of every file of an image, the base's as well. */
  static final Instant TIME = Instant.ofEpochSecond(1);

  private static final FilePermissions READABLE = FilePermissions.fromOctalString("644");
  private static final String TRAINED = ".traineddata";

  private Layers() {}

  static List<FileEntriesLayer> of(ServiceImage image) {
    List<FileEntriesLayer> layers = new ArrayList<>();
    layers.add(folder("libraries", image.application(), ServiceImage.HOME, Layers::library));
    image
        .languages()
        .ifPresent(
            languages ->
                layers.add(
                    folder(
                        "languages",
                        languages,
                        ServiceImage.LANGUAGES,
                        file -> file.getFileName().toString().endsWith(TRAINED))));
    layers.add(folder("service", image.application(), ServiceImage.HOME, file -> !library(file)));
    layers.add(files("sbom", image.bills(), "/sbom"));
    image.cache().ifPresent(cache -> layers.add(file("start", cache, ServiceImage.CACHE)));
    return List.copyOf(layers);
  }

  /** Names of the languages whose data lie in a folder, in their order. */
  static List<String> languages(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(TRAINED))
          .map(name -> name.substring(0, name.length() - TRAINED.length()))
          .sorted()
          .toList();
    } catch (IOException failure) {
      throw new ImageRefused("The folder of language data " + folder + " cannot be read.", failure);
    }
  }

  /** Whether a file below the application is somebody else's library. */
  private static boolean library(Path file) {
    return file.startsWith("lib") && !file.getFileName().toString().startsWith("org.cotejo.");
  }

  private static FileEntriesLayer folder(
      String name, Path folder, String target, Predicate<Path> chosen) {
    FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName(name);
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .map(folder::relativize)
          .filter(chosen)
          // Quarkus's list for its own tools; it names paths of the machine that built.
          .filter(file -> !file.toString().equals("quarkus-app-dependencies.txt"))
          .sorted()
          .forEach(file -> add(layer, folder.resolve(file), target + "/" + file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return layer.build();
  }

  private static FileEntriesLayer files(String name, List<Path> files, String target) {
    FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName(name);
    files.stream().sorted().forEach(file -> add(layer, file, target + "/" + file.getFileName()));
    return layer.build();
  }

  private static FileEntriesLayer file(String name, Path file, String target) {
    FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName(name);
    add(layer, file, target);
    return layer.build();
  }

  private static void add(FileEntriesLayer.Builder layer, Path file, String target) {
    layer.addEntry(file, AbsoluteUnixPath.get(target), READABLE, TIME);
  }
}
