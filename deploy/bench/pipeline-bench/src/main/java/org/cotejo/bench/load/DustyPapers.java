package org.cotejo.bench.load;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Papers of the sample collection in turn, each time with specks of dust elsewhere: a page of equal
 * bytes would be found read already. Papers that are no images (PDF) are left out.
 */
final class DustyPapers {
  private static final int SPECKS = 40;
  private static final int DARK = 0x404040;

  private final List<Paper> papers;
  private final Random random;
  private int made;

  private record Paper(Path record, List<BufferedImage> pages, List<Path> translations) {}

  /** A paper ready to be submitted. */
  record Copy(Path record, List<Path> scans, List<Path> translations, long bytes) {}

  private DustyPapers(List<Paper> papers, long seed) {
    this.papers = List.copyOf(papers);
    this.random = new Random(seed);
  }

  /**
   * Reads all pages into memory, some 9 MB each.
   *
   * @param seed another for each run on the same stack
   */
  static DustyPapers in(Path samples, long seed) throws IOException {
    List<Paper> papers = new ArrayList<>();
    for (Path folder : list(samples)) {
      List<BufferedImage> pages = new ArrayList<>();
      for (Path scan : list(folder.resolve("scans"))) {
        pages.addAll(pages(scan));
      }
      if (!pages.isEmpty()) {
        papers.add(
            new Paper(folder.resolve("record.json"), pages, list(folder.resolve("translations"))));
      }
    }
    if (papers.isEmpty()) {
      throw new IOException("there are no papers with page images in " + samples);
    }
    return new DustyPapers(papers, seed);
  }

  /** How many submissions show every paper once. */
  int round() {
    return papers.size();
  }

  /** The next paper as JPEG pages in a folder; the caller removes them. */
  Copy next(Path folder) throws IOException {
    Paper paper = papers.get(made % papers.size());
    List<Path> scans = new ArrayList<>();
    long bytes = 0;
    for (BufferedImage page : paper.pages()) {
      Path scan = folder.resolve("paper-%05d-page-%02d.jpg".formatted(made, scans.size() + 1));
      write(page, scan);
      scans.add(scan);
      bytes += Files.size(scan);
    }
    made++;
    return new Copy(paper.record(), scans, paper.translations(), bytes);
  }

  /** Dust is put on, and wiped off once the file is there. */
  private void write(BufferedImage page, Path file) throws IOException {
    int[] x = random.ints(SPECKS, 0, page.getWidth()).toArray();
    int[] y = random.ints(SPECKS, 0, page.getHeight()).toArray();
    int[] under = new int[SPECKS];
    for (int speck = 0; speck < SPECKS; speck++) {
      under[speck] = page.getRGB(x[speck], y[speck]);
      page.setRGB(x[speck], y[speck], DARK);
    }
    ImageIO.write(page, "jpg", file.toFile());
    for (int speck = SPECKS - 1; speck >= 0; speck--) {
      page.setRGB(x[speck], y[speck], under[speck]);
    }
  }

  private static List<BufferedImage> pages(Path scan) throws IOException {
    List<BufferedImage> pages = new ArrayList<>();
    try (ImageInputStream input = ImageIO.createImageInputStream(scan.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
      if (!readers.hasNext()) {
        return List.of();
      }
      ImageReader reader = readers.next();
      reader.setInput(input);
      for (int page = 0; page < reader.getNumImages(true); page++) {
        pages.add(plain(reader.read(page)));
      }
      reader.dispose();
    }
    return pages;
  }

  /** In eight bits grey, or in colours. */
  private static BufferedImage plain(BufferedImage image) {
    boolean colours = image.getColorModel().getNumColorComponents() > 1;
    BufferedImage plain =
        new BufferedImage(
            image.getWidth(),
            image.getHeight(),
            colours ? BufferedImage.TYPE_3BYTE_BGR : BufferedImage.TYPE_BYTE_GRAY);
    plain.getGraphics().drawImage(image, 0, 0, null);
    return plain;
  }

  private static List<Path> list(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
