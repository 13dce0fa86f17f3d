package org.cotejo.ocr.recognition.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.bytedeco.tesseract.TessBaseAPI;
import org.bytedeco.tesseract.global.tesseract;
import org.cotejo.ocr.surrogates.leptonica.NativeLibraries;

/**
 * A bounded number of Tesseract instances. An instance is for one thread at a time and for one set
 * of models; making one takes 0.2 s and holds its models in memory, so instances are kept and
 * handed out again, those used last first.
 */
final class EnginePool implements AutoCloseable {
  private record Instance(String models, TessBaseAPI api) {}

  private final String directory;
  private final Semaphore permits;
  private final Deque<Instance> idle = new ArrayDeque<>();

  /**
   * A pool without instances yet.
   *
   * @param directory of the models
   * @param size instances at most, in use and idle together
   */
  EnginePool(String directory, int size) {
    NativeLibraries.load();
    this.directory = directory;
    this.permits = new Semaphore(size, true);
  }

  /**
   * Works with an instance; waits while all are in use.
   *
   * @param models joined by plus signs
   */
  <R> R with(String models, Function<TessBaseAPI, R> work) {
    permits.acquireUninterruptibly();
    try {
      Instance instance = take(models);
      boolean usable = false;
      try {
        R result = work.apply(instance.api());
        usable = true;
        return result;
      } finally {
        giveBack(instance, usable);
      }
    } finally {
      permits.release();
    }
  }

  @Override
  public synchronized void close() {
    idle.forEach(EnginePool::end);
    idle.clear();
  }

  private Instance take(String models) {
    synchronized (this) {
      for (Iterator<Instance> found = idle.iterator(); found.hasNext(); ) {
        Instance instance = found.next();
        if (instance.models().equals(models)) {
          found.remove();
          return instance;
        }
      }
      // The permit held stands for one instance; an idle one of other models makes room.
      if (idle.size() >= permits.availablePermits() + 1) {
        end(idle.removeLast());
      }
    }
    return new Instance(models, start(models));
  }

  private void giveBack(Instance instance, boolean usable) {
    instance.api().Clear();
    if (!usable) {
      end(instance);
      return;
    }
    synchronized (this) {
      idle.addFirst(instance);
    }
  }

  private TessBaseAPI start(String models) {
    TessBaseAPI api = new TessBaseAPI();
    if (api.Init(directory, models, tesseract.OEM_LSTM_ONLY) != 0) {
      api.close();
      throw new IllegalStateException("Tesseract does not start with the models " + models);
    }
    api.SetPageSegMode(TesseractRecogniser.PAGE_SEGMENTATION);
    // Words of earlier pages must not help later ones: the same page gives the same bytes.
    api.SetVariable("tessedit_enable_doc_dict", "0");
    // Nor is a doubtful line tried a second time as white on black, which no typescript is: it took
    // up to a twentieth of the time, and where it was taken it gave no more than other rubbish.
    api.SetVariable("invert_threshold", "0");
    return api;
  }

  private static void end(Instance instance) {
    instance.api().End();
    instance.api().close();
  }
}
