package org.cotejo.images;

import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FileEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Lays the files of an image out in a folder, as they will lie in the image, and prints the command
 * that starts it: there the base's Java writes the start-up cache.
 */
@Command(name = "layout", description = "Lays an image's files out in a folder.")
final class LayoutCommand implements Callable<Integer> {
  @Mixin private ImageOptions image;

  @Option(names = "--root", required = true, description = "An unpacked base.")
  private @Nullable Path root;

  @Override
  public Integer call() throws IOException {
    Path folder = Objects.requireNonNull(root);
    for (FileEntriesLayer layer : Layers.of(image.read())) {
      for (FileEntry entry : layer.getEntries()) {
        Path target = folder.resolve(entry.getExtractionPath().toString().substring(1));
        Files.createDirectories(target.getParent());
        Files.copy(entry.getSourceFile(), target, StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(target, FileTime.from(Layers.TIME));
      }
    }
    ServiceImage.command(List.of("-XX:AOTCacheOutput=/training/start.aot"))
        .forEach(System.out::println);
    return 0;
  }
}
