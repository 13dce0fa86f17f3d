package org.cotejo.ocr.recognition;

import java.time.Duration;
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
  private final Duration pageLimit;
  private final double reviewBelow;

  /**
   * The recognition of pages.
   *
   * @param pageLimit after which a page is given up
   * @param reviewBelow mean confidence below which a person should look at a page
   */
  public PageRecognition(
      Recogniser recogniser,
      Transcriptions transcriptions,
      RegionTyping typing,
      Duration pageLimit,
      double reviewBelow) {
    this.recogniser = recogniser;
    this.transcriptions = transcriptions;
    this.typing = typing;
    this.pageLimit = pageLimit;
    this.reviewBelow = reviewBelow;
  }

  /** The engine that reads papers in these languages. */
  public Engine engine(List<LanguageTag> languages) {
    return engine(recogniser.describe(languages), languages);
  }

  private Engine engine(EngineDescription reading, List<LanguageTag> languages) {
    Map<String, String> ours =
        Map.of("regionTyping", RegionTyping.VERSION, "reviewBelow", Double.toString(reviewBelow));
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
                  languages,
                  engine,
                  written ? blocks(text, surrogate) : read(surrogate, languages),
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

  private static List<Block> blocks(StoredTextLayer text, Surrogate surrogate) {
    return text.blocks(surrogate.image().widthPixels(), surrogate.image().heightPixels());
  }

  private List<Block> read(Surrogate surrogate, List<LanguageTag> languages) {
    Surrogate.StoredImage image = surrogate.image();
    PageScan scan =
        new PageScan(
            transcriptions.image(surrogate),
            image.widthPixels(),
            image.heightPixels(),
            surrogate.resolutionDpi());
    return recogniser.read(scan, languages, pageLimit);
  }

  private StoredTranscription keep(
      Surrogate surrogate,
      List<LanguageTag> languages,
      Engine engine,
      List<Block> blocks,
      RecognitionReports reports) {
    Surrogate.StoredImage image = surrogate.image();
    List<Region> regions = typing.regions(blocks, image.widthPixels(), image.heightPixels());
    Transcription transcription =
        new Transcription(
            image.object().digest(),
            image.widthPixels(),
            image.heightPixels(),
            engine,
            languages,
            regions,
            Transcription.meanConfidence(regions) < reviewBelow);
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
