package org.cotejo.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.cotejo.client.api.CotejoApi;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Fetches what the server holds of a document. */
@Command(
    name = "get",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Fetches the record, the transcription or a bitext of a document.")
final class GetCommand implements Callable<Integer> {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** What can be fetched. */
  enum What {
    record,
    transcription,
    bitext
  }

  /** How it is written. */
  enum Format {
    json,
    text
  }

  @Spec private CommandSpec spec;
  @Mixin private ServerOptions server;

  @Parameters(index = "0", paramLabel = "ID", description = "Id of the document.")
  private String id;

  @Parameters(index = "1", paramLabel = "WHAT", description = "One of ${COMPLETION-CANDIDATES}.")
  private What what;

  @Option(
      names = "--language",
      paramLabel = "LANG",
      description = "Language of the translation, for a bitext with several.")
  private @Nullable String language;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "json",
      description = "json (default) or text.")
  private Format format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write there instead of standard output.")
  private @Nullable Path output;

  @Override
  public Integer call() throws IOException {
    try (CotejoApi api = server.open()) {
      String document = "/v1/documents/" + CotejoApi.encode(id);
      String text =
          switch (what) {
            case record -> record(api.get(document));
            case transcription -> transcription(api, document);
            case bitext -> bitext(api, document);
          };
      write(text.endsWith("\n") ? text : text + "\n");
      return ExitCode.OK;
    }
  }

  private String record(JsonNode document) throws IOException {
    if (format == Format.json) {
      return JSON.writeValueAsString(document.path("record"));
    }
    StringBuilder text = new StringBuilder();
    document
        .path("record")
        .properties()
        .forEach(
            field ->
                text.append(field.getKey())
                    .append(": ")
                    .append(plain(field.getValue()))
                    .append('\n'));
    return text.toString();
  }

  private static String plain(JsonNode value) {
    return value.isValueNode() ? value.asText() : value.toString();
  }

  private String transcription(CotejoApi api, String document) throws IOException {
    String path = document + "/transcription";
    return format == Format.text
        ? api.getText(path, "text/plain")
        : JSON.writeValueAsString(api.get(path));
  }

  private String bitext(CotejoApi api, String document) throws IOException {
    JsonNode bitext =
        api.get(document + "/bitexts/" + CotejoApi.encode(bitextLanguage(api, document)));
    return format == Format.json ? JSON.writeValueAsString(bitext) : BitextText.of(bitext);
  }

  private String bitextLanguage(CotejoApi api, String document) {
    if (language != null) {
      return language;
    }
    JsonNode bitexts = api.get(document + "/bitexts").path("bitexts");
    if (bitexts.size() == 1) {
      return bitexts.get(0).path("language").asText();
    }
    String known = String.join(", ", bitexts.findValuesAsText("language"));
    throw new ParameterException(
        spec.commandLine(),
        bitexts.isEmpty()
            ? "the document has no translation"
            : "the document has several translations; choose with --language: " + known);
  }

  private void write(String text) throws IOException {
    if (output == null) {
      spec.commandLine().getOut().print(text);
      spec.commandLine().getOut().flush();
    } else {
      Files.writeString(output, text);
    }
  }
}
