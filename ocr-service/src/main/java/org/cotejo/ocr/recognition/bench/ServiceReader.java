package org.cotejo.ocr.recognition.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.cotejo.ocr.recognition.Block;
import org.cotejo.ocr.recognition.LanguageTag;
import org.cotejo.ocr.recognition.Line;
import org.cotejo.ocr.recognition.PageScan;
import org.cotejo.ocr.recognition.RegionTyping;
import org.cotejo.ocr.recognition.engine.LanguageModels;
import org.cotejo.ocr.recognition.engine.OrientationOpinion;
import org.cotejo.ocr.recognition.engine.PreparationSteps;
import org.cotejo.ocr.recognition.engine.TesseractRecogniser;
import org.cotejo.ocr.surrogates.FinishedPage;
import org.cotejo.ocr.surrogates.PageSource;
import org.cotejo.ocr.surrogates.SurrogateLimits;
import org.cotejo.ocr.surrogates.cdi.SurrogateBeans;
import org.cotejo.ocr.surrogates.leptonica.FinishingChoices;
import org.cotejo.ocr.surrogates.leptonica.LeptonicaFinisher;
import org.cotejo.ocr.surrogates.leptonica.Uprightness;

/**
 * Reads a page as the service does: decode, turn, deskew, encode, prepare, recognise, divide into
 * regions; everything but the object store and the broker.
 */
public final class ServiceReader implements PageReader, AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(5);

  /** The service's defaults, with room for an A3 sheet at 600 dpi. */
  static final SurrogateLimits LIMITS = new SurrogateLimits(80_000_000, 1L << 31, 300);

  static final FinishingChoices CHOICES = new FinishingChoices(1, 82, 420, 80);

  private final String folder;
  private final PageSource source = SurrogateBeans.pageSource(LIMITS);
  private final OrientationOpinion orientation;
  private final LeptonicaFinisher finisher;
  private final TesseractRecogniser recogniser;
  private final RegionTyping typing = new RegionTyping();
  private final OperatingSystemMXBean process =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /** Reads with some or all steps of preparation. */
  public ServiceReader(LanguageModels models, PreparationSteps steps) {
    this.folder = steps.label();
    this.orientation = new OrientationOpinion(models.directory());
    this.finisher =
        new LeptonicaFinisher(
            CHOICES, new Uprightness(models.hasOrientation() ? orientation : (_, _) -> false));
    this.recogniser = new TesseractRecogniser(models, 1, steps);
  }

  @Override
  public String name() {
    return "cotejo " + folder;
  }

  @Override
  public String folder() {
    return folder;
  }

  @Override
  public Reading read(Path image, List<LanguageTag> languages) throws IOException {
    long start = process.getProcessCpuTime();
    long twice = recogniser.pagesReadTwice();
    List<Line> lines =
        layout(image, languages).regions().stream()
            .flatMap(region -> region.lines().stream())
            .toList();
    String text = lines.stream().map(Line::text).collect(Collectors.joining("\n"));
    double seconds = (process.getProcessCpuTime() - start) / 1e9;
    return new Reading(text, lines, seconds, recogniser.pagesReadTwice() > twice);
  }

  /** Reads a page; what {@link #read} gives as text, in regions. */
  PageLayout layout(Path image, List<LanguageTag> languages) throws IOException {
    ReadPage read = readPage(image, languages);
    int width = read.page().image().widthPixels();
    int height = read.page().image().heightPixels();
    return new PageLayout(
        width,
        height,
        read.page().quarterTurns(),
        read.page().skewDegrees(),
        typing.regions(read.blocks(), width, height));
  }

  /** A page read and not yet divided into regions. */
  record ReadPage(FinishedPage page, List<Block> blocks) {}

  ReadPage readPage(Path image, List<LanguageTag> languages) throws IOException {
    try (PageSource.OpenOriginal opened = source.open(image)) {
      FinishedPage page = finisher.finish(opened.page(1));
      return new ReadPage(page, recogniser.read(scan(page), languages, LIMIT));
    }
  }

  /** A page as a recogniser takes it: decoded, upright and level. */
  public PageScan scan(Path image) throws IOException {
    try (PageSource.OpenOriginal opened = source.open(image)) {
      return scan(finisher.finish(opened.page(1)));
    }
  }

  /** A finished page as a recogniser takes it. */
  static PageScan scan(FinishedPage page) {
    return new PageScan(
        page.image().content(),
        page.image().widthPixels(),
        page.image().heightPixels(),
        page.resolutionDpi());
  }

  @Override
  public void close() {
    recogniser.close();
    orientation.close();
  }
}
