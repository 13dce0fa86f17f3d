package org.cotejo.translation.bitext.objects;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cotejo.events.WorkInHand;
import org.cotejo.translation.bitext.AlignmentResult;
import org.cotejo.translation.bitext.AlignmentResult.BitextFile;
import org.cotejo.translation.bitext.AlignmentTask;
import org.cotejo.translation.bitext.Bitext;
import org.cotejo.translation.bitext.BitextMaker;
import org.cotejo.translation.bitext.BitextWatcher;
import org.cotejo.translation.bitext.Lexica;
import org.cotejo.translation.bitext.PageOutcome;
import org.cotejo.translation.bitext.Reading;
import org.cotejo.translation.bitext.StoredObject;
import org.cotejo.translation.bitext.TranslationFile;
import org.cotejo.translation.correction.Change;
import org.cotejo.translation.correction.CorrectedOriginal;
import org.cotejo.translation.correction.CorrectedTranslation;
import org.cotejo.translation.correction.Corrections;
import org.cotejo.translation.correction.ReplayReport;
import org.cotejo.translation.exchange.translation.SuppliedTranslation;
import org.cotejo.translation.segmentation.TranslatedText;
import org.cotejo.translation.transcription.PageTranscription;
import org.cotejo.translation.transcription.objects.PageTranscriptionJson;
import org.cotejo.translation.transcription.objects.SuppliedTranscriptions;

/**
 * Makes an alignment from files to files. No transaction is open meanwhile, and doing it twice
 * leaves the same files.
 */
@ApplicationScoped
public class DocumentAligner {
  private final BitextFiles files;
  private final SuppliedTranslation translations;
  private final BitextMaker maker;
  private final SuppliedTranscriptions supplied;
  private final Lexica lexica;
  private final Corrections corrections;
  private final BitextWatcher watcher;
  private final MeterRegistry metrics;
  private final WorkInHand inHand;

  @Inject
  public DocumentAligner(
      BitextFiles files,
      SuppliedTranslation translations,
      BitextMaker maker,
      SuppliedTranscriptions supplied,
      Lexica lexica,
      Corrections corrections,
      BitextWatcher watcher,
      MeterRegistry metrics,
      WorkInHand inHand) {
    this.files = files;
    this.translations = translations;
    this.maker = maker;
    this.supplied = supplied;
    this.lexica = lexica;
    this.corrections = corrections;
    this.watcher = watcher;
    this.metrics = metrics;
    this.inHand = inHand;
  }

  /**
   * Reads the pages, aligns every translation, and keeps what comes of it.
   *
   * @throws org.cotejo.translation.segmentation.BrokenTranslation for a translation that cannot be
   *     read
   * @throws MalformedFile for a file that breaks its schema
   */
  public AlignmentResult align(AlignmentTask task) {
    return align(task, corrections.standing(task.documentId()), new ReplayReport());
  }

  /**
   * The same with given changes of curators, around which it aligns.
   *
   * @param changes that are not undone, in the order of time
   * @param report takes what could not be applied
   */
  public AlignmentResult align(AlignmentTask task, List<Change> changes, ReplayReport report) {
    String language = task.document().mainLanguage();
    SuppliedTranscriptions.Pages pages = pages(task);
    CorrectedOriginal original =
        CorrectedOriginal.of(
            maker.read(pages.pages(), language, files.parts(task.document().record())),
            changes,
            report);
    inHand.advanced();
    Reading reading = original.reading();
    StoredObject readingText = files.keep(task.documentId(), task.document().languages(), reading);
    List<BitextFile> bitexts = new ArrayList<>();
    Set<String> languages = new HashSet<>();
    for (TranslationFile translation : task.document().translations()) {
      TranslatedText text =
          translations.read(files.translation(translation.file()), translation.language());
      inHand.advanced();
      // What curators set in a language they set in the first translation into it, which is served.
      boolean served = languages.add(translation.language().toLowerCase(Locale.ROOT));
      CorrectedTranslation corrected =
          CorrectedTranslation.of(
              original,
              maker.cut(text, translation.language()),
              served ? changes : List.of(),
              translation.language(),
              report);
      inHand.advanced();
      Bitext bitext =
          maker.align(
              reading,
              language,
              translation,
              corrected,
              lexica.latest(language, translation.language()));
      bitexts.add(kept(files.keep(task.documentId(), reading, bitext), bitext));
      inHand.advanced();
      watcher.made(reading, bitext);
      inHand.advanced();
    }
    return new AlignmentResult(readingText, bitexts, pages.placed());
  }

  private SuppliedTranscriptions.Pages pages(AlignmentTask task) {
    List<PageTranscription> pages = new ArrayList<>();
    for (PageOutcome outcome : task.progress().outcomes()) {
      if (outcome instanceof PageOutcome.Transcribed page
          && page.page() <= task.document().pageCount()) {
        pages.add(
            PageTranscriptionJson.read(files.transcriptionJson(page.transcription()), page.page()));
      }
    }
    return supplied.over(pages, task.document());
  }

  private BitextFile kept(StoredObject file, Bitext bitext) {
    Counter.builder("cotejo.bitext.links")
        .description("Links between segments, by the method that set them")
        .tag("method", bitext.method().name())
        .register(metrics)
        .increment(bitext.links().size());
    unlinked("source").increment(bitext.unlinkedSource().size());
    unlinked("target").increment(bitext.unlinkedTarget().size());
    return new BitextFile(
        file,
        bitext.language(),
        bitext.translator(),
        bitext.links().size(),
        bitext.unlinkedSource().size(),
        bitext.unlinkedTarget().size(),
        ReadingTextJson.rounded(bitext.meanConfidence()));
  }

  private Counter unlinked(String side) {
    return Counter.builder("cotejo.bitext.unlinked")
        .description("Segments without a counterpart, by the side they stand on")
        .tag("side", side)
        .register(metrics);
  }
}
