package org.cotejo.acceptance;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * Specks of dust make a page another image, so that neither an earlier reading of it nor its tiles
 * are found again.
 */
final class Dust {
  private static final int SPECKS = 40;
  private static final int GREY = 0x404040;

  private Dust() {}

  /**
   * The scan with dust on it, as JPEG in the folder.
   *
   * @param seed the same seed puts the same specks
   */
  static Path on(Path scan, long seed, Path folder) {
    try {
      BufferedImage image = ImageIO.read(scan.toFile());
      Random random = new Random(seed);
      for (int speck = 0; speck < SPECKS; speck++) {
        image.setRGB(random.nextInt(image.getWidth()), random.nextInt(image.getHeight()), GREY);
      }
      Path file = folder.resolve(seed + "-" + scan.getFileName() + ".jpg");
      ImageIO.write(image, "jpg", file.toFile());
      return file;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
