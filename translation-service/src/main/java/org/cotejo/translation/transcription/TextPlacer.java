package org.cotejo.translation.transcription;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cotejo.translation.reading.TranscribedPage;

/**
 * Sets a person's transcription onto the scan: every word gets a box from what a recogniser read.
 *
 * <p>A written word has the box of the word that was read in its place, whole, shared with a
 * neighbour, or together with one; where nothing was read it is interpolated and says so. Regions
 * and lines are the recogniser's; what it read and nobody wrote is left out.
 */
public final class TextPlacer {
  // A few letters a page may be dearer whatever the factor: a clean page costs next to nothing.
  private static final int SLACK = 10 * WordForm.CHARACTER;

  private final PlacementSettings settings;

  public TextPlacer(PlacementSettings settings) {
    this.settings = settings;
  }

  /**
   * Sets a text onto pages.
   *
   * @param pages as they were read; none for a document whose pages all failed
   * @param pageCount of the document, failed ones included
   */
  public PlacedText place(List<TranscribedPage> pages, int pageCount, SuppliedText text) {
    ReadWords read = ReadWords.of(pages);
    WordAlignment whole = align(text.words(), read);
    if (text.marks(pageCount)) {
      Optional<PlacedText> byPages = byPages(pages, text, whole.cost());
      if (byPages.isPresent()) {
        return byPages.get();
      }
    }
    return new PlacedText(placed(pages, text.words(), read, whole), false);
  }

  private WordAlignment align(List<SuppliedWord> written, ReadWords read) {
    return WordAligner.align(
        written.stream().map(SuppliedWord::text).toList(),
        read.texts(),
        read.joinable(),
        settings.cells());
  }

  /** Every page by itself; empty when the marks do not fit what was read. */
  private Optional<PlacedText> byPages(
      List<TranscribedPage> pages, SuppliedText text, long wholeCost) {
    List<TranscribedPage> placed = new ArrayList<>();
    long cost = 0;
    for (TranscribedPage page : pages) {
      List<SuppliedWord> words = text.wordsOf(page.page());
      ReadWords read = ReadWords.of(List.of(page));
      WordAlignment alignment = align(words, read);
      cost += alignment.cost();
      placed.addAll(placed(List.of(page), words, read, alignment));
    }
    return cost <= settings.markedCost() * wholeCost + SLACK * pages.size()
        ? Optional.of(new PlacedText(placed, true))
        : Optional.empty();
  }

  private static List<TranscribedPage> placed(
      List<TranscribedPage> pages,
      List<SuppliedWord> written,
      ReadWords read,
      WordAlignment alignment) {
    if (pages.isEmpty() || written.isEmpty()) {
      return pages;
    }
    if (alignment.pairs().stream().noneMatch(WordPair::isPlaced)) {
      return BlankPages.spread(pages, written);
    }
    Draft draft = new Draft();
    new TextSetting(written, read, alignment, draft).run();
    return pages.stream().map(draft::finished).toList();
  }
}
