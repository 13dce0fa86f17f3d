package org.cotejo.ocr.surrogates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TimedPagesTest {
  private static final Path FILE = Path.of("paper.pdf");

  private final CountDownLatch released = new CountDownLatch(1);
  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicInteger tried = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(2);

  @Test
  void opensTheOriginalAnewAfterAPageThatTookTooLong() throws InterruptedException {
    PageSource.OpenOriginal pages = pages(Set.of(1)).open(FILE);

    assertCode("surrogates.time-limit", pages, 1);

    assertEquals(300, pages.page(2).resolutionDpi());
    assertEquals(2, opened.get());
    released.countDown();
    pages.close();
    assertTrue(closed.await(30, TimeUnit.SECONDS), "each opening is closed");
  }

  @Test
  void goesOnWithTheSameOpeningAfterADamagedPage() {
    PageSource.OpenOriginal pages = pages(Set.of()).open(FILE);

    assertCode("damaged", pages, 9);

    assertEquals(300, pages.page(2).resolutionDpi());
    assertEquals(1, opened.get());
  }

  @Test
  void givesAnOriginalUpThatCostTwoPagesTheirTime() {
    PageSource.OpenOriginal pages = pages(Set.of(1, 2, 3)).open(FILE);
    assertCode("surrogates.time-limit", pages, 1);
    assertCode("surrogates.time-limit", pages, 2);

    assertCode("surrogates.time-limit", pages, 3);

    assertEquals(2, tried.get());
    released.countDown();
  }

  private static void assertCode(String code, PageSource.OpenOriginal pages, int page) {
    assertEquals(code, assertThrows(PageFailure.class, () -> pages.page(page)).code());
  }

  /** Pages of which some take until they are released; the ninth is damaged. */
  private TimedPages pages(Set<Integer> slow) {
    // Long enough for the others on a machine that is busy with other work.
    TimeLimit limit = new TimeLimit(Duration.ofSeconds(1));
    return new TimedPages(
        _ -> {
          opened.incrementAndGet();
          return new Original(slow);
        },
        limit);
  }

  private final class Original implements PageSource.OpenOriginal {
    private final Set<Integer> slow;

    Original(Set<Integer> slow) {
      this.slow = slow;
    }

    @Override
    public int pageCount() {
      return 9;
    }

    @Override
    public PageImage page(int page) {
      tried.incrementAndGet();
      if (page == 9) {
        throw new PageFailure("damaged", "The page is damaged.");
      }
      while (slow.contains(page) && released.getCount() > 0) {
        try {
          released.await();
        } catch (InterruptedException _) {
          // Goes on as native code would.
        }
      }
      return new PageImage(new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY), 300);
    }

    @Override
    public void close() {
      closed.countDown();
    }
  }
}
