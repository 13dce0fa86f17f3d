package org.cotejo.translation.bitext.objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import org.cotejo.events.WorkInHand;
import org.cotejo.objects.Digest;
import org.cotejo.translation.alignment.Aligner;
import org.cotejo.translation.alignment.AlignmentSettings;
import org.cotejo.translation.alignment.LexicalAligner;
import org.cotejo.translation.bitext.BitextMaker;
import org.cotejo.translation.bitext.Method;
import org.cotejo.translation.exchange.translation.SuppliedTranslation;
import org.cotejo.translation.exchange.translation.TranslationLimits;
import org.cotejo.translation.exchange.translation.pdf.ConfinedPdf;
import org.cotejo.translation.segmentation.Segmenter;
import org.cotejo.translation.segmentation.icu.IcuSentenceBreaks;

/** Puts the domain together. */
@ApplicationScoped
public class BitextProducer {
  /**
   * Rises when alignment changes otherwise than by its settings; segmentation has a version of its
   * own. 2: several lines of a letterhead, an address or a signature are one segment and stand
   * alone. 3: boundaries are learned from the document, and runs of segments without counterpart
   * cost less. 4: passages that the translation has elsewhere are joined across the others. 5: the
   * archive's lexicon weighs less than what the document itself teaches.
   */
  private static final String METHOD_VERSION = "5";

  private static final int FINGERPRINT_DIGITS = 12;

  @Produces
  @Singleton
  BitextMaker maker(WorkInHand inHand) {
    AlignmentSettings settings = AlignmentSettings.standard();
    Aligner aligner = new LexicalAligner(settings, inHand::advanced);
    return new BitextMaker(
        new Segmenter(new IcuSentenceBreaks()), aligner, method(aligner, settings));
  }

  @Produces
  @Singleton
  SuppliedTranslation translations(TranslationReading reading) {
    return new SuppliedTranslation(
        new TranslationLimits(
            reading.depth(),
            reading.characters(),
            reading.parts(),
            reading.partBytes(),
            reading.htmlBytes()),
        new ConfinedPdf(
            reading.pdfHeapMebibytes(),
            reading.pdfProcessorTime(),
            reading.pdfWallTime(),
            reading.characters(),
            reading.pdfPages(),
            reading.pdfParallel()));
  }

  private static Method method(Aligner aligner, AlignmentSettings settings) {
    String made = aligner.name() + METHOD_VERSION + "/" + Segmenter.VERSION + settings;
    byte[] all = made.getBytes(StandardCharsets.UTF_8);
    String hex = Digest.of(all).hex().substring(0, FINGERPRINT_DIGITS);
    return new Method(
        aligner.name(), METHOD_VERSION, aligner.name() + "-" + METHOD_VERSION + "-" + hex);
  }
}
