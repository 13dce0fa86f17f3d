package org.cotejo.ocr.recognition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cotejo.ocr.surrogates.PageFailure;
import org.cotejo.ocr.surrogates.Surrogate;

/** Reads one page and keeps what was read, unless the same engine has read it before. */
public final class PageRecognition {
  private final Recogniser recogniser;
  private final Transcriptions transcriptions;
  private final RegionTyping typing;
  private final TextLayerJudge judge = new TextLayerJudge();
  private final LanguageFinder finder;
  private final RecognitionChoices choices;

  public PageRecognition(
      Recogniser recogniser,
      Transcriptions transcriptions,
      RegionTyping typing,
      LanguageFinder finder,
      RecognitionChoices choices) {
    this.recogniser = recogniser;
    this.transcriptions = transcriptions;
    this.typing = typing;
    this.finder = finder;
    this.choices = choices;
  }

  /** The engine that reads papers in these languages. */
  public Engine engine(List<LanguageTag> languages) {
    List<LanguageTag> known = determined(languages);
    if (!known.isEmpty()) {
      return engine(recogniser.describe(known), languages);
    }
    Map<String, String> finding =
        Map.of(
            "languages",
            "found on each page, version " + PageLanguages.VERSION,
            "languageFinder",
            finder.version());
    return engine(recogniser.describe(pageLanguages().candidates()).with(finding), languages);
  }

  private Engine engine(EngineDescription reading, List<LanguageTag> languages) {
    Map<String, String> ours =
        Map.of(
            "regionTyping",
            RegionTyping.VERSION,
            "reviewBelow",
            Double.toString(choices.reviewBelow()));
    return Engine.of(reading.with(ours), languages);
  }

  /** Reports the page exactly once; only what may pass is thrown. */
  public void recognise(
      Surrogate surrogate, List<LanguageTag> languages, RecognitionReports reports) {
    Optional<StoredTranscription> found;
    StoredTranscription result;
    try {
      StoredTextLayer text = transcriptions.textLayer(surrogate);
      LayerVerdict verdict = judge.verdict(text.layer(), languages);
      reports.textLayer(verdict);
      boolean written = verdict == LayerVerdict.USED;
      Engine engine = written ? engine(text.description(), languages) : engine(languages);
      found = transcriptions.find(surrogate, engine);
      result =
          found.isPresent()
              ? found.get()
              : keep(
                  surrogate,
                  engine,
                  written ? taken(text, surrogate, languages) : read(surrogate, languages),
                  reports);
    } catch (LanguageMissing missing) {
      reports.failed(
          new PageFailure("recognition.language-missing", missing.safeMessage(), missing));
      return;
    } catch (PageFailure failure) {
      reports.failed(failure);
      return;
    }
    reports.transcribed(result, found.isEmpty());
  }

  /**
   * What stands on a page.
   *
   * @param languages of the record, or found
   */
  private record Content(List<Block> blocks, List<LanguageTag> languages) {}

  private Content taken(StoredTextLayer text, Surrogate surrogate, List<LanguageTag> languages) {
    Surrogate.StoredImage image = surrogate.image();
    List<Block> blocks = text.blocks(image.widthPixels(), image.heightPixels());
    List<LanguageTag> found =
        determined(languages).isEmpty() ? pageLanguages().of(blocks) : languages;
    return new Content(blocks, found.isEmpty() ? languages : found);
  }

  private Content read(Surrogate surrogate, List<LanguageTag> languages) {
    Surrogate.StoredImage image = surrogate.image();
    PageScan scan =
        new PageScan(
            transcriptions.image(surrogate),
            image.widthPixels(),
            image.heightPixels(),
            surrogate.resolutionDpi());
    List<LanguageTag> known = determined(languages);
    return known.isEmpty()
        ? readInUnknownLanguage(scan, languages)
        : new Content(recogniser.read(scan, known, choices.pageLimit()), languages);
  }

  private Content readInUnknownLanguage(PageScan scan, List<LanguageTag> languages) {
    PageLanguages page = pageLanguages();
    List<LanguageTag> first = page.first();
    List<Block> blocks = recogniser.read(scan, first, choices.pageLimit());
    List<LanguageTag> found = page.of(blocks);
    if (found.isEmpty()) {
      return new Content(blocks, languages);
    }
    return new Content(
        found.equals(first) ? blocks : recogniser.read(scan, found, choices.pageLimit()), found);
  }

  private PageLanguages pageLanguages() {
    return new PageLanguages(finder, recogniser.models());
  }

  private static List<LanguageTag> determined(List<LanguageTag> languages) {
    return languages.stream().filter(LanguageTag::determined).toList();
  }

  private StoredTranscription keep(
      Surrogate surrogate, Engine engine, Content content, RecognitionReports reports) {
    Surrogate.StoredImage image = surrogate.image();
    List<Region> regions =
        typing.regions(content.blocks(), image.widthPixels(), image.heightPixels());
    Transcription transcription =
        new Transcription(
            image.object().digest(),
            image.widthPixels(),
            image.heightPixels(),
            engine,
            content.languages(),
            regions,
            Transcription.meanConfidence(regions) < choices.reviewBelow());
    reports.read(transcription);
    for (FormerTranscription former : transcriptions.formers(surrogate, engine)) {
      TranscriptionChange change =
          TranscriptionChange.between(
              former.fingerprint(),
              former.words(),
              engine.fingerprint(),
              transcription.placedWords());
      transcriptions.keepChange(surrogate, change);
      reports.changed(change);
    }
    return transcriptions.keep(surrogate, transcription);
  }
}
