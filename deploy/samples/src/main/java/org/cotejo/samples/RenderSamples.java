package org.cotejo.samples;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Renders the sample papers: {@code RenderSamples FONTS PAPERS} writes scans, translations and
 * truth beside each source; {@code RenderSamples FONTS PAPERS OUT VARIATION} writes JPEG pages of
 * all papers into another folder, with other noise and so with other digests, for measurements.
 */
public final class RenderSamples {

  private final Path fonts;

  RenderSamples(Path fonts) {
    this.fonts = fonts;
  }

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2 && arguments.length != 4) {
      System.err.println("usage: RenderSamples FONTS PAPERS [OUT VARIATION]");
      System.exit(2);
    }
    RenderSamples renderer = new RenderSamples(Path.of(arguments[0]));
    for (Path paper : papers(Path.of(arguments[1]))) {
      if (arguments.length == 2) {
        renderer.render(paper);
      } else {
        renderer.vary(paper, Path.of(arguments[2]), Long.parseLong(arguments[3]));
      }
      System.out.println("rendered " + paper.getFileName());
    }
  }

  static List<Path> papers(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(entry -> Files.isDirectory(entry.resolve("source"))).sorted().toList();
    }
  }

  void render(Path paper) throws IOException {
    Style style = style(paper);
    PaperSource source = source(paper);
    List<BufferedImage> scans = new ArrayList<>();
    List<TypedWord> words = new ArrayList<>();
    scan(style, source, scans, words);
    ScanWriter.write(style, scans, paper.resolve("scans"));
    Path truth = Files.createDirectories(paper.resolve("truth"));
    GroundTruth groundTruth = new GroundTruth(truth);
    groundTruth.words(style, scans.size(), words);
    groundTruth.transcription(words);
    translations(paper, source, groundTruth);
  }

  private static void translations(Path paper, PaperSource source, GroundTruth truth)
      throws IOException {
    List<Path> marked;
    try (Stream<Path> entries = Files.list(paper.resolve("source"))) {
      marked =
          entries
              .filter(entry -> entry.getFileName().toString().startsWith("translation."))
              .sorted()
              .toList();
    }
    for (Path file : marked) {
      String language = file.getFileName().toString().split("\\.", -1)[1];
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      Path plain =
          Files.createDirectories(paper.resolve("translations")).resolve(language + ".txt");
      Files.writeString(plain, Sentences.withoutMarks(String.join("\n", lines)) + "\n");
      truth.links(language, Sentences.ofOriginal(source), Sentences.ofTranslation(lines));
    }
  }

  private void vary(Path paper, Path out, long variation) throws IOException {
    Style style = style(paper).varied(variation, Style.Format.JPEG);
    List<BufferedImage> scans = new ArrayList<>();
    scan(style, source(paper), scans, new ArrayList<>());
    ScanWriter.write(style, scans, out.resolve(paper.getFileName() + "-" + variation));
  }

  private void scan(
      Style style, PaperSource source, List<BufferedImage> scans, List<TypedWord> words)
      throws IOException {
    Font face = face(style.font());
    for (int index = 0; index < source.pages().size(); index++) {
      Sheet sheet = new Sheet(style, index);
      PageRenderer.TypedPage typed =
          new PageRenderer(style, face, index)
              .type(source.pages().get(index), index + 1, sheet.blank());
      scans.add(sheet.scan(typed.image()));
      words.addAll(sheet.onTheScan(typed.words()));
    }
  }

  private Font face(String name) throws IOException {
    Path file = fonts.resolve(name + ".ttf");
    try {
      return Font.createFont(Font.TRUETYPE_FONT, file.toFile());
    } catch (FontFormatException damaged) {
      throw new IOException("not a font: " + file, damaged);
    }
  }

  private static Style style(Path paper) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(paper.resolve("source/style.properties"))) {
      properties.load(reader);
    }
    return Style.of(properties);
  }

  private static PaperSource source(Path paper) throws IOException {
    return PaperSource.parse(
        Files.readAllLines(paper.resolve("source/original.txt"), StandardCharsets.UTF_8));
  }
}
