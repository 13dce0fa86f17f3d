package org.cotejo.ocr.surrogates.imageio;

import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;

/** Says that the decoding of an image has gone on. */
record DecodingSteps(Runnable step) implements IIOReadProgressListener {
  @Override
  public void imageStarted(ImageReader reader, int index) {
    step.run();
  }

  @Override
  public void imageProgress(ImageReader reader, float percentage) {
    step.run();
  }

  @Override
  public void imageComplete(ImageReader reader) {
    step.run();
  }

  @Override
  public void sequenceStarted(ImageReader reader, int first) {}

  @Override
  public void sequenceComplete(ImageReader reader) {}

  @Override
  public void thumbnailStarted(ImageReader reader, int index, int thumbnail) {}

  @Override
  public void thumbnailProgress(ImageReader reader, float percentage) {}

  @Override
  public void thumbnailComplete(ImageReader reader) {}

  @Override
  public void readAborted(ImageReader reader) {}
}
