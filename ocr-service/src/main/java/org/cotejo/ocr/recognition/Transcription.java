package org.cotejo.ocr.recognition;

import java.util.ArrayList;
import java.util.List;

/**
 * What was read on one page.
 *
 * @param surrogateDigest of the image that was read and that boxes refer to
 * @param widthPixels of that image
 * @param heightPixels of that image
 * @param engine that read it
 * @param languages of the paper
 * @param regions in reading order
 * @param needsReview whether a person should look at it
 */
public record Transcription(
    String surrogateDigest,
    int widthPixels,
    int heightPixels,
    Engine engine,
    List<LanguageTag> languages,
    List<Region> regions,
    boolean needsReview) {

  public Transcription {
    languages = List.copyOf(languages);
    regions = List.copyOf(regions);
  }

  /** Mean over the words; 0 for a page without words. */
  public double meanConfidence() {
    return meanConfidence(regions);
  }

  /** Its words with the ids that its file gives them. */
  public List<PlacedWord> placedWords() {
    List<PlacedWord> placed = new ArrayList<>();
    for (int region = 0; region < regions.size(); region++) {
      List<Line> lines = regions.get(region).lines();
      for (int line = 0; line < lines.size(); line++) {
        List<Word> words = lines.get(line).words();
        for (int word = 0; word < words.size(); word++) {
          String id = "r%dl%dw%d".formatted(region + 1, line + 1, word + 1);
          placed.add(new PlacedWord(id, words.get(word).text()));
        }
      }
    }
    return placed;
  }

  /** Confidence of each word, 0 to 1, in reading order. */
  public List<Double> wordConfidences() {
    return words(regions).map(Word::confidence).toList();
  }

  public int wordCount() {
    return Math.toIntExact(words(regions).count());
  }

  static double meanConfidence(List<Region> regions) {
    double mean = words(regions).mapToDouble(Word::confidence).average().orElse(0);
    return Math.round(mean * 10_000) / 10_000.0;
  }

  private static java.util.stream.Stream<Word> words(List<Region> regions) {
    return regions.stream()
        .flatMap(region -> region.lines().stream())
        .flatMap(line -> line.words().stream());
  }
}
