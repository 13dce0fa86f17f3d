package org.cotejo.translation.exchange.page.http;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.cotejo.problems.Problem;
import org.cotejo.translation.bitext.StoredObject;
import org.cotejo.translation.bitext.events.AnnouncementJson;
import org.cotejo.translation.bitext.objects.BitextFiles;
import org.cotejo.translation.bitext.store.DocumentLedger.KeptAlignment;
import org.cotejo.translation.exchange.http.ExportFile;
import org.cotejo.translation.exchange.http.ExportLimits;
import org.cotejo.translation.exchange.page.ExportedPage;
import org.cotejo.translation.exchange.page.ExportedText;
import org.cotejo.translation.transcription.PageTranscription;
import org.cotejo.translation.transcription.objects.PageTranscriptionJson;

/** Finds the pages of an alignment, and reads each when a writer comes to it. */
@ApplicationScoped
public class TranscriptionExports {
  private final BitextFiles files;
  private final ExportLimits limits;

  @Inject
  public TranscriptionExports(BitextFiles files, ExportLimits limits) {
    this.files = files;
    this.limits = limits;
  }

  /**
   * A page that was read, by its files.
   *
   * @param number from 1
   * @param transcription its transcription
   * @param display its image
   */
  record StoredPage(int number, StoredObject transcription, StoredObject display) {}

  /**
   * The pages that were read, in order.
   *
   * @param recognised whether to take what the recogniser read although a person wrote the text
   */
  List<StoredPage> pages(KeptAlignment alignment, boolean recognised) {
    List<StoredPage> pages = new ArrayList<>();
    for (JsonNode page : alignment.data().path("pages")) {
      String file = recognised && page.has("recognition") ? "recognition" : "transcription";
      pages.add(
          new StoredPage(
              page.path("page").asInt(),
              AnnouncementJson.object(page.path(file)),
              AnnouncementJson.object(page.path("display"))));
    }
    return pages;
  }

  /** The page of a number; empty when it was not read. */
  Optional<StoredPage> page(KeptAlignment alignment, int number, boolean recognised) {
    return pages(alignment, recognised).stream()
        .filter(page -> page.number() == number)
        .findFirst();
  }

  /** The file of a page's transcription as it is. */
  JsonNode json(StoredPage page) {
    return files.transcriptionJson(page.transcription());
  }

  /**
   * The text of pages, read when it is written.
   *
   * @throws Problem 422 for too many pages
   */
  ExportedText text(String documentId, KeptAlignment alignment, List<StoredPage> pages) {
    if (pages.size() > limits.pages()) {
      throw Problem.of(
          422,
          "export.too-many-pages",
          "Too many pages",
          "An export has at most " + limits.pages() + " pages; fetch the pages one by one.");
    }
    AtomicLong imageBytes = new AtomicLong();
    String title = files.title(AnnouncementJson.object(alignment.data().path("record")));
    return new ExportedText(
        documentId,
        title.isEmpty() ? documentId : title,
        languages(pages),
        alignment.madeAt(),
        () -> pages.stream().map(page -> read(page, imageBytes)).iterator());
  }

  private List<String> languages(List<StoredPage> pages) {
    return pages.isEmpty() ? List.of() : transcription(pages.getFirst()).languages();
  }

  private ExportedPage read(StoredPage page, AtomicLong imageBytes) {
    return new ExportedPage(
        transcription(page), page.display().objectKey(), () -> image(page, imageBytes));
  }

  /** The image of a page, unless the images of the export have grown too large together. */
  private byte[] image(StoredPage page, AtomicLong imageBytes) {
    byte[] image = files.image(page.display(), limits.imageBytes());
    if (imageBytes.addAndGet(image.length) > limits.bytes()) {
      throw ExportFile.tooLarge(limits);
    }
    return image;
  }

  private PageTranscription transcription(StoredPage page) {
    return PageTranscriptionJson.read(json(page), page.number());
  }
}
