package org.cotejo.search.iiif.imaging;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.cotejo.search.iiif.ColourPixels;
import org.cotejo.search.iiif.GrayPixels;
import org.cotejo.search.iiif.ImageCut;
import org.cotejo.search.iiif.Pixels;

/** Reads and writes image files without temporary files: JPEG natively, PNG by ImageIO. */
final class ImageFiles {
  /**
   * How little PNG files are squeezed, 0 to 1: level 1 of deflate takes a third of the time of the
   * default, and a scan's grain hardly shrinks either way.
   */
  private static final float PNG_QUICKLY = 0.9f;

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
  static Picture decode(byte[] file, long maximumPixels) {
    return JpegFiles.is(file)
        ? JpegFiles.decode(file, maximumPixels, false)
        : new BufferedPicture(decodedByImageIo(file, maximumPixels));
  }

  /** The same as pixels. */
  static Pixels read(byte[] file, long maximumPixels) {
    try (Picture picture = decode(file, maximumPixels)) {
      return Mosaic.all(picture);
    }
  }

  byte[] write(Pixels picture, ImageCut.Format format) {
    return switch (format) {
      case JPG -> JpegFiles.write(picture, Math.max(1, Math.round(100 * jpegQuality)));
      case PNG -> png(picture);
    };
  }

  private static BufferedImage decodedByImageIo(byte[] file, long maximumPixels) {
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
        return reader.read(0);
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
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(PNG_QUICKLY);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image(picture), null, null), how);
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory can be written", impossible);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static BufferedImage image(Pixels picture) {
    return switch (picture) {
      case GrayPixels gray -> {
        BufferedImage image =
            new BufferedImage(gray.width(), gray.height(), BufferedImage.TYPE_BYTE_GRAY);
        byte[] samples = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        System.arraycopy(gray.samples(), 0, samples, 0, samples.length);
        yield image;
      }
      case ColourPixels colours -> {
        BufferedImage image =
            new BufferedImage(colours.width(), colours.height(), BufferedImage.TYPE_INT_RGB);
        int[] words = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (int pixel = 0; pixel < words.length; pixel++) {
          words[pixel] = colours.words()[pixel] >>> Byte.SIZE;
        }
        yield image;
      }
    };
  }
}
