package org.cotejo.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.cotejo.client.api.CotejoApi;
import org.cotejo.client.api.MultipartBody;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Adds translations to a document that is there. */
@Command(
    name = "translate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Adds translations to a document; the document runs through the pipeline again.")
final class TranslateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ServerOptions server;
  @Mixin private FollowOptions following;

  @Parameters(paramLabel = "ID", description = "Id of the document.")
  private String id;

  @Option(
      names = "--translation",
      required = true,
      paramLabel = "LANG=FILE",
      converter = TranslationFile.Converter.class,
      description =
          "A translation (plain text, DOCX, ODT, HTML, PDF with text, TEI, TMX or XLIFF) and its"
              + " language. May be repeated.")
  private List<TranslationFile> translations;

  @Option(names = "--translator", paramLabel = "NAME", description = "Who made the translations.")
  private @Nullable String translator;

  @Override
  public Integer call() {
    PrintWriter errors = spec.commandLine().getErr();
    List<String> faults =
        translations.stream()
            .map(file -> new LocalFile(file.file()))
            .flatMap(file -> file.fault().stream())
            .toList();
    if (!faults.isEmpty()) {
      faults.forEach(errors::println);
      return ExitCode.FAILED;
    }
    MultipartBody form = new MultipartBody("cotejo-" + UUID.randomUUID());
    SubmitCommand.addTranslations(form, translations, translator);
    try (CotejoApi api = server.open()) {
      JsonNode accepted =
          api.postFormOnce("/v1/documents/" + CotejoApi.encode(id) + "/translations", form);
      String ingestId = accepted.path("ingestId").asText();
      errors.println(
          "accepted as revision " + accepted.path("revision").asLong() + ", ingest " + ingestId);
      int code = following.followIfAsked(api, ingestId, errors);
      spec.commandLine().getOut().println(id);
      return code;
    }
  }
}
