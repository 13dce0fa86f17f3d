package org.cotejo.ocr.recognition.engine;

/** Tesseract's word confidences on the scale of transcriptions. */
final class ConfidenceScale {
  /** Changes with any change of the scale. */
  static final String VERSION = "1";

  private ConfidenceScale() {}

  /**
   * A confidence of 0 to 1 in steps of 0.0001.
   *
   * @param percent as Tesseract gives it, 0 to 100
   */
  static double probability(double percent) {
    return Math.round(Math.clamp(percent, 0.0, 100.0) * 100) / 10_000.0;
  }
}
