package org.cotejo.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DustyPapersTest {

  @TempDir private Path folder;

  @Test
  void noCopyOfAPageHasTheBytesOfAnother() throws IOException {
    // Given
    paper("one", "png", 2);
    paper("other", "jpg", 1);
    DustyPapers papers = DustyPapers.in(folder, 1);
    // When
    Set<Integer> bytes = new HashSet<>();
    for (int copy = 0; copy < 6; copy++) {
      DustyPapers.Copy paper = papers.next(folder);
      assertEquals(copy % 2 == 0 ? 2 : 1, paper.scans().size());
      for (Path scan : paper.scans()) {
        bytes.add(Arrays.hashCode(Files.readAllBytes(scan)));
      }
    }
    // Then
    assertEquals(2, papers.round());
    assertEquals(9, bytes.size());
  }

  @Test
  void aPaperWithoutImagesIsLeftOut() throws IOException {
    // Given
    Path scans = Files.createDirectories(folder.resolve("pdf/scans"));
    Files.writeString(scans.resolve("pages.pdf"), "%PDF-1.7");
    // Then
    assertThrows(IOException.class, () -> DustyPapers.in(folder, 1));
  }

  @Test
  void theSamplesHavePapersAndTheDashboardsQueries() throws IOException {
    // Given
    Path root = Path.of(System.getProperty("cotejo.root"));
    // Then
    assertEquals(4, DustyPapers.in(root.resolve("deploy/samples/papers"), 1).round());
    assertTrue(
        DashboardQueries.in(root.resolve("deploy/kubernetes/cotejo/files/dashboards")).size() > 80);
  }

  private void paper(String name, String format, int pages) throws IOException {
    Path scans = Files.createDirectories(folder.resolve(name + "/scans"));
    for (int page : List.of(1, 2).subList(0, pages)) {
      BufferedImage image = new BufferedImage(300, 400, BufferedImage.TYPE_BYTE_GRAY);
      image.setRGB(page, page, 0xffffff);
      ImageIO.write(image, format, scans.resolve(page + "." + format).toFile());
    }
  }
}
