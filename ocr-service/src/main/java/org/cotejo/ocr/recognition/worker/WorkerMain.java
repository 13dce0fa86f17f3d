package org.cotejo.ocr.recognition.worker;

import java.io.IOException;
import java.nio.file.Path;
import org.cotejo.ocr.recognition.engine.LanguageModels;
import org.cotejo.ocr.recognition.engine.TesseractRecogniser;

/**
 * A worker that reads with Tesseract; a program of its own, which {@link WorkerRecogniser} starts.
 * A page that crashes the engine or takes all memory takes this process along and nothing else.
 */
public final class WorkerMain {
  private WorkerMain() {}

  /** Argument: the folder of language models. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    WorkerLoop loop = WorkerLoop.onStandardStreams();
    LanguageModels models = LanguageModels.in(Path.of(arguments[0]));
    try (TesseractRecogniser recogniser = new TesseractRecogniser(models, 1, loop::goesOn)) {
      loop.serve(recogniser);
    }
  }
}
