package org.cotejo.ocr.recognition.training;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cotejo.ocr.recognition.engine.GreyImage;
import org.cotejo.ocr.recognition.engine.ModelFile;

/**
 * Draws lines of words without sense in the faces of typewriters or presses, so that a model that
 * learns from few real pages does not forget what those do not show.
 */
public final class LineDrawing {
  private static final Pattern WORD = Pattern.compile("\\p{L}{2,14}");
  private static final int LINES_A_FILE = 60;

  private LineDrawing() {}

  /**
   * Arguments: model, list of common words, list of the model's words, typed or printed, number of
   * files of {@value #LINES_A_FILE} lines, folder for them, then the files of the faces.
   */
  public static void main(String[] arguments) throws IOException, FontFormatException {
    TextForModel texts = new TextForModel(ModelFile.of(Files.readAllBytes(Path.of(arguments[0]))));
    List<String> common;
    List<String> words;
    try (Stream<String> lines = Files.lines(Path.of(arguments[1]));
        Stream<String> all = Files.lines(Path.of(arguments[2]))) {
      common = lines.flatMap(line -> Stream.of(line.split(" "))).toList();
      words = all.filter(WORD.asMatchPredicate()).toList();
    }
    boolean typed = arguments[3].equals("typed");
    int files = Integer.parseInt(arguments[4]);
    Path out = Files.createDirectories(Path.of(arguments[5]));
    List<Font> faces = new ArrayList<>();
    for (int at = 6; at < arguments.length; at++) {
      faces.add(Font.createFont(Font.TRUETYPE_FONT, Path.of(arguments[at]).toFile()));
    }
    RandomGenerator chance = new SplittableRandom(typed ? 1 : 2);
    LineText text = new LineText(common, words, chance);
    for (int file = 0; file < files; file++) {
      String name = "%s-%02d".formatted(arguments[3], file);
      Files.write(
          out.resolve(name + ".lstmf"),
          LineSamples.file(samples(name, faces, typed, text, texts, chance)));
    }
  }

  private static List<LineSamples.Sample> samples(
      String name,
      List<Font> faces,
      boolean typed,
      LineText text,
      TextForModel texts,
      RandomGenerator chance) {
    List<LineSamples.Sample> samples = new ArrayList<>();
    while (samples.size() < LINES_A_FILE) {
      Font face = faces.get(chance.nextInt(faces.size()));
      Optional<String> line =
          texts
              .of(text.line(15 + chance.nextInt(55)))
              .filter(each -> face.canDisplayUpTo(each) < 0);
      if (line.isPresent()) {
        GreyImage image = TypedLine.drawn(line.get(), face, typed, chance);
        samples.add(new LineSamples.Sample(name + "/" + samples.size(), image, line.get()));
      }
    }
    return samples;
  }
}
