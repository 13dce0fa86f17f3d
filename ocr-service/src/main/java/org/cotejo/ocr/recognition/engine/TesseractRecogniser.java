package org.cotejo.ocr.recognition.engine;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.leptonica.PIX;
import org.bytedeco.leptonica.global.leptonica;
import org.bytedeco.tesseract.CANCEL_FUNC;
import org.bytedeco.tesseract.ETEXT_DESC;
import org.bytedeco.tesseract.TessBaseAPI;
import org.bytedeco.tesseract.global.tesseract;
import org.cotejo.ocr.recognition.Block;
import org.cotejo.ocr.recognition.ColumnEdge;
import org.cotejo.ocr.recognition.DotLeaders;
import org.cotejo.ocr.recognition.EngineDescription;
import org.cotejo.ocr.recognition.JoinedReadings;
import org.cotejo.ocr.recognition.JudgedWords;
import org.cotejo.ocr.recognition.LanguageTag;
import org.cotejo.ocr.recognition.LineGaps;
import org.cotejo.ocr.recognition.MissedLines;
import org.cotejo.ocr.recognition.PageInk;
import org.cotejo.ocr.recognition.PageScan;
import org.cotejo.ocr.recognition.Recogniser;
import org.cotejo.ocr.recognition.SentenceStops;
import org.cotejo.ocr.recognition.UnreadRows;
import org.cotejo.ocr.recognition.WordBounds;
import org.cotejo.ocr.surrogates.PageFailure;
import org.cotejo.ocr.surrogates.leptonica.NativeImage;
import org.cotejo.ocr.surrogates.leptonica.NativeLibraries;

/** Tesseract's LSTM recogniser in this process. */
public final class TesseractRecogniser implements Recogniser, AutoCloseable {
  /** Fully automatic page segmentation; on real pages 6 (one block) was clearly worse. */
  static final int PAGE_SEGMENTATION = tesseract.PSM_AUTO;

  /** A page is read again when its first reading took at most this part of the time. */
  private static final int SHARE_OF_TIME = 3;

  private static final String PARAMETERS = "psm 3, oem 1, no document dictionary, no inversion";

  private final LanguageModels models;
  private final PreparationSteps steps;
  private final EnginePool pool;
  private final String version;
  private final String leptonicaVersion;
  private final Runnable step;
  private final AtomicLong readTwice = new AtomicLong();

  /**
   * The recogniser with models of a folder.
   *
   * @param workers pages that may be read at the same time
   */
  public TesseractRecogniser(LanguageModels models, int workers) {
    this(models, workers, PreparationSteps.FULL, () -> {});
  }

  /**
   * The same.
   *
   * @param step is run, by the thread that reads, as it goes on: with each word at the latest
   */
  public TesseractRecogniser(LanguageModels models, int workers, Runnable step) {
    this(models, workers, PreparationSteps.FULL, step);
  }

  /** The same with fewer steps of preparation; to see what each is worth. */
  public TesseractRecogniser(LanguageModels models, int workers, PreparationSteps steps) {
    this(models, workers, steps, () -> {});
  }

  private TesseractRecogniser(
      LanguageModels models, int workers, PreparationSteps steps, Runnable step) {
    NativeLibraries.load();
    this.step = step;
    this.models = models;
    this.steps = steps;
    this.pool = new EnginePool(models.directory().toString(), workers);
    try (BytePointer program = TessBaseAPI.Version();
        BytePointer imaging = leptonica.getLeptonicaVersion()) {
      this.version = program.getString(StandardCharsets.US_ASCII);
      this.leptonicaVersion = imaging.getString(StandardCharsets.US_ASCII);
      leptonica.lept_free(imaging);
    }
  }

  @Override
  public EngineDescription describe(List<LanguageTag> languages) {
    List<String> names = models.modelsFor(languages);
    SortedMap<String, String> parameters = new TreeMap<>();
    parameters.put("segmentation", PARAMETERS);
    parameters.put("preparation", preparation());
    parameters.put("leptonica", leptonicaVersion);
    parameters.put("confidence", ConfidenceScale.VERSION);
    parameters.put("sentenceStops", SentenceStops.VERSION);
    parameters.put("dotLeaders", DotLeaders.VERSION);
    parameters.put("lineGaps", LineGaps.VERSION);
    parameters.put("wordBounds", WordBounds.VERSION);
    parameters.put("joinedReadings", JoinedReadings.VERSION);
    parameters.put("judgedWords", JudgedWords.VERSION);
    parameters.put("shadow", Shadow.VERSION);
    parameters.put("columnEdge", ColumnEdge.VERSION);
    parameters.put("unreadRows", UnreadRows.VERSION);
    names.forEach(name -> parameters.put("model." + name, digest(name)));
    return new EngineDescription("tesseract", version, parameters, names);
  }

  @Override
  public List<Block> read(PageScan page, List<LanguageTag> languages, Duration limit) {
    String names = String.join("+", models.modelsFor(languages));
    try (NativeImage surrogate = decoded(page);
        Preparation.Prepared prepared = Preparation.of(surrogate, page.resolutionDpi(), steps)) {
      step.run();
      return pool.with(names, api -> blocks(api, page, prepared, limit));
    }
  }

  private List<Block> blocks(
      TessBaseAPI api, PageScan page, Preparation.Prepared prepared, Duration limit) {
    int width = page.widthPixels();
    int height = page.heightPixels();
    long start = System.nanoTime();
    String table = recognise(api, prepared, limit);
    step.run();
    List<Block> blocks = new WordTable(width, height, prepared.factor()).blocks(table);
    if (!steps.putsRight()) {
      return blocks;
    }
    boolean mayGain = steps.readsAgain() && !prepared.even();
    if (mayGain && (JoinedReadings.isDoubtful(blocks) || isShaded(api))) {
      Duration taken = Duration.ofNanos(System.nanoTime() - start);
      blocks = readAgain(blocks, api, page, prepared, limit, taken);
    }
    MissedLines.Found missed = new MissedRows(prepared, width, height, step).read(blocks, api);
    return putRight(
        MissedLines.placed(blocks, missed), new GreyInk(prepared.image(), prepared.factor()));
  }

  private static boolean isShaded(TessBaseAPI api) {
    PIX parted = api.GetThresholdedImage();
    if (parted == null || parted.isNull()) {
      return false;
    }
    try {
      return Shadow.lies(parted);
    } finally {
      leptonica.pixDestroy(parted);
    }
  }

  /** The first reading stands whatever becomes of the second, which has the time that is left. */
  private List<Block> readAgain(
      List<Block> first,
      TessBaseAPI api,
      PageScan page,
      Preparation.Prepared prepared,
      Duration limit,
      Duration taken) {
    if (taken.multipliedBy(SHARE_OF_TIME).compareTo(limit) > 0) {
      return first;
    }
    readTwice.incrementAndGet();
    try (Preparation.Prepared even = prepared.onEvenBackground()) {
      String table = recognise(api, even, limit.minus(taken));
      WordTable words = new WordTable(page.widthPixels(), page.heightPixels(), even.factor());
      List<Block> second = words.blocks(table);
      return JudgedWords.judged(
          JoinedReadings.joined(first, second), second, word -> isKnown(api, word));
    } catch (PageFailure _) {
      return first;
    }
  }

  /** Whether the word lists of the models hold a word. */
  private static boolean isKnown(TessBaseAPI api, String word) {
    try (BytePointer text = new BytePointer(word, StandardCharsets.UTF_8)) {
      return api.IsValidWord(text) != 0;
    }
  }

  private static List<Block> putRight(List<Block> blocks, PageInk ink) {
    List<Block> judged = SentenceStops.judged(DotLeaders.dotted(blocks, ink), ink);
    return WordBounds.set(ColumnEdge.cleared(LineGaps.parted(judged, ink)), ink);
  }

  @Override
  public SortedSet<String> models() {
    return models.languages();
  }

  /** Pages so far that were read a second time. */
  public long pagesReadTwice() {
    return readTwice.get();
  }

  /** Version of the program. */
  public String version() {
    return version;
  }

  @Override
  public void close() {
    pool.close();
  }

  private String preparation() {
    return steps.putsRight() ? Preparation.VERSION : Preparation.VERSION + " " + steps.label();
  }

  private String digest(String name) {
    return models.digests().getOrDefault(name, "");
  }

  private static NativeImage decoded(PageScan page) {
    try {
      return NativeImage.ofPng(page.png());
    } catch (PageFailure undecodable) {
      throw new PageFailure(
          "recognition.page-unreadable", "The page image cannot be decoded.", undecodable);
    }
  }

  private String recognise(TessBaseAPI api, Preparation.Prepared prepared, Duration limit) {
    api.SetImage(prepared.image().pix());
    api.SetSourceResolution(prepared.resolutionDpi());
    try (ETEXT_DESC progress = new ETEXT_DESC();
        CANCEL_FUNC asked = asked()) {
      progress.cancel(asked);
      progress.set_deadline_msecs(Math.toIntExact(limit.toMillis()));
      int result = api.Recognize(progress);
      if (progress.deadline_exceeded()) {
        throw new PageFailure(
            "recognition.time-limit",
            "The page could not be read within %d seconds.".formatted(limit.toSeconds()));
      }
      if (result != 0) {
        throw new PageFailure("recognition.engine-failed", "Tesseract could not read the page.");
      }
    }
    return table(api);
  }

  /** Tesseract asks with each word whether to stop; it never shall. */
  private CANCEL_FUNC asked() {
    return new CANCEL_FUNC() {
      @Override
      public boolean call(Pointer unused, int words) {
        step.run();
        return false;
      }
    };
  }

  private static String table(TessBaseAPI api) {
    BytePointer text = api.GetTSVText(0);
    if (text == null || text.isNull()) {
      throw new PageFailure("recognition.engine-failed", "Tesseract gave no result for the page.");
    }
    try {
      return text.getString(StandardCharsets.UTF_8);
    } finally {
      tesseract.TessDeleteText(text);
    }
  }
}
