package org.cotejo.ocr.recognition.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cotejo.ocr.recognition.LanguageTag;

/**
 * A folder of page images, each with its truth ({@code <page>.gt.txt}) or without.
 *
 * @param name of the folder
 * @param languages of its pages, the main one first
 * @param images by name
 */
public record PageSet(String name, List<LanguageTag> languages, List<Path> images) {
  private static final Pattern IMAGE = Pattern.compile("(?i)\\.(png|jpe?g|tiff?)$");
  private static final Pattern BETWEEN_TAGS = Pattern.compile("[\\s,+]+");

  public PageSet {
    languages = List.copyOf(languages);
    images = List.copyOf(images);
  }

  /**
   * A set whose languages are given, else stand in the folder's file {@code lang}.
   *
   * @param given empty when the file tells
   * @throws IllegalArgumentException when neither tells, or the folder is missing or has no image
   */
  public static PageSet of(Path folder, List<LanguageTag> given) throws IOException {
    String name = folder.toAbsolutePath().normalize().getFileName().toString();
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(name + ": no such folder");
    }
    Path file = folder.resolve("lang");
    List<LanguageTag> languages = given;
    if (given.isEmpty() && Files.exists(file)) {
      languages = tags(Files.readString(file));
    }
    if (languages.isEmpty()) {
      throw new IllegalArgumentException(
          name + ": no language; give --languages before the folder, or put a file lang into it");
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> images =
          files.filter(each -> IMAGE.matcher(each.toString()).find()).sorted().toList();
      if (images.isEmpty()) {
        throw new IllegalArgumentException(name + ": no image (png, jpg, tif) in the folder");
      }
      return new PageSet(name, languages, images);
    }
  }

  /** Language tags parted by spaces, commas or plus signs. */
  public static List<LanguageTag> tags(String text) {
    return BETWEEN_TAGS
        .splitAsStream(text.strip())
        .filter(tag -> !tag.isEmpty())
        .map(tag -> new LanguageTag(tag.toLowerCase(Locale.ROOT)))
        .toList();
  }

  public static String page(Path image) {
    return IMAGE.matcher(image.getFileName().toString()).replaceFirst("");
  }

  public static Optional<String> truth(Path image) throws IOException {
    Path file = image.resolveSibling(page(image) + ".gt.txt");
    return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
  }
}
