package org.cotejo.ocr.recognition.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cotejo.ocr.recognition.RegionType;
import org.cotejo.ocr.recognition.bench.AnnotatedPage.Area;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnotatedPageTest {
  private static final Area NUMBER = new Area(RegionType.PAGE_NUMBER, 40, 10, 60, 20);

  @TempDir Path folder;

  @Test
  void readsTheRegionsOfAFile() throws IOException {
    Path file = write("page 100 200\npage-number 40 10 60 20\nbody 10 30 90 190\n");

    AnnotatedPage page = AnnotatedPage.of(file);

    Area body = new Area(RegionType.BODY, 10, 30, 90, 190);
    assertEquals(new AnnotatedPage(100, 200, List.of(NUMBER, body)), page);
  }

  @Test
  void namesTheLineThatItCannotRead() throws IOException {
    Path file = write("page 100 200\nbody 10 30 90 190\nverse 10 30 90 190\n");

    var refused = assertThrows(IllegalArgumentException.class, () -> AnnotatedPage.of(file));
    assertEquals("page.txt:3: no type verse", refused.getMessage());
  }

  @Test
  void refusesAnEmptyRegion() throws IOException {
    Path file = write("page 100 200\nbody 90 30 10 190\n");

    var refused = assertThrows(IllegalArgumentException.class, () -> AnnotatedPage.of(file));
    assertTrue(refused.getMessage().startsWith("page.txt:2"), refused.getMessage());
  }

  @Test
  void turnsWithThePage() {
    AnnotatedPage page = new AnnotatedPage(100, 200, List.of(NUMBER));

    Area turned = page.finished(1, 0, 200, 100).regions().getFirst();

    // The head of the page is its right edge now.
    assertEquals(new Area(RegionType.PAGE_NUMBER, 180, 40, 190, 60), turned);
  }

  @Test
  void staysAboutItsMiddleWhenThePageIsMadeLevel() {
    AnnotatedPage page = new AnnotatedPage(100, 200, List.of(NUMBER));

    Area level = page.finished(0, 90, 220, 120).regions().getFirst();

    // A quarter turn clockwise about the middle of the page: 85 above it becomes 85 right of it.
    assertEquals(110 + 85, (level.left() + level.right()) / 2, 1e-9);
    assertEquals(60, (level.top() + level.bottom()) / 2, 1e-9);
  }

  @Test
  void aPointIsInTheSmallestRegionAroundIt() {
    Area stamp = new Area(RegionType.STAMP, 20, 20, 40, 40);
    Area body = new Area(RegionType.BODY, 0, 0, 100, 200);
    AnnotatedPage page = new AnnotatedPage(100, 200, List.of(body, stamp));

    assertEquals(Optional.of(stamp), page.at(30, 30));
    assertEquals(Optional.of(body), page.at(50, 50));
    assertEquals(Optional.empty(), page.at(100, 50));
  }

  private Path write(String content) throws IOException {
    return Files.writeString(folder.resolve("page.txt"), content);
  }
}
