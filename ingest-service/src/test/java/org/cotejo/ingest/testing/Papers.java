package org.cotejo.ingest.testing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** Small papers, no two alike unless asked for. */
public final class Papers {
  private static final AtomicInteger SEED = new AtomicInteger();

  private Papers() {}

  /** A PDF with empty pages. */
  public static byte[] pdf(int pages) {
    try (PDDocument document = new PDDocument()) {
      for (int page = 0; page < pages; page++) {
        document.addPage(new PDPage());
      }
      document.getDocumentInformation().setTitle("Paper " + SEED.incrementAndGet());
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A JPEG. */
  public static byte[] jpeg() {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(image(), "jpeg", bytes);
      return bytes.toByteArray();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A TIFF of several pages. */
  public static byte[] tiff(int pages) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(output);
      writer.prepareWriteSequence(null);
      for (int page = 0; page < pages; page++) {
        writer.writeToSequence(new IIOImage(image(), null, null), null);
      }
      writer.endWriteSequence();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** The first part of a file. */
  public static byte[] cut(byte[] whole) {
    return Arrays.copyOf(whole, whole.length * 2 / 3);
  }

  /** Plain text. */
  public static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static BufferedImage image() {
    BufferedImage image = new BufferedImage(120, 160, BufferedImage.TYPE_BYTE_GRAY);
    int seed = SEED.incrementAndGet();
    for (int bit = 0; bit < 24; bit++) {
      for (int x = 0; x < 4; x++) {
        for (int y = 0; y < 20; y++) {
          image.setRGB(bit * 5 + x, y, (seed >> bit & 1) == 1 ? 0xFFFFFF : 0);
        }
      }
    }
    return image;
  }
}
