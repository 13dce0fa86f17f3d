package org.cotejo.ocr.recognition.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Scores texts that are written already, as {@code deploy/bench/ocr} does: pages read by several
 * runs, each with another model, in one line.
 */
public final class TextScore {
  private TextScore() {}

  /**
   * Arguments: a folder of images with their truth, then folders of texts; a page's is the first
   * found there.
   */
  public static void main(String[] arguments) throws IOException {
    PageSet set = PageSet.of(Path.of(arguments[0]), PageSet.tags("und"));
    List<Path> folders =
        List.of(arguments).subList(1, arguments.length).stream().map(Path::of).toList();
    Figures sum = Figures.NONE;
    int pages = 0;
    for (Path image : set.images()) {
      Optional<String> truth = PageSet.truth(image);
      Optional<Path> text =
          folders.stream()
              .map(folder -> folder.resolve(PageSet.page(image) + ".txt"))
              .filter(Files::exists)
              .findFirst();
      if (truth.isPresent() && text.isPresent()) {
        pages++;
        Figures page = Figures.of(truth.get(), Files.readString(text.get()));
        sum = sum.plus(page);
        print(PageSet.page(image), 1, page);
      }
    }
    print(set.name(), pages, sum);
  }

  private static void print(String name, int pages, Figures figures) {
    System.out.printf(
        Locale.ROOT,
        "%-44s %3d pages  strict %6.2f  folded %6.2f  words %6.2f  lines %6.2f%n",
        name,
        pages,
        figures.strict().percent(),
        figures.folded().percent(),
        figures.words().percent(),
        figures.lines().percent());
  }
}
