package org.cotejo.ocr.recognition.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.cotejo.ocr.recognition.LanguageTag;
import org.cotejo.ocr.recognition.bench.Folding;
import org.cotejo.ocr.recognition.bench.LineMatching;
import org.cotejo.ocr.recognition.bench.PageSet;
import org.cotejo.ocr.recognition.bench.ServiceReader;
import org.cotejo.ocr.recognition.engine.LanguageModels;
import org.cotejo.ocr.recognition.engine.LineImages;
import org.cotejo.ocr.recognition.engine.LineImages.LineImage;
import org.cotejo.ocr.recognition.engine.ModelFile;
import org.cotejo.ocr.recognition.engine.PreparationSteps;

/**
 * Cuts the lines out of pages whose text is known and writes them as samples, for each page one
 * file as they are and one with each line twice, varied: what a line is taken for and how it looks
 * is what the service's own reading makes of the page.
 */
public final class LineCutting {
  /** A line with fewer errors is that line of the truth. */
  private static final double SURE = 0.35;

  /** So is one with fewer, when a neighbour is one for sure. */
  private static final double BESIDE_SURE = 0.6;

  /** Characters that one may have more than the other; else there is dirt beside the line. */
  private static final int MOST_MORE = 3;

  /** Handwriting and what the transcriber could not read. */
  private static final String UNREADABLE = "~";

  private final LanguageModels models;
  private final Path out;

  private LineCutting(LanguageModels models, Path out) {
    this.models = models;
    this.out = out;
  }

  /** Arguments: {@code --models FOLDER --out FOLDER (--languages TAGS FOLDER...)...}. */
  public static void main(String[] arguments) throws IOException {
    Path models = Path.of("target/tessdata");
    Path out = Path.of("");
    List<LanguageTag> languages = List.of();
    List<PageSet> sets = new ArrayList<>();
    for (int at = 0; at < arguments.length; at++) {
      switch (arguments[at]) {
        case "--models" -> models = Path.of(arguments[++at]);
        case "--out" -> out = Path.of(arguments[++at]);
        case "--languages" -> languages = PageSet.tags(arguments[++at]);
        default -> sets.add(PageSet.of(Path.of(arguments[at]), languages));
      }
    }
    LineCutting cutting = new LineCutting(LanguageModels.in(models.toAbsolutePath()), out);
    for (PageSet set : sets) {
      cutting.cut(set);
    }
  }

  private void cut(PageSet set) throws IOException {
    Path target = Files.createDirectories(out.resolve(set.name()));
    String model = models.modelsFor(set.languages()).getFirst();
    TextForModel texts =
        new TextForModel(
            ModelFile.of(Files.readAllBytes(models.directory().resolve(model + ".traineddata"))));
    try (ServiceReader reader = new ServiceReader(models, PreparationSteps.FULL);
        LineImages images = new LineImages(models)) {
      for (Path image : set.images()) {
        Optional<String> truth = PageSet.truth(image);
        if (truth.isPresent()) {
          List<LineImage> lines = images.of(reader.scan(image), set.languages());
          write(target, PageSet.page(image), truth.get(), lines, texts);
        }
      }
    }
  }

  private static void write(
      Path target, String page, String truth, List<LineImage> lines, TextForModel texts)
      throws IOException {
    List<LineSamples.Sample> samples = new ArrayList<>();
    StringBuilder list = new StringBuilder();
    pairs(truth, lines)
        .forEach(
            (line, expected) ->
                texts
                    .of(expected)
                    .ifPresent(
                        text -> {
                          samples.add(
                              new LineSamples.Sample(
                                  page + "/" + line, lines.get(line).image(), text));
                          list.append(line).append('\t').append(text).append('\n');
                        }));
    Files.write(target.resolve(page + ".lstmf"), LineSamples.file(samples));
    RandomGenerator chance = new SplittableRandom(page.hashCode());
    Files.write(
        target.resolve(page + ".varied.lstmf"),
        LineSamples.file(
            Stream.concat(samples.stream(), samples.stream())
                .map(sample -> sample.with(TypedLine.varied(sample.image(), chance)))
                .toList()));
    Files.writeString(target.resolve(page + ".tsv"), list);
    System.out.printf("%s: %d of %d lines%n", page, samples.size(), lines.size());
  }

  /** The line of the truth for each line read that is one for sure. */
  private static Map<Integer, String> pairs(String truth, List<LineImage> lines) {
    List<String> expected = truth.lines().filter(line -> !Folding.folded(line).isEmpty()).toList();
    List<String> read = lines.stream().map(LineImage::text).toList();
    List<LineMatching.Match> matches = LineMatching.matches(expected, read);
    Map<Integer, Integer> sure = new HashMap<>();
    matches.stream()
        .filter(match -> match.share() < SURE)
        .forEach(match -> sure.put(match.expected(), match.read()));
    Map<Integer, String> pairs = new TreeMap<>();
    for (LineMatching.Match match : matches) {
      boolean beside =
          isAt(sure, match.expected() - 1, match.read() - 1)
              || isAt(sure, match.expected() + 1, match.read() + 1);
      if (match.share() < (beside ? BESIDE_SURE : SURE)) {
        String text = expected.get(match.expected());
        int more = Folding.folded(text).length() - Folding.folded(read.get(match.read())).length();
        if (!text.contains(UNREADABLE) && Math.abs(more) <= MOST_MORE) {
          pairs.put(match.read(), text);
        }
      }
    }
    return pairs;
  }

  private static boolean isAt(Map<Integer, Integer> sure, int expected, int read) {
    return sure.getOrDefault(expected, -1) == read;
  }
}
