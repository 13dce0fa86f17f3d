package org.cotejo.ocr.recognition.cdi;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.cotejo.events.WorkInHand;
import org.cotejo.objects.ObjectStore;
import org.cotejo.ocr.recognition.PageRecognition;
import org.cotejo.ocr.recognition.RecognitionChoices;
import org.cotejo.ocr.recognition.RegionTyping;
import org.cotejo.ocr.recognition.engine.LanguageModels;
import org.cotejo.ocr.recognition.engine.TesseractRecogniser;
import org.cotejo.ocr.recognition.engine.TunedModels;
import org.cotejo.ocr.recognition.language.OpenNlpLanguages;
import org.cotejo.ocr.recognition.objects.StoredTranscriptions;
import org.cotejo.ocr.recognition.worker.TracedRecogniser;
import org.cotejo.ocr.recognition.worker.WorkerCommand;
import org.cotejo.ocr.recognition.worker.WorkerEnding;
import org.cotejo.ocr.recognition.worker.WorkerLimits;
import org.cotejo.ocr.recognition.worker.WorkerRecogniser;
import org.cotejo.ocr.recognition.worker.WorkerReports;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts recognition together from its configuration. */
@ApplicationScoped
public class RecognitionBeans {

  /** The installed models; read once, so a new model needs a restart. */
  @Produces
  @Singleton
  LanguageModels languageModels(
      @ConfigProperty(name = "cotejo.tessdata.directory") String directory,
      RecognitionConfig config) {
    LanguageModels fetched = LanguageModels.in(Path.of(directory).toAbsolutePath());
    return config.tunedNetworks() ? TunedModels.of(fetched, workspace()) : fetched;
  }

  private static Path workspace() {
    return Path.of(System.getProperty("java.io.tmpdir"), "cotejo-ocr-models");
  }

  /** In this process it says what it is; pages are read by the workers. */
  @Produces
  @Singleton
  TesseractRecogniser engine(LanguageModels models) {
    return new TesseractRecogniser(models, 1);
  }

  void close(@Disposes TesseractRecogniser engine) {
    engine.close();
  }

  @Produces
  @Singleton
  WorkerCommand workerCommand(LanguageModels models) {
    return WorkerCommand.tesseract(models.directory());
  }

  @Produces
  @Singleton
  WorkerRecogniser workers(
      TesseractRecogniser engine,
      WorkerCommand command,
      RecognitionConfig config,
      WorkInHand inHand,
      MeterRegistry metrics) {
    WorkerLimits limits =
        new WorkerLimits(
            config.workerHeap().asLongValue(),
            config.workerResident().asLongValue(),
            config.maximumPagePixels(),
            config.workerStartLimit(),
            config.workerGrace(),
            config.workerLook());
    Map<WorkerEnding, Counter> restarts = new EnumMap<>(WorkerEnding.class);
    for (WorkerEnding ending : WorkerEnding.values()) {
      restarts.put(
          ending,
          Counter.builder("cotejo.ocr.worker.restarts")
              .description("Processes that read pages and ended, by what ended them")
              .tag("reason", ending.label())
              .register(metrics));
    }
    WorkerRecogniser workers =
        new WorkerRecogniser(
            engine,
            config.workers(),
            command,
            limits,
            new WorkerReports() {
              @Override
              public void ended(WorkerEnding ending) {
                Objects.requireNonNull(restarts.get(ending)).increment();
              }

              @Override
              public void advanced() {
                inHand.advanced();
              }
            });
    Gauge.builder("cotejo.ocr.workers", workers, WorkerRecogniser::running)
        .description("Processes that read pages")
        .register(metrics);
    Gauge.builder("cotejo.ocr.workers.busy", workers, WorkerRecogniser::busy)
        .description("Processes that read a page at this moment")
        .register(metrics);
    Gauge.builder("cotejo.ocr.workers.maximum", workers, WorkerRecogniser::size)
        .description("Processes that may read pages, by configuration")
        .register(metrics);
    return workers;
  }

  void close(@Disposes WorkerRecogniser workers) {
    workers.close();
  }

  @Produces
  @Singleton
  PageRecognition pageRecognition(
      WorkerRecogniser recogniser, Tracer tracer, ObjectStore store, RecognitionConfig config) {
    StoredTranscriptions transcriptions =
        new StoredTranscriptions(
            store,
            JsonMapper.builder().build(),
            config.maximumImageBytes(),
            config.maximumTranscriptionBytes());
    return new PageRecognition(
        new TracedRecogniser(recogniser, tracer),
        transcriptions,
        new RegionTyping(),
        new OpenNlpLanguages(),
        new RecognitionChoices(config.pageTimeLimit(), config.reviewBelow()));
  }
}
