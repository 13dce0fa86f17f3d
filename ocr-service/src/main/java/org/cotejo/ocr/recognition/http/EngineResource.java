package org.cotejo.ocr.recognition.http;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.cotejo.ocr.recognition.Engine;
import org.cotejo.ocr.recognition.LanguageTag;
import org.cotejo.ocr.recognition.PageRecognition;
import org.cotejo.ocr.recognition.engine.LanguageModels;
import org.cotejo.ocr.recognition.engine.TesseractRecogniser;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Says what reads the pages; it serves no content, so it needs no token. */
@Path("/v1/ocr/engine")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "engine")
public class EngineResource {
  private final PageRecognition recognition;
  private final TesseractRecogniser recogniser;
  private final LanguageModels models;

  @Inject
  public EngineResource(
      PageRecognition recognition, TesseractRecogniser recogniser, LanguageModels models) {
    this.recognition = recognition;
    this.recogniser = recogniser;
    this.models = models;
  }

  @GET
  @PermitAll
  @Operation(
      summary = "The recogniser and its languages",
      description =
          "Name, version, settings and installed models. Each language stands with the fingerprint"
              + " that transcriptions of papers in that language alone carry.")
  public EngineAnswer engine() {
    return EngineAnswer.of(recognition, recogniser, models);
  }

  /**
   * The recogniser.
   *
   * @param name of the program
   * @param version of the program
   * @param orientation whether pages are turned upright
   * @param languages installed, by name of model
   */
  public record EngineAnswer(
      String name, String version, boolean orientation, List<Language> languages) {

    static EngineAnswer of(
        PageRecognition recognition, TesseractRecogniser recogniser, LanguageModels models) {
      List<Language> languages =
          recogniser.models().stream()
              .filter(EngineAnswer::isLanguageTag)
              .map(model -> Language.of(model, recognition, models))
              .toList();
      return new EngineAnswer(
          "tesseract", recogniser.version(), models.hasOrientation(), languages);
    }

    /** Models named for a script (chi_sim) are no language tags; they are read through theirs. */
    private static boolean isLanguageTag(String model) {
      return model.matches("[a-z]{3}");
    }
  }

  /**
   * An installed language.
   *
   * @param model ISO 639-2 name
   * @param digest of the model's file
   * @param fingerprint of the engine for papers in this language
   */
  public record Language(String model, String digest, String fingerprint) {
    static Language of(String model, PageRecognition recognition, LanguageModels models) {
      LanguageTag tag = new LanguageTag(model);
      Engine engine = recognition.engine(List.of(tag));
      return new Language(
          model, "sha256:" + models.digests().getOrDefault(model, ""), engine.fingerprint());
    }
  }
}
