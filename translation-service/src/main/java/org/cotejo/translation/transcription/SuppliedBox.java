package org.cotejo.translation.transcription;

/**
 * A rectangle that a person's file gives for a word, in the file's own units and on its own image.
 *
 * @param page of the file, from 1
 * @param x left edge
 * @param y top edge
 * @param width above 0
 * @param height above 0
 */
public record SuppliedBox(int page, double x, double y, double width, double height) {
  public SuppliedBox {
    boolean finite = Double.isFinite(x) && Double.isFinite(y);
    if (!finite || !(width > 0 && width < 1e9) || !(height > 0 && height < 1e9)) {
      throw new IllegalArgumentException(
          "no box at " + x + "," + y + " of " + width + " by " + height);
    }
  }

  double middleX() {
    return x + width / 2;
  }

  double middleY() {
    return y + height / 2;
  }
}
