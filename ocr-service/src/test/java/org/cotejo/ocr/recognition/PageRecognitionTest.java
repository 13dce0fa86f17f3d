package org.cotejo.ocr.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cotejo.ocr.surrogates.PageFailure;
import org.cotejo.ocr.surrogates.StoredObject;
import org.cotejo.ocr.surrogates.Surrogate;
import org.cotejo.ocr.surrogates.TextLayer;
import org.junit.jupiter.api.Test;

class PageRecognitionTest {
  private static final List<LanguageTag> SPANISH = List.of(new LanguageTag("es"));

  private final Scripted recogniser = new Scripted();
  private final Kept kept = new Kept();
  private final Reported reported = new Reported();
  private final PageRecognition recognition =
      new PageRecognition(
          recogniser,
          kept,
          new RegionTyping(),
          new WordOfTongue(),
          new RecognitionChoices(Duration.ofMinutes(1), 0.9));

  @Test
  void readsPageOnce() {
    // When
    recognition.recognise(surrogate(), SPANISH, reported);
    recognition.recognise(surrogate(), SPANISH, reported);
    // Then
    assertEquals(1, recogniser.pagesRead);
    assertEquals(List.of("read 0.95 false", "found 0.95 false"), reported.lines);
  }

  @Test
  void readsAgainWithAnotherEngine() {
    // Given
    recognition.recognise(surrogate(), SPANISH, reported);
    recogniser.model = "newer";
    // When
    recognition.recognise(surrogate(), SPANISH, reported);
    // Then
    assertEquals(2, recogniser.pagesRead);
    assertEquals(2, kept.files.size());
  }

  @Test
  void saysWhatAnotherEngineReadOtherwise() {
    // Given
    recognition.recognise(surrogate(), SPANISH, reported);
    String former = kept.last.orElseThrow().engine().fingerprint();
    kept.formers =
        List.of(
            new FormerTranscription(
                former,
                List.of(
                    new PlacedWord("r1l1w1", "one"),
                    new PlacedWord("r1l1w2", "linc"),
                    new PlacedWord("r1l1w3", "of"),
                    new PlacedWord("r1l1w4", "text"))));
    recogniser.model = "newer";
    // When
    recognition.recognise(surrogate(), SPANISH, reported);
    // Then
    assertEquals(kept.changes, reported.changes);
    TranscriptionChange change = kept.changes.getFirst();
    assertEquals(1, change.changedWords());
    assertEquals(3, change.keptWords());
    assertEquals(former, change.before());
    assertEquals(kept.last.orElseThrow().engine().fingerprint(), change.now());
  }

  @Test
  void asksForReviewBelowTheThreshold() {
    // Given
    recogniser.confidence = 0.89;
    // When
    recognition.recognise(surrogate(), SPANISH, reported);
    // Then
    assertEquals(List.of("read 0.89 true"), reported.lines);
  }

  @Test
  void asksForReviewOfEmptyPage() {
    // Given
    recogniser.emptyPage = true;
    // When
    recognition.recognise(surrogate(), SPANISH, reported);
    // Then
    assertEquals(List.of("read 0.0 true"), reported.lines);
  }

  @Test
  void findsLanguageThatTheRecordDoesNotSay() {
    // Given
    recogniser.models = new TreeSet<>(List.of("eng", "rus", "spa"));
    recogniser.text = "el faro de la isla y la lámpara nueva que pidió el guarda";
    // When
    recognition.recognise(surrogate(), List.of(new LanguageTag("mul")), reported);
    recognition.recognise(surrogate(), List.of(new LanguageTag("mul")), reported);
    // Then: read for a first look, then in the language found, and never again
    assertEquals(
        List.of(List.of(new LanguageTag("en"), new LanguageTag("ru")), SPANISH),
        recogniser.languagesRead);
    assertEquals(List.of("read 0.95 false", "found 0.95 false"), reported.lines);
    Transcription transcription = kept.last.orElseThrow();
    assertEquals(SPANISH, transcription.languages());
    Map<String, String> parameters = transcription.engine().description().parameters();
    assertEquals("word of tongue", parameters.get("languageFinder"));
  }

  @Test
  void readsOnceWhenThePageDoesNotSayItsLanguageEither() {
    // Given
    recogniser.models = new TreeSet<>(List.of("eng", "spa"));
    recogniser.text = "12 1931";
    // When
    recognition.recognise(surrogate(), List.of(new LanguageTag("und")), reported);
    // Then
    assertEquals(1, recogniser.pagesRead);
    assertEquals(List.of(new LanguageTag("und")), kept.last.orElseThrow().languages());
  }

  @Test
  void failsPageInLanguageThatIsNotInstalled() {
    // When
    recognition.recognise(surrogate(), List.of(new LanguageTag("tlh")), reported);
    // Then
    assertEquals(1, reported.lines.size());
    assertTrue(reported.lines.getFirst().startsWith("recognition.language-missing"));
    assertTrue(reported.lines.getFirst().contains("tlh"));
    assertTrue(reported.lines.getFirst().contains("spa"));
  }

  @Test
  void failsPageThatTheEngineCannotRead() {
    // Given
    recogniser.failure = Optional.of(new PageFailure("recognition.time-limit", "Too long."));
    // When
    recognition.recognise(surrogate(), SPANISH, reported);
    // Then
    assertEquals(List.of("recognition.time-limit: Too long."), reported.lines);
    assertTrue(kept.files.isEmpty());
  }

  @Test
  void takesTextThatTheOriginalHolds() {
    // Given
    kept.text = text("sha256:1", false, "El guarda del faro pidió otro cristal");
    // When
    recognition.recognise(surrogate(), SPANISH, reported);
    recognition.recognise(surrogate(), SPANISH, reported);
    // Then
    assertEquals(0, recogniser.pagesRead);
    assertEquals(List.of("read 0.99 false", "found 0.99 false"), reported.lines);
    assertEquals(List.of(LayerVerdict.USED, LayerVerdict.USED), reported.verdicts);
    Transcription taken = kept.last.orElseThrow();
    assertEquals("pdf-text-layer", taken.engine().description().name());
    assertEquals("sha256:1", taken.engine().description().parameters().get("textLayer"));
    Line line = taken.regions().getFirst().lines().getFirst();
    assertEquals("El guarda del faro pidió otro cristal", line.text());
    assertEquals(new Box(100, 900, 81, 31), line.words().getFirst().box());
  }

  @Test
  void asksForReviewOfTextThatOthersReadFromTheScan() {
    // Given
    kept.text = text("sha256:1", true, "El guarda del faro pidió otro cristal");
    // When
    recognition.recognise(surrogate(), SPANISH, reported);
    // Then
    assertEquals(List.of("read 0.8 true"), reported.lines);
  }

  @Test
  void readsPageWhoseTextIsRubbish() {
    // Given
    kept.text = text("sha256:1", false, "3l gu4rda d3l f4ro p1d10 0tr0 cr1stal s1n m4s");
    // When
    recognition.recognise(surrogate(), SPANISH, reported);
    // Then
    assertEquals(1, recogniser.pagesRead);
    assertEquals(List.of(LayerVerdict.NO_WORDS), reported.verdicts);
    assertEquals("scripted", kept.last.orElseThrow().engine().description().name());
  }

  @Test
  void anotherTextOfThePageIsAnotherTranscription() {
    // Given
    kept.text = text("sha256:1", false, "El guarda del faro pidió otro cristal");
    recognition.recognise(surrogate(), SPANISH, reported);
    // When
    kept.text = text("sha256:2", false, "El guarda del faro pidió un cristal");
    recognition.recognise(surrogate(), SPANISH, reported);
    // Then
    assertEquals(2, kept.files.size());
  }

  @Test
  void takesTextInLanguageThatIsNotInstalled() {
    // Given
    kept.text = text("sha256:1", false, "Latarnik doniósł wczoraj o nowej lampie");
    // When
    recognition.recognise(surrogate(), List.of(new LanguageTag("pl")), reported);
    // Then
    assertEquals(List.of("read 0.99 false"), reported.lines);
  }

  private static StoredTextLayer text(String digest, boolean scanned, String line) {
    List<TextLayer.Word> words = new ArrayList<>();
    for (String word : line.split(" ")) {
      words.add(
          new TextLayer.Word(
              word, new Rectangle2D.Double(100.2 + 100 * words.size(), 900.4, 80, 30)));
    }
    TextLayer layer =
        new TextLayer(
            List.of(new TextLayer.Paragraph(List.of(new TextLayer.Line(words)))), scanned, 0, 1);
    return new StoredTextLayer(layer, digest);
  }

  @Test
  void throwsWhatMayPass() {
    // Given
    kept.broken = true;
    // When and then
    assertThrows(
        IllegalStateException.class, () -> recognition.recognise(surrogate(), SPANISH, reported));
    assertTrue(reported.lines.isEmpty());
  }

  private static Surrogate surrogate() {
    StoredObject object =
        new StoredObject("surrogates/a/b/1.png", "sha256:" + "a".repeat(64), "image/png", 10);
    Surrogate.StoredImage image =
        new Surrogate.StoredImage(object, TypedPage.WIDTH, TypedPage.HEIGHT);
    return new Surrogate(image, image, image, 300);
  }

  private static final class Scripted implements Recogniser {
    private double confidence = 0.95;
    private String model = "first";
    private Optional<PageFailure> failure = Optional.empty();
    private int pagesRead;
    private SortedSet<String> models = new TreeSet<>(List.of("spa"));
    private String text = "one line of text";
    private final List<List<LanguageTag>> languagesRead = new ArrayList<>();
    private boolean emptyPage;

    @Override
    public EngineDescription describe(List<LanguageTag> languages) {
      List<String> missing =
          languages.stream().map(LanguageTag::model).filter(m -> !models().contains(m)).toList();
      if (!missing.isEmpty()) {
        throw new LanguageMissing(missing, models());
      }
      return new EngineDescription(
          "scripted", "1", new TreeMap<>(Map.of("model", model)), List.of("spa"));
    }

    @Override
    public List<Block> read(PageScan page, List<LanguageTag> languages, Duration limit) {
      pagesRead++;
      languagesRead.add(languages);
      if (failure.isPresent()) {
        throw failure.get();
      }
      return emptyPage ? List.of() : line();
    }

    private List<Block> line() {
      return List.of(new Block(List.of(TypedPage.line(confidence, 250, 800, text))));
    }

    @Override
    public SortedSet<String> models() {
      return models;
    }
  }

  /** Knows Spanish by a word. */
  private static final class WordOfTongue implements LanguageFinder {
    @Override
    public String version() {
      return "word of tongue";
    }

    @Override
    public Optional<String> model(String text, SortedSet<String> models) {
      return Optional.of("spa").filter(spanish -> text.contains("guarda"));
    }
  }

  private static final class Kept implements Transcriptions {
    private final Map<String, StoredTranscription> files = new HashMap<>();
    private boolean broken;
    private List<FormerTranscription> formers = List.of();
    private final List<TranscriptionChange> changes = new ArrayList<>();
    private StoredTextLayer text = StoredTextLayer.NONE;
    private Optional<Transcription> last = Optional.empty();

    @Override
    public Optional<StoredTranscription> find(Surrogate surrogate, Engine engine) {
      return Optional.ofNullable(files.get(engine.fingerprint()));
    }

    @Override
    public List<FormerTranscription> formers(Surrogate surrogate, Engine engine) {
      return formers;
    }

    @Override
    public void keepChange(Surrogate surrogate, TranscriptionChange change) {
      changes.add(change);
    }

    @Override
    public StoredTextLayer textLayer(Surrogate surrogate) {
      return text;
    }

    @Override
    public byte[] image(Surrogate surrogate) {
      if (broken) {
        throw new IllegalStateException("the store does not answer");
      }
      return new byte[] {1};
    }

    @Override
    public StoredTranscription keep(Surrogate surrogate, Transcription transcription) {
      last = Optional.of(transcription);
      StoredTranscription stored =
          new StoredTranscription(
              surrogate.image().object(),
              transcription.engine().fingerprint(),
              transcription.meanConfidence(),
              transcription.wordCount(),
              transcription.needsReview());
      files.put(transcription.engine().fingerprint(), stored);
      return stored;
    }
  }

  private static final class Reported implements RecognitionReports {
    private final List<String> lines = new ArrayList<>();
    private final List<LayerVerdict> verdicts = new ArrayList<>();

    private final List<TranscriptionChange> changes = new ArrayList<>();

    @Override
    public void changed(TranscriptionChange change) {
      changes.add(change);
    }

    @Override
    public void textLayer(LayerVerdict verdict) {
      verdicts.add(verdict);
    }

    private final List<Double> confidences = new ArrayList<>();

    @Override
    public void read(Transcription transcription) {
      confidences.addAll(transcription.wordConfidences());
    }

    @Override
    public void transcribed(StoredTranscription transcription, boolean readNow) {
      lines.add(
          "%s %s %s"
              .formatted(
                  readNow ? "read" : "found",
                  transcription.meanConfidence(),
                  transcription.needsReview()));
    }

    @Override
    public void failed(PageFailure failure) {
      lines.add(failure.code() + ": " + failure.safeMessage());
    }
  }
}
