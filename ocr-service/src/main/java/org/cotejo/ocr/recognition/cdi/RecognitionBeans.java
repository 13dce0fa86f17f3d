package org.cotejo.ocr.recognition.cdi;

import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.cotejo.objects.ObjectStore;
import org.cotejo.ocr.recognition.PageRecognition;
import org.cotejo.ocr.recognition.RegionTyping;
import org.cotejo.ocr.recognition.engine.LanguageModels;
import org.cotejo.ocr.recognition.engine.TesseractRecogniser;
import org.cotejo.ocr.recognition.objects.StoredTranscriptions;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts recognition together from its configuration. */
@ApplicationScoped
public class RecognitionBeans {

  /** The installed models; read once, so a new model needs a restart. */
  @Produces
  @Singleton
  LanguageModels languageModels(
      @ConfigProperty(name = "cotejo.tessdata.directory") String directory) {
    return LanguageModels.in(Path.of(directory).toAbsolutePath());
  }

  @Produces
  @Singleton
  TesseractRecogniser recogniser(LanguageModels models, RecognitionConfig config) {
    return new TesseractRecogniser(models, config.workers());
  }

  void close(@Disposes TesseractRecogniser recogniser) {
    recogniser.close();
  }

  @Produces
  @Singleton
  PageRecognition pageRecognition(
      TesseractRecogniser recogniser, ObjectStore store, RecognitionConfig config) {
    StoredTranscriptions transcriptions =
        new StoredTranscriptions(
            store,
            JsonMapper.builder().build(),
            config.maximumImageBytes(),
            config.maximumTranscriptionBytes());
    return new PageRecognition(
        recogniser,
        transcriptions,
        new RegionTyping(),
        config.pageTimeLimit(),
        config.reviewBelow());
  }
}
