package org.cotejo.search.bench;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Pages of typescript on grainy paper, as a scan at 300 dots per inch has them (A4). */
public final class TypescriptPages {
  public static final int WIDTH = 2480;
  public static final int HEIGHT = 3508;

  private static final int MARGIN = 280;
  private static final int LINE = 66;
  private static final int COLUMNS = 62;
  private static final int GRAIN = 10;
  private static final float QUALITY = 0.85f;

  private TypescriptPages() {}

  /** A page as a JPEG file; the same number gives the same page. */
  public static byte[] jpeg(int number) {
    Random random = new Random(number);
    BufferedImage page = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = page.createGraphics();
    graphics.setColor(new Color(226, 219, 203));
    graphics.fillRect(0, 0, WIDTH, HEIGHT);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 50));
    graphics.setColor(new Color(50, 46, 42));
    for (int y = MARGIN; y < HEIGHT - MARGIN; y += LINE) {
      graphics.drawString(line(random), MARGIN, y);
    }
    graphics.dispose();
    grain(page, random);
    return written(page);
  }

  private static String line(Random random) {
    StringBuilder line = new StringBuilder();
    while (line.length() < COLUMNS) {
      int length = 2 + random.nextInt(8);
      for (int letter = 0; letter < length; letter++) {
        line.append((char) ('a' + random.nextInt(26)));
      }
      line.append(' ');
    }
    return line.toString();
  }

  private static void grain(BufferedImage page, Random random) {
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int pixel = page.getRGB(x, y);
        int shift = random.nextInt(2 * GRAIN) - GRAIN;
        page.setRGB(
            x,
            y,
            Math.clamp((pixel >> 16 & 255) + shift, 0, 255) << 16
                | Math.clamp((pixel >> 8 & 255) + shift, 0, 255) << 8
                | Math.clamp((pixel & 255) + shift, 0, 255));
      }
    }
  }

  private static byte[] written(BufferedImage page) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(page, null, null), how);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
