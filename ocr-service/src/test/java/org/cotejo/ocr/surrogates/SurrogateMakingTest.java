package org.cotejo.ocr.surrogates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SurrogateMakingTest {
  private final Kept kept = new Kept();
  private final Reported reported = new Reported();

  @Test
  void countsPagesOverAllOriginals() {
    // When
    making(2, Set.of()).make(paper(2, 2), reported);
    // Then
    assertEquals(
        List.of(
            "1: original 1 page 1",
            "2: original 1 page 2",
            "3: original 2 page 1",
            "4: original 2 page 2"),
        reported.lines);
  }

  @Test
  void goesOnAfterPageThatFails() {
    // When
    making(3, Set.of(2)).make(paper(3), reported);
    // Then
    assertEquals(
        List.of("1: original 1 page 1", "2: damaged", "3: original 1 page 3"), reported.lines);
  }

  @Test
  void failsEachPageOfOriginalThatCannotBeOpened() {
    // Given
    PageSource closed =
        file -> {
          throw new PageFailure("surrogates.original-unreadable", "The original cannot be opened.");
        };
    // When
    making(closed).make(paper(2), reported);
    // Then
    assertEquals(
        List.of("1: surrogates.original-unreadable", "2: surrogates.original-unreadable"),
        reported.lines);
  }

  @Test
  void failsPagesThatTheOriginalDoesNotHold() {
    // When
    making(1, Set.of()).make(paper(2), reported);
    // Then
    assertEquals(List.of("1: original 1 page 1", "2: surrogates.page-missing"), reported.lines);
  }

  @Test
  void doesNothingTwice() {
    // Given
    making(2, Set.of()).make(paper(2), reported);
    // When
    making(
            file -> {
              throw new AssertionError("an original was opened again");
            })
        .make(paper(2), reported);
    // Then
    assertEquals(1, kept.fetches);
    assertEquals(reported.lines.subList(0, 2), reported.lines.subList(2, 4));
  }

  @Test
  void makesOnlyThePageThatIsMissing() {
    // Given
    making(2, Set.of(2)).make(paper(2), reported);
    // When
    making(2, Set.of(1)).make(paper(2), reported);
    // Then
    assertEquals(
        List.of("1: original 1 page 1", "2: original 1 page 2"), reported.lines.subList(2, 4));
  }

  @Test
  void refusesOriginalBeyondTheLimitWithoutFetchingIt() {
    // Given
    Original large = new Original(1, object(1, 1_000_001), 1);
    // When
    making(1, Set.of()).make(new Paper("d", List.of("es"), List.of(large)), reported);
    // Then
    assertEquals(List.of("1: surrogates.original-too-large"), reported.lines);
    assertEquals(0, kept.fetches);
  }

  @Test
  void throwsWhatMayPass() {
    // Given
    kept.broken = true;
    // When and then
    SurrogateMaking making = making(1, Set.of());
    assertThrows(IllegalStateException.class, () -> making.make(paper(1), reported));
    assertEquals(List.of(), reported.lines);
  }

  private SurrogateMaking making(int pages, Set<Integer> damaged) {
    return making(file -> new Opened(pages, damaged));
  }

  private SurrogateMaking making(PageSource source) {
    return new SurrogateMaking(
        kept, source, SurrogateMakingTest::finished, new SurrogateLimits(1000, 1_000_000, 300));
  }

  private static Paper paper(int... pageCounts) {
    List<Original> originals = new ArrayList<>();
    for (int count : pageCounts) {
      int ordinal = originals.size() + 1;
      originals.add(new Original(ordinal, object(ordinal, 10), count));
    }
    return new Paper("d", List.of("es"), originals);
  }

  private static StoredObject object(int number, long size) {
    return new StoredObject(
        "originals/" + number, "sha256:" + "%064x".formatted(number), "image/tiff", size);
  }

  private static FinishedPage finished(PageImage page) {
    FinishedPage.EncodedImage image = new FinishedPage.EncodedImage(new byte[] {1}, 4, 4);
    return new FinishedPage(image, image, image, page.resolutionDpi(), 0, 0);
  }

  private record Opened(int pageCount, Set<Integer> damaged) implements PageSource.OpenOriginal {
    @Override
    public PageImage page(int page) {
      if (damaged.contains(page)) {
        throw new PageFailure("damaged", "The page is damaged.");
      }
      return new PageImage(new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY), 300);
    }

    @Override
    public void close() {
      // Holds nothing.
    }
  }

  private static final class Kept implements Surrogates {
    private final Map<String, Surrogate> pages = new HashMap<>();
    private int fetches;
    private boolean broken;

    @Override
    public Optional<Surrogate> find(Original original, int page) {
      return Optional.ofNullable(pages.get(original.ordinal() + "/" + page));
    }

    @Override
    public Surrogate keep(Original original, int page, FinishedPage finished, TextLayer text) {
      Surrogate.StoredImage image =
          new Surrogate.StoredImage(object(100 * original.ordinal() + page, 1), 4, 4);
      Surrogate surrogate = new Surrogate(image, image, image, 300);
      pages.put(original.ordinal() + "/" + page, surrogate);
      return surrogate;
    }

    @Override
    public FetchedOriginal fetch(Original original) {
      if (broken) {
        throw new IllegalStateException("the store does not answer");
      }
      fetches++;
      return new FetchedOriginal() {
        @Override
        public Path file() {
          return Path.of("nowhere");
        }

        @Override
        public void close() {
          // Nothing was copied.
        }
      };
    }
  }

  private static final class Reported implements SurrogateReports {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void stored(int page, Original original, int pageOfOriginal, Surrogate surrogate) {
      lines.add(page + ": original " + original.ordinal() + " page " + pageOfOriginal);
    }

    @Override
    public void failed(int page, PageFailure failure) {
      lines.add(page + ": " + failure.code());
    }
  }
}
