package org.cotejo.ocr.recognition.engine;

import java.util.Arrays;
import java.util.BitSet;
import org.cotejo.ocr.recognition.Box;
import org.cotejo.ocr.recognition.InkPatch;
import org.cotejo.ocr.recognition.PageInk;
import org.cotejo.ocr.surrogates.leptonica.NativeImage;

/**
 * The ink of a grey page: what is darker than the threshold between the two classes of grey of the
 * patch that differ most (Otsu, IEEE Transactions on Systems, Man and Cybernetics 9, 1979).
 *
 * @param grey of 8 bits a pixel
 * @param factor by which it is larger than the surrogate, or smaller when below 1
 */
record GreyInk(NativeImage grey, double factor) implements PageInk {
  private static final int LEVELS = 256;

  @Override
  public InkPatch of(Box box) {
    Box room = enlarged(box, InkPatch.ROOM_BELOW * box.height());
    int[] samples = samples(room);
    return patch(room, samples, threshold(samples));
  }

  @Override
  public double inked(Box place, Box beside) {
    int threshold = middle(samples(enlarged(beside, 0)));
    Box there = enlarged(place, 0);
    BitSet dark = patch(there, samples(there), threshold).dark();
    return (double) dark.cardinality() / ((double) there.width() * there.height());
  }

  /** The level half way between the ink and the paper of a word. */
  int middleOf(Box word) {
    return middle(samples(enlarged(word, 0)));
  }

  private static InkPatch patch(Box place, int[] samples, int threshold) {
    BitSet dark = new BitSet(samples.length);
    for (int i = 0; i < samples.length; i++) {
      dark.set(i, samples[i] < threshold);
    }
    return new InkPatch(place.width(), place.height(), dark);
  }

  /** A box of the surrogate on the grey page, within its bounds, with room below. */
  private Box enlarged(Box box, double roomBelow) {
    int left = Math.clamp((long) (box.x() * factor), 0, grey.widthPixels() - 1);
    int top = Math.clamp((long) (box.y() * factor), 0, grey.heightPixels() - 1);
    int right = Math.clamp((long) (box.right() * factor), left + 1, grey.widthPixels());
    long foot = (long) (box.bottom() * factor + Math.max(1, roomBelow * factor));
    int bottom = Math.clamp(foot, top + 1, grey.heightPixels());
    return new Box(left, top, right - left, bottom - top);
  }

  private int[] samples(Box place) {
    return grey.greySamples(place.x(), place.y(), place.width(), place.height());
  }

  /** Half way between the means of the two classes: fainter ink than the word's is ink too. */
  private static int middle(int[] samples) {
    int threshold = threshold(samples);
    double dark = Arrays.stream(samples).filter(level -> level < threshold).average().orElse(0);
    double light = Arrays.stream(samples).filter(level -> level >= threshold).average().orElse(0);
    return (int) Math.round((dark + light) / 2);
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
