package org.cotejo.ocr.recognition.engine;

import java.util.BitSet;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.leptonica.global.leptonica;
import org.cotejo.ocr.recognition.Box;
import org.cotejo.ocr.recognition.InkPatch;
import org.cotejo.ocr.recognition.SentenceStops;
import org.cotejo.ocr.surrogates.leptonica.NativeImage;

/**
 * The ink of a grey page: what is darker than the threshold between the two classes of grey of the
 * patch that differ most (Otsu, IEEE Transactions on Systems, Man and Cybernetics 9, 1979).
 *
 * @param grey of 8 bits a pixel
 * @param factor by which it is larger than the surrogate
 */
record GreyInk(NativeImage grey, int factor) implements SentenceStops.Ink {
  private static final int LEVELS = 256;

  /** Room below a word for the tail of a comma: this part of the box's height. */
  private static final int ROOM_BELOW_DIVISOR = 4;

  @Override
  public InkPatch of(Box box) {
    int left = Math.min(box.x() * factor, grey.widthPixels() - 1);
    int top = Math.min(box.y() * factor, grey.heightPixels() - 1);
    int right = Math.min(grey.widthPixels(), box.right() * factor);
    int room = Math.max(1, box.height() * factor / ROOM_BELOW_DIVISOR);
    int bottom = Math.min(grey.heightPixels(), box.bottom() * factor + room);
    int width = Math.max(1, right - left);
    int height = Math.max(1, bottom - top);
    int[] samples = samples(left, top, width, height);
    int threshold = threshold(samples);
    BitSet dark = new BitSet(samples.length);
    for (int i = 0; i < samples.length; i++) {
      dark.set(i, samples[i] < threshold);
    }
    return new InkPatch(width, height, dark);
  }

  private int[] samples(int left, int top, int width, int height) {
    int wordsPerLine = leptonica.pixGetWpl(grey.pix());
    int[] line = new int[wordsPerLine];
    int[] samples = new int[width * height];
    IntPointer data = leptonica.pixGetData(grey.pix());
    for (int y = 0; y < height; y++) {
      data.position((long) (top + y) * wordsPerLine).get(line, 0, wordsPerLine);
      for (int x = 0; x < width; x++) {
        int column = left + x;
        samples[y * width + x] = line[column >> 2] >> (24 - 8 * (column & 3)) & 0xFF;
      }
    }
    return samples;
  }

  /** The lowest level of the lighter class; 0 when all samples are equal. */
  static int threshold(int[] samples) {
    long[] counts = new long[LEVELS];
    long total = 0;
    for (int sample : samples) {
      counts[sample]++;
      total += sample;
    }
    long darker = 0;
    long darkerTotal = 0;
    double best = 0;
    int threshold = 0;
    for (int level = 0; level < LEVELS - 1; level++) {
      darker += counts[level];
      darkerTotal += level * counts[level];
      long lighter = samples.length - darker;
      if (darker == 0 || lighter == 0) {
        continue;
      }
      double difference = (double) darkerTotal / darker - (double) (total - darkerTotal) / lighter;
      double between = (double) darker * lighter * difference * difference;
      if (between > best) {
        best = between;
        threshold = level + 1;
      }
    }
    return threshold;
  }
}
