package org.cotejo.ocr.surrogates;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the page images of a paper, one page at a time.
 *
 * <p>A page that fails is reported and the others go on; an original that cannot be opened fails
 * each of its pages. What was made before is found and reported again without opening anything.
 */
public final class SurrogateMaking {
  private final Surrogates surrogates;
  private final PageSource pageSource;
  private final PageFinisher finisher;
  private final SurrogateLimits limits;

  public SurrogateMaking(
      Surrogates surrogates, PageSource pageSource, PageFinisher finisher, SurrogateLimits limits) {
    this.surrogates = surrogates;
    this.pageSource = pageSource;
    this.finisher = finisher;
    this.limits = limits;
  }

  /** Reports every page of the paper exactly once, in order of the pages. */
  public void make(Paper paper, SurrogateReports reports) {
    int pagesBefore = 0;
    for (Original original : paper.originals()) {
      makePages(original, pagesBefore, reports);
      pagesBefore += original.pageCount();
    }
  }

  private void makePages(Original original, int pagesBefore, SurrogateReports reports) {
    List<Optional<Surrogate>> found = new ArrayList<>();
    for (int page = 1; page <= original.pageCount(); page++) {
      found.add(surrogates.find(original, page));
    }
    if (found.stream().allMatch(Optional::isPresent)) {
      for (int page = 1; page <= original.pageCount(); page++) {
        reports.stored(pagesBefore + page, original, page, found.get(page - 1).orElseThrow());
      }
      return;
    }
    openAndMake(original, pagesBefore, found, reports);
  }

  private void openAndMake(
      Original original,
      int pagesBefore,
      List<Optional<Surrogate>> found,
      SurrogateReports reports) {
    int reported = 0;
    try (Surrogates.FetchedOriginal fetched = fetch(original);
        PageSource.OpenOriginal opened = pageSource.open(fetched.file())) {
      for (int page = 1; page <= original.pageCount(); page++) {
        makePage(original, page, pagesBefore, found.get(page - 1), opened, reports);
        reported = page;
      }
    } catch (PageFailure unopened) {
      for (int page = reported + 1; page <= original.pageCount(); page++) {
        reports.failed(pagesBefore + page, unopened);
      }
    }
  }

  private Surrogates.FetchedOriginal fetch(Original original) {
    long sizeBytes = original.object().sizeBytes();
    if (sizeBytes > limits.maximumOriginalBytes()) {
      throw new PageFailure(
          "surrogates.original-too-large",
          "The original has %d bytes; at most %d are allowed."
              .formatted(sizeBytes, limits.maximumOriginalBytes()));
    }
    return surrogates.fetch(original);
  }

  private void makePage(
      Original original,
      int page,
      int pagesBefore,
      Optional<Surrogate> found,
      PageSource.OpenOriginal opened,
      SurrogateReports reports) {
    Surrogate surrogate;
    try {
      surrogate = found.isPresent() ? found.get() : made(original, page, opened);
    } catch (PageFailure failure) {
      reports.failed(pagesBefore + page, failure);
      return;
    }
    reports.stored(pagesBefore + page, original, page, surrogate);
  }

  private Surrogate made(Original original, int page, PageSource.OpenOriginal opened) {
    if (page > opened.pageCount()) {
      throw new PageFailure(
          "surrogates.page-missing",
          "The original holds %d of the %d pages announced."
              .formatted(opened.pageCount(), original.pageCount()));
    }
    PageImage image = opened.page(page);
    FinishedPage finished = finisher.finish(image);
    Finishing finishing =
        Finishing.of(image.pixels().getWidth(), image.pixels().getHeight(), finished);
    return surrogates.keep(original, page, finished, image.text().moved(finishing::place));
  }
}
