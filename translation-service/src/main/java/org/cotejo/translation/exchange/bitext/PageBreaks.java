package org.cotejo.translation.exchange.bitext;

import java.util.ArrayList;
import java.util.List;
import org.cotejo.translation.reading.PageBox;
import org.cotejo.translation.reading.PageSize;
import org.cotejo.translation.reading.PlacedWord;
import org.cotejo.translation.reading.ReadingText;

/**
 * Where pages begin in a reading text. A word that a page end divides stands whole before the
 * break; pages without words begin where the next one does.
 */
final class PageBreaks {
  private final List<Break> breaks = new ArrayList<>();
  private int next;

  /**
   * The beginning of a page.
   *
   * @param offset of the first character after it
   * @param page from 1
   */
  private record Break(int offset, int page) {}

  PageBreaks(ReadingText text) {
    List<Integer> pages = text.pages().stream().map(PageSize::page).sorted().toList();
    int page = 0;
    for (PlacedWord word : text.words()) {
      int offset = word.start();
      for (PageBox place : word.boxes()) {
        while (page < pages.size() && pages.get(page) <= place.page()) {
          breaks.add(new Break(offset, pages.get(page)));
          page++;
        }
        offset = word.end();
      }
    }
    for (int rest : pages.subList(page, pages.size())) {
      breaks.add(new Break(text.text().length(), rest));
    }
  }

  /** The offset of the next break before an offset; the offset itself when there is none. */
  int before(int offset) {
    return next < breaks.size() ? Math.min(breaks.get(next).offset(), offset) : offset;
  }

  /** Takes the pages that begin up to an offset and were not taken. */
  List<Integer> take(int offset) {
    List<Integer> pages = new ArrayList<>();
    while (next < breaks.size() && breaks.get(next).offset() <= offset) {
      pages.add(breaks.get(next).page());
      next++;
    }
    return pages;
  }
}
