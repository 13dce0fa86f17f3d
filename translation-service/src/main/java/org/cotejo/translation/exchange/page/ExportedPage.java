package org.cotejo.translation.exchange.page;

import java.util.function.Supplier;
import org.cotejo.translation.transcription.PageTranscription;

/**
 * A page that is written out.
 *
 * @param transcription what stands on it
 * @param imageName of the image that the boxes belong to
 * @param image reads that image, a JPEG, when a format holds it
 */
public record ExportedPage(
    PageTranscription transcription, String imageName, Supplier<byte[]> image) {
  int number() {
    return transcription.page().page();
  }
}
