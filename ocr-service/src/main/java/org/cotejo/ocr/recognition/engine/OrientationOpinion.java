package org.cotejo.ocr.recognition.engine;

import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.leptonica.PIX;
import org.bytedeco.tesseract.TessBaseAPI;
import org.bytedeco.tesseract.global.tesseract;
import org.cotejo.ocr.surrogates.leptonica.NativeLibraries;
import org.cotejo.ocr.surrogates.leptonica.Uprightness.SecondOpinion;
import org.jspecify.annotations.Nullable;

/**
 * Tesseract's detector of page orientation. It costs more than Leptonica's and is asked only about
 * pages that Leptonica would turn; it is made at the first such page.
 */
public final class OrientationOpinion implements SecondOpinion, AutoCloseable {
  private final Path directory;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable TessBaseAPI detector;

  /**
   * The detector with the model {@code osd} of a folder.
   *
   * @param directory of the models
   */
  public OrientationOpinion(Path directory) {
    NativeLibraries.load();
    this.directory = directory;
  }

  @Override
  public boolean confirms(PIX upright, int resolutionDpi) {
    lock.lock();
    try (BytePointer script = new BytePointer();
        IntPointer degrees = new IntPointer(1);
        FloatPointer orientationConfidence = new FloatPointer(1);
        FloatPointer scriptConfidence = new FloatPointer(1)) {
      TessBaseAPI api = detector();
      api.SetImage(upright);
      api.SetSourceResolution(resolutionDpi);
      boolean found =
          api.DetectOrientationScript(degrees, orientationConfidence, script, scriptConfidence);
      api.Clear();
      return found && degrees.get() == 0;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      TessBaseAPI made = detector;
      if (made != null) {
        made.End();
        made.close();
        detector = null;
      }
    } finally {
      lock.unlock();
    }
  }

  private TessBaseAPI detector() {
    TessBaseAPI made = detector;
    if (made == null) {
      made = new TessBaseAPI();
      if (made.Init(directory.toString(), LanguageModels.ORIENTATION) != 0) {
        made.close();
        throw new IllegalStateException("Tesseract does not start with the orientation model");
      }
      made.SetPageSegMode(tesseract.PSM_OSD_ONLY);
      detector = made;
    }
    return made;
  }
}
