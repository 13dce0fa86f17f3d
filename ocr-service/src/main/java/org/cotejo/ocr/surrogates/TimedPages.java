package org.cotejo.ocr.surrogates;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Pages of another source within a time limit. After a page that took too long the original is
 * opened anew for the next one, since the former opening may still be at work; an original that has
 * cost that twice is not tried further: its other pages fail at once for the same reason.
 */
public final class TimedPages implements PageSource {
  private static final int MOST_LOST = 2;

  private final PageSource source;
  private final TimeLimit limit;

  public TimedPages(PageSource source, TimeLimit limit) {
    this.source = source;
    this.limit = limit;
  }

  @Override
  public OpenOriginal open(Path file) {
    return new Timed(file, opened(file));
  }

  private OpenOriginal opened(Path file) {
    return limit.within(() -> source.open(file), OpenOriginal::close);
  }

  private final class Timed implements OpenOriginal {
    private final Path file;
    private final int pageCount;
    private @Nullable OpenOriginal current;
    private int lost;

    Timed(Path file, OpenOriginal opened) {
      this.file = file;
      this.current = opened;
      this.pageCount = opened.pageCount();
    }

    @Override
    public int pageCount() {
      return pageCount;
    }

    @Override
    public PageImage page(int page) {
      if (lost >= MOST_LOST) {
        throw new PageFailure(
            TimeLimit.CODE,
            "%d pages of the original took too long; the others were not tried."
                .formatted(MOST_LOST));
      }
      OpenOriginal original = current == null ? opened(file) : current;
      Reading reading = new Reading(original, page);
      current = null;
      try {
        PageImage image = limit.within(reading::image);
        current = original;
        return image;
      } catch (PageFailure failure) {
        if (failure.code().equals(TimeLimit.CODE)) {
          lost++;
          reading.giveUp();
        } else {
          current = original;
        }
        throw failure;
      } catch (RuntimeException unknown) {
        reading.giveUp();
        throw unknown;
      }
    }

    @Override
    public void close() {
      if (current != null) {
        current.close();
      }
    }
  }

  /** The reading of one page, which ends with an image or a failure, or goes on. */
  private static final class Reading {
    private final OpenOriginal original;
    private final int page;
    private boolean ended;
    private boolean lost;

    Reading(OpenOriginal original, int page) {
      this.original = original;
      this.page = page;
    }

    PageImage image() {
      try {
        return original.page(page);
      } finally {
        if (end()) {
          original.close();
        }
      }
    }

    private synchronized boolean end() {
      ended = true;
      return lost;
    }

    /** Closes the original now, or as soon as the reading has ended: whichever comes later. */
    void giveUp() {
      boolean now;
      synchronized (this) {
        lost = true;
        now = ended;
      }
      if (now) {
        original.close();
      }
    }
  }
}
