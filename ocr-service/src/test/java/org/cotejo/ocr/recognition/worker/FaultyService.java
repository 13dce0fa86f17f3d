package org.cotejo.ocr.recognition.worker;

import java.time.Duration;
import java.util.List;
import org.cotejo.ocr.recognition.LanguageTag;

/** A service in small: reads one page for ever, and can be killed. */
public final class FaultyService {
  private FaultyService() {}

  public static void main(String[] arguments) {
    WorkerLimits limits = WorkerRecogniserTest.limits(1L << 30);
    try (WorkerRecogniser workers =
        new WorkerRecogniser(
            new FaultyWorker.Engine(), 1, FaultyWorker.command(), limits, ending -> {})) {
      workers.read(FaultyWorker.page("hang"), List.of(new LanguageTag("es")), Duration.ofHours(1));
    }
  }
}
