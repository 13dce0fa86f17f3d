package org.cotejo.search.iiif.imaging;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.cotejo.search.iiif.ImageCut;
import org.cotejo.search.iiif.Pixels;

/** Reads and writes image files without temporary files: JPEG natively, PNG by ImageIO. */
final class ImageFiles {
  private final float jpegQuality;

  /**
   * With a quality of JPEG files.
   *
   * @param jpegQuality 0 to 1
   */
  ImageFiles(float jpegQuality) {
    this.jpegQuality = jpegQuality;
  }

  /**
   * Decodes a JPEG or PNG.
   *
   * @param maximumPixels checked in the header, before anything is decoded
   */
  static Pixels read(byte[] file, long maximumPixels) {
    return JpegFiles.is(file)
        ? JpegFiles.read(file, maximumPixels)
        : readByImageIo(file, maximumPixels);
  }

  byte[] write(Pixels picture, ImageCut.Format format) {
    return switch (format) {
      case JPG -> JpegFiles.write(picture, Math.max(1, Math.round(100 * jpegQuality)));
      case PNG -> png(picture);
    };
  }

  private static Pixels readByImageIo(byte[] file, long maximumPixels) {
    try (ImageInputStream stream =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      var readers = ImageIO.getImageReaders(stream);
      if (!readers.hasNext()) {
        throw new IllegalArgumentException("not an image file that can be read");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(stream, true, true);
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > maximumPixels) {
          throw new IllegalArgumentException("an image of " + pixels + " pixels is too large");
        }
        return pixels(reader.read(0));
      } finally {
        reader.dispose();
      }
    } catch (IOException damaged) {
      throw new IllegalArgumentException("an image file is damaged", damaged);
    }
  }

  private static byte[] png(Pixels picture) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var stream = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(stream);
      writer.write(new IIOImage(image(picture), null, null));
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory can be written", impossible);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static Pixels pixels(BufferedImage image) {
    int bands = image.getType() == BufferedImage.TYPE_BYTE_GRAY ? 1 : 3;
    BufferedImage plain = image;
    if (bands == 3 && image.getType() != BufferedImage.TYPE_3BYTE_BGR) {
      plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
      Graphics2D graphics = plain.createGraphics();
      graphics.drawImage(image, 0, 0, null);
      graphics.dispose();
    }
    return new Pixels(
        image.getWidth(),
        image.getHeight(),
        bands,
        ((DataBufferByte) plain.getRaster().getDataBuffer()).getData());
  }

  private static BufferedImage image(Pixels picture) {
    BufferedImage image =
        new BufferedImage(
            picture.width(),
            picture.height(),
            picture.bands() == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR);
    byte[] samples = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    System.arraycopy(picture.samples(), 0, samples, 0, samples.length);
    return image;
  }
}
