package org.cotejo.ocr;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pages of our own, as files of all kinds; no font is needed to make them. */
public final class Pages {
  /** Letterhead, page number, date, salutation, two paragraphs and a signature. */
  public static final String SPANISH = "typescript-es";

  /** Four lines of text. */
  public static final String ENGLISH = "typescript-en";

  private Pages() {}

  public static BufferedImage image(String name) {
    try (InputStream png =
        Objects.requireNonNull(Pages.class.getResourceAsStream("/pages/" + name + ".png"))) {
      return ImageIO.read(png);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public static BufferedImage grey(BufferedImage image) {
    BufferedImage grey =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = grey.createGraphics();
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
    return grey;
  }

  /** The page with a red stamp, so that it counts as coloured. */
  public static BufferedImage stamped(BufferedImage image) {
    BufferedImage coloured =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = coloured.createGraphics();
    graphics.drawImage(image, 0, 0, null);
    graphics.setColor(new Color(200, 30, 30));
    graphics.fillRect(image.getWidth() - 180, image.getHeight() - 180, 120, 120);
    graphics.dispose();
    return coloured;
  }

  /** The page turned clockwise on white, in grey. */
  public static BufferedImage rotated(BufferedImage image, double degrees) {
    boolean sideways = Math.abs(degrees) == 90;
    int width = sideways ? image.getHeight() : image.getWidth();
    int height = sideways ? image.getWidth() : image.getHeight();
    BufferedImage turned = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = turned.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.translate(width / 2.0, height / 2.0);
    graphics.rotate(Math.toRadians(degrees));
    graphics.drawImage(image, -image.getWidth() / 2, -image.getHeight() / 2, null);
    graphics.dispose();
    return turned;
  }

  /** The page as if typed with an old ribbon on grey paper: 0 becomes 70, 255 becomes 190. */
  public static BufferedImage faded(BufferedImage image) {
    return mapped(grey(image), (x, y, level) -> 70 + level * 120 / 255.0);
  }

  /** The page on dark paper: 0 becomes 20, 255 becomes 110. */
  public static BufferedImage darkened(BufferedImage image) {
    return mapped(grey(image), (x, y, level) -> 20 + level * 90 / 255.0);
  }

  /** The page in grey with shades on its paper, a third darker in places. */
  public static BufferedImage shaded(BufferedImage image) {
    return mapped(
        grey(image),
        (x, y, level) -> level * (0.83 + 0.17 * Math.sin(x / 190.0) * Math.cos(y / 230.0)));
  }

  /**
   * The page in grey with a shadow over its lower left, where paper is darker than elsewhere ink.
   */
  public static BufferedImage inShadow(BufferedImage image) {
    BufferedImage grey = grey(image);
    double width = grey.getWidth();
    double height = grey.getHeight();
    return mapped(
        grey,
        (x, y, level) -> {
          double deep = Math.clamp(1.6 * (y / height - x / width), 0.0, 1.0);
          return (70 + level * 185 / 255.0) * (1 - 0.75 * deep);
        });
  }

  /** The page in grey with normal noise; the same for the same page. */
  public static BufferedImage noisy(BufferedImage image, double deviation) {
    Random random = new Random(7);
    return mapped(grey(image), (x, y, level) -> level + deviation * random.nextGaussian());
  }

  /** Changes one level of grey. */
  private interface Level {
    double at(int x, int y, int level);
  }

  private static BufferedImage mapped(BufferedImage grey, Level change) {
    BufferedImage mapped =
        new BufferedImage(grey.getWidth(), grey.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < grey.getHeight(); y++) {
      for (int x = 0; x < grey.getWidth(); x++) {
        double level = change.at(x, y, grey.getRaster().getSample(x, y, 0));
        mapped.getRaster().setSample(x, y, 0, Math.clamp(Math.round(level), 0, 255));
      }
    }
    return mapped;
  }

  public static byte[] encoded(BufferedImage image, String format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, bytes);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return bytes.toByteArray();
  }

  /**
   * A TIFF of several pages.
   *
   * @param compression as ImageIO names it: {@code CCITT T.6}, {@code LZW}, {@code JPEG}
   */
  public static byte[] tiff(String compression, List<BufferedImage> pages) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam choices = writer.getDefaultWriteParam();
      choices.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      choices.setCompressionType(compression);
      writer.setOutput(output);
      writer.prepareWriteSequence(null);
      for (BufferedImage page : pages) {
        writer.writeToSequence(new IIOImage(page, null, null), choices);
      }
      writer.endWriteSequence();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** The folder of models that the build fetched or was given. */
  public static Path models() {
    String given = System.getProperty("cotejo.tessdata.directory", "");
    return Path.of(given.isBlank() ? "target/tessdata" : given).toAbsolutePath();
  }
}
