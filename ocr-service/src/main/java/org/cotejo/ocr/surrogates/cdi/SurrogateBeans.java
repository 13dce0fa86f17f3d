package org.cotejo.ocr.surrogates.cdi;

import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.cotejo.events.WorkInHand;
import org.cotejo.objects.ObjectStore;
import org.cotejo.ocr.recognition.engine.LanguageModels;
import org.cotejo.ocr.recognition.engine.OrientationOpinion;
import org.cotejo.ocr.surrogates.ContentKind;
import org.cotejo.ocr.surrogates.PageSource;
import org.cotejo.ocr.surrogates.PageSourceByContent;
import org.cotejo.ocr.surrogates.SurrogateFingerprint;
import org.cotejo.ocr.surrogates.SurrogateLimits;
import org.cotejo.ocr.surrogates.SurrogateMaking;
import org.cotejo.ocr.surrogates.TimeLimit;
import org.cotejo.ocr.surrogates.TimedPages;
import org.cotejo.ocr.surrogates.imageio.ImageFilePages;
import org.cotejo.ocr.surrogates.imageio.Readers;
import org.cotejo.ocr.surrogates.leptonica.FinishingChoices;
import org.cotejo.ocr.surrogates.leptonica.LeptonicaFinisher;
import org.cotejo.ocr.surrogates.leptonica.Uprightness;
import org.cotejo.ocr.surrogates.objects.StoredSurrogates;
import org.cotejo.ocr.surrogates.pdf.PdfPages;

/** Puts the making of surrogates together from its configuration. */
@ApplicationScoped
public class SurrogateBeans {

  @Produces
  @Singleton
  SurrogateMaking surrogateMaking(
      SurrogateConfig config,
      ObjectStore store,
      LanguageModels models,
      OrientationOpinion orientation,
      TimeLimit timeLimit,
      WorkInHand inHand) {
    // Pixels in files would be cached on disk otherwise, for each page anew.
    ImageIO.setUseCache(false);
    SurrogateLimits limits =
        new SurrogateLimits(
            config.maximumPagePixels(), config.maximumOriginalBytes(), config.renderingDpi());
    FinishingChoices choices =
        new FinishingChoices(
            config.pngCompressionLevel(),
            config.displayQuality(),
            config.thumbnailPixels(),
            config.thumbnailQuality());
    Uprightness uprightness =
        // Without the model no page is turned: one detector alone errs too often.
        new Uprightness(models.hasOrientation() ? orientation : (_, _) -> false);
    LeptonicaFinisher finisher = new LeptonicaFinisher(choices, uprightness, inHand::advanced);
    String fingerprint =
        SurrogateFingerprint.of(
            Map.of(
                "finishing", LeptonicaFinisher.VERSION,
                "choices", choices.toString(),
                "textLayers", PdfPages.TEXT_LAYER_VERSION,
                "renderingDpi", Integer.toString(config.renderingDpi()),
                "turning", Boolean.toString(models.hasOrientation())));
    return new SurrogateMaking(
        new StoredSurrogates(
            store, JsonMapper.builder().build(), fingerprint, workspace(), inHand::advanced),
        new TimedPages(pageSource(limits, inHand::advanced), timeLimit),
        page -> timeLimit.within(() -> finisher.finish(page)),
        limits);
  }

  @Produces
  @Singleton
  TimeLimit timeLimit(SurrogateConfig config, WorkInHand inHand) {
    return new TimeLimit(config.pageTimeLimit(), inHand::handedOn);
  }

  @Produces
  @Singleton
  OrientationOpinion orientationOpinion(LanguageModels models) {
    return new OrientationOpinion(models.directory());
  }

  void close(@Disposes OrientationOpinion opinion) {
    opinion.close();
  }

  /** The readers of all formats. */
  public static PageSource pageSource(SurrogateLimits limits) {
    return pageSource(limits, () -> {});
  }

  private static PageSource pageSource(SurrogateLimits limits, Runnable step) {
    return new PageSourceByContent(
        Map.of(
            ContentKind.PDF, new PdfPages(limits, step),
            ContentKind.TIFF, new ImageFilePages(Readers.tiff(), limits, step),
            ContentKind.JPEG, new ImageFilePages(Readers.jpeg(), limits, step),
            ContentKind.PNG, new ImageFilePages(Readers.png(), limits, step)));
  }

  private static Path workspace() {
    return Path.of(System.getProperty("java.io.tmpdir"), "cotejo-ocr");
  }
}
