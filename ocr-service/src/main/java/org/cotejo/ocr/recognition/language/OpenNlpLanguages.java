package org.cotejo.ocr.recognition.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedSet;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetector;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.cotejo.ocr.recognition.LanguageFinder;

/**
 * The language detector of Apache OpenNLP with its own model of 103 languages (n-grams of letters,
 * 10 MB). The model takes memory and half a second, so it is loaded by the first text.
 */
public final class OpenNlpLanguages implements LanguageFinder {
  /** In the model's jar. */
  private static final String MODEL = "/langdetect-183.bin";

  /** How much more probable the found language is than the next of those asked for. */
  private static final double LEAST_LEAD = 1.5;

  @Override
  public String version() {
    return "opennlp-langdetect-1.3.0";
  }

  @Override
  public Optional<String> model(String text, SortedSet<String> models) {
    Language[] known =
        Arrays.stream(Once.DETECTOR.predictLanguages(text))
            .filter(language -> models.contains(language.getLang()))
            .sorted(Comparator.comparing(language -> -language.getConfidence()))
            .toArray(Language[]::new);
    if (known.length == 0) {
      return Optional.empty();
    }
    boolean sure =
        known.length == 1 || known[0].getConfidence() >= LEAST_LEAD * known[1].getConfidence();
    return sure ? Optional.of(known[0].getLang()) : Optional.empty();
  }

  /** Class initialisation runs once and makes later callers wait. */
  private static final class Once {
    static final LanguageDetector DETECTOR = load();

    private static LanguageDetector load() {
      try (InputStream model = OpenNlpLanguages.class.getResourceAsStream(MODEL)) {
        if (model == null) {
          throw new IllegalStateException("the language detector's model is missing: " + MODEL);
        }
        return new LanguageDetectorME(new LanguageDetectorModel(model));
      } catch (IOException failure) {
        throw new UncheckedIOException("the language detector's model cannot be read", failure);
      }
    }
  }
}
