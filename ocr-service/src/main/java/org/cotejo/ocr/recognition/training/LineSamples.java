package org.cotejo.ocr.recognition.training;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cotejo.ocr.recognition.engine.GreyImage;

/**
 * Lines with their text in the form that {@code lstmtraining} and {@code lstmeval} read ({@code
 * .lstmf}: DocumentData and ImageData of imagedata.cpp, Tesseract 5), little-endian.
 */
public final class LineSamples {
  /**
   * A line to learn from.
   *
   * @param name where it comes from
   * @param text what stands in it
   */
  public record Sample(String name, GreyImage image, String text) {
    Sample with(GreyImage other) {
      return new Sample(name, other, text);
    }
  }

  private LineSamples() {}

  /** The file of several samples. */
  public static byte[] file(List<Sample> samples) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      writeInt(bytes, samples.size());
      for (Sample sample : samples) {
        bytes.write(1);
        write(bytes, sample);
      }
    } catch (IOException impossible) {
      throw new IllegalStateException("memory takes what is written to it", impossible);
    }
    return bytes.toByteArray();
  }

  private static void write(OutputStream out, Sample sample) throws IOException {
    writeText(out, sample.name());
    writeInt(out, 0); // page number
    byte[] png = sample.image().png();
    writeInt(out, png.length);
    out.write(png);
    writeText(out, ""); // language
    writeText(out, sample.text());
    // One box around all: without any the trainer would look whether the line is white on black.
    writeInt(out, 1);
    writeShort(out, 0);
    writeShort(out, 0);
    writeShort(out, sample.image().width());
    writeShort(out, sample.image().height());
    writeInt(out, 1);
    writeText(out, sample.text());
    out.write(0); // not vertical
  }

  private static void writeText(OutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    writeInt(out, bytes.length);
    out.write(bytes);
  }

  private static void writeInt(OutputStream out, int value) throws IOException {
    new DataOutputStream(out).writeInt(Integer.reverseBytes(value));
  }

  private static void writeShort(OutputStream out, int value) throws IOException {
    new DataOutputStream(out).writeShort(Short.reverseBytes((short) value));
  }
}
