package org.cotejo.translation.transcription.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cotejo.translation.reading.Likeness;
import org.cotejo.translation.reading.Placement;
import org.cotejo.translation.reading.TranscribedLine;
import org.cotejo.translation.reading.TranscribedPage;
import org.cotejo.translation.reading.TranscribedWord;
import org.cotejo.translation.transcription.PlacedText;
import org.cotejo.translation.transcription.PlacementSettings;
import org.cotejo.translation.transcription.PlainTranscription;
import org.cotejo.translation.transcription.TextPlacer;

/**
 * Sets the ground truth of page images, as if a person had written it, onto what the plain program
 * {@code tesseract} reads, and counts the words that come to stand on their lines.
 *
 * <p>The line of a word is the line that was read and is most like the truth's line. A truth line
 * that none resembles (likeness below .5) has no such line; its words are counted apart.
 */
public final class PlacementBench {
  private static final double LEAST_LIKENESS = .5;
  private static final double PERCENT = 100;
  private static final Map<String, String> MODELS =
      Map.of(
          "es", "spa", "en", "eng", "fr", "fra", "de", "deu", "ru", "rus", "it", "ita", "pt",
          "por");

  private final boolean flowing;
  private final boolean marked;
  private final boolean together;
  private final TextPlacer placer = new TextPlacer(PlacementSettings.standard());

  private PlacementBench(boolean flowing, boolean marked, boolean together) {
    this.flowing = flowing;
    this.marked = marked;
    this.together = together;
  }

  /** Counts of a set. */
  private static final class Score {
    private int words;
    private int withLine;
    private int inBox;
    private int onLine;
    private int matched;
    private int interpolated;

    private void add(TranscribedWord word, Optional<TranscribedLine> line) {
      words++;
      matched += word.placement() == Placement.MATCHED ? 1 : 0;
      interpolated += word.placement() == Placement.INTERPOLATED ? 1 : 0;
      if (line.isPresent()) {
        int x = word.box().x() + word.box().width() / 2;
        int y = word.box().y() + word.box().height() / 2;
        withLine++;
        inBox += line.get().box().contains(x, y) ? 1 : 0;
        onLine += line.get().box().contains(line.get().box().x(), y) ? 1 : 0;
      }
    }

    private String row(String name) {
      return String.format(
          Locale.ROOT,
          "%-22s %6d %8.2f %8.2f %8d %9.2f %9.2f",
          name,
          words,
          share(matched, words),
          share(interpolated, words),
          words - withLine,
          share(inBox, withLine),
          share(onLine, withLine));
    }

    private static double share(int part, int whole) {
      return whole == 0 ? 0 : PERCENT * part / whole;
    }
  }

  /**
   * A page with its truth.
   *
   * @param read what the program read
   * @param truth the lines of the truth
   */
  private record Page(TranscribedPage read, List<String> truth) {}

  /** The main of {@code deploy/bench/place}. */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    boolean flowing = false;
    boolean marked = false;
    boolean together = false;
    String languages = "";
    out.printf(
        "%-22s %6s %8s %8s %8s %9s %9s%n",
        "set", "words", "matched", "unseen", "no line", "in box", "on line");
    for (int k = 0; k < arguments.length; k++) {
      switch (arguments[k]) {
        case "--flowing" -> flowing = true;
        case "--marked" -> marked = true;
        case "--document" -> together = true;
        case "--pages" -> together = false;
        case "--languages" -> languages = arguments[++k];
        default -> {
          Path folder = Path.of(arguments[k]);
          Score score = new PlacementBench(flowing, marked, together).score(folder, languages);
          out.println(score.row(String.valueOf(folder.getFileName())));
        }
      }
    }
  }

  private Score score(Path folder, String languages) throws IOException {
    String models = models(languages, folder);
    List<Page> pages = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path truth :
          files.filter(file -> file.toString().endsWith(".gt.txt")).sorted().toList()) {
        String base = truth.toString().substring(0, truth.toString().length() - ".gt.txt".length());
        TranscribedPage read = PlainTesseract.read(image(base), pages.size() + 1, models);
        List<String> lines =
            Files.readString(truth).lines().filter(line -> !line.isBlank()).toList();
        pages.add(new Page(read, lines));
      }
    }
    Score score = new Score();
    if (together) {
      score(pages, score);
    } else {
      for (Page page : pages) {
        score(List.of(page), score);
      }
    }
    return score;
  }

  private void score(List<Page> pages, Score score) {
    String text =
        pages.stream()
            .map(page -> String.join(flowing ? " " : "\n", page.truth()))
            .collect(Collectors.joining(marked ? "\f" : flowing ? " " : "\n"));
    PlacedText placed =
        placer.place(
            pages.stream().map(Page::read).toList(),
            pages.stream().mapToInt(page -> page.read().page()).max().orElse(1),
            PlainTranscription.read(text));
    List<Placed> words = words(placed);
    int at = 0;
    for (Page page : pages) {
      for (String line : page.truth()) {
        Optional<TranscribedLine> there = mostAlike(page.read(), line);
        for (String word : line.strip().split("\\s+", -1)) {
          Placed found = words.get(at++);
          if (found.page() == page.read().page()) {
            score.add(found.word(), there);
          } else {
            score.add(found.word(), Optional.empty());
          }
          // A word that the page divides has two places; the first counts.
          at +=
              found.word().text().equals(word) || at >= words.size() ? 0 : divided(words, at, word);
        }
      }
    }
  }

  /**
   * A word with its page.
   *
   * @param page its number
   * @param word itself
   */
  private record Placed(int page, TranscribedWord word) {}

  private static int divided(List<Placed> words, int at, String word) {
    return word.endsWith(words.get(at).word().text()) ? 1 : 0;
  }

  private static List<Placed> words(PlacedText placed) {
    List<Placed> words = new ArrayList<>();
    for (TranscribedPage page : placed.pages()) {
      page.regions().stream()
          .flatMap(region -> region.lines().stream())
          .flatMap(line -> line.words().stream())
          .filter(word -> word.placement() != Placement.READ)
          .forEach(word -> words.add(new Placed(page.page(), word)));
    }
    return words;
  }

  private static Optional<TranscribedLine> mostAlike(TranscribedPage page, String line) {
    TranscribedLine best = null;
    double likeness = LEAST_LIKENESS;
    for (var region : page.regions()) {
      for (TranscribedLine candidate : region.lines()) {
        double one = Likeness.of(candidate.text(), line.strip());
        if (one >= likeness) {
          likeness = one;
          best = candidate;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private static Path image(String base) throws IOException {
    for (String ending : List.of(".png", ".jpg", ".tif")) {
      Path image = Path.of(base + ending);
      if (Files.exists(image)) {
        return image;
      }
    }
    throw new IOException("no image beside " + base + ".gt.txt");
  }

  private static String models(String languages, Path folder) throws IOException {
    Path file = folder.resolve("lang");
    String tags = Files.exists(file) ? Files.readString(file).strip() : languages;
    if (tags.isEmpty()) {
      throw new IOException("the languages of " + folder + " are not known; name --languages");
    }
    return Stream.of(tags.split(",", -1))
        .map(tag -> MODELS.getOrDefault(tag, tag))
        .collect(Collectors.joining("+"));
  }
}
