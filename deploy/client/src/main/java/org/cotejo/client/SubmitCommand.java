package org.cotejo.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.cotejo.client.api.CotejoApi;
import org.cotejo.client.api.MultipartBody;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Submits a document; the last line of standard output is its id. */
@Command(
    name = "submit",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Submits a document: its record, its scans in page order, its translations.",
    footer = "The last line of standard output is the document's id.")
final class SubmitCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ServerOptions server;
  @Mixin private FollowOptions following;

  @Option(
      names = "--record",
      required = true,
      paramLabel = "FILE",
      description = "The catalogue record (JSON).")
  private Path record;

  @Option(
      names = "--scan",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = "Scans in page order: PDF, TIFF, JPEG or PNG. May be repeated.")
  private List<Path> scans;

  @Option(
      names = "--translation",
      paramLabel = "LANG=FILE",
      converter = TranslationFile.Converter.class,
      description =
          "A translation (plain text, DOCX, ODT, HTML, PDF with text, TEI, TMX or XLIFF) and its"
              + " language. May be repeated.")
  private List<TranslationFile> translations = List.of();

  @Option(names = "--translator", paramLabel = "NAME", description = "Who made the translations.")
  private @Nullable String translator;

  @Option(
      names = "--transcription",
      paramLabel = "FILE",
      description = "A transcription made by people (plain text, ALTO, hOCR, PAGE or TEI).")
  private @Nullable Path transcription;

  @Option(
      names = "--idempotency-key",
      paramLabel = "KEY",
      description =
          "The same key and content is the same submission (default: a new key for each call).")
  private @Nullable String idempotencyKey;

  @Option(
      names = "--upload-threshold",
      paramLabel = "BYTES",
      defaultValue = "67108864",
      description =
          "Scans are sent straight to the object store when one is larger (default:"
              + " ${DEFAULT-VALUE}).")
  private long uploadThresholdBytes;

  @Override
  public Integer call() {
    PrintWriter errors = spec.commandLine().getErr();
    List<String> faults = faults();
    if (!faults.isEmpty()) {
      faults.forEach(errors::println);
      return ExitCode.FAILED;
    }
    try (CotejoApi api = server.open()) {
      String key = idempotencyKey == null ? UUID.randomUUID().toString() : idempotencyKey;
      JsonNode accepted = api.postForm("/v1/documents", form(api), key);
      String documentId = accepted.path("documentId").asText();
      errors.println(
          "accepted as " + documentId + ", ingest " + accepted.path("ingestId").asText());
      int code = following.followIfAsked(api, accepted.path("ingestId").asText(), errors);
      spec.commandLine().getOut().println(documentId);
      return code;
    }
  }

  private List<String> faults() {
    Stream<Path> translated = translations.stream().map(TranslationFile::file);
    Stream<Path> transcribed = Stream.ofNullable(transcription);
    return Stream.of(Stream.of(record), scans.stream(), translated, transcribed)
        .flatMap(files -> files)
        .map(LocalFile::new)
        .flatMap(file -> file.fault().stream())
        .toList();
  }

  private MultipartBody form(CotejoApi api) {
    MultipartBody form = new MultipartBody("cotejo-" + UUID.randomUUID());
    form.file("record", record, "application/json");
    List<LocalFile> files = scans.stream().map(LocalFile::new).toList();
    // All or none: the server puts uploads after the scans of the form, and the order is the order
    // of the pages.
    boolean ahead = files.stream().anyMatch(file -> file.sizeBytes() > uploadThresholdBytes);
    for (LocalFile file : files) {
      if (ahead) {
        form.text("scan-upload", api.upload(file.path(), file.sizeBytes(), file.sha256()));
      } else {
        form.file("scan", file.path(), file.mediaType());
      }
    }
    addTranslations(form, translations, translator);
    if (transcription != null) {
      form.file("transcription", transcription, "application/octet-stream");
    }
    return form;
  }

  static void addTranslations(
      MultipartBody form, List<TranslationFile> translations, @Nullable String translator) {
    for (TranslationFile translation : translations) {
      form.file(
          "translation." + translation.language(), translation.file(), "application/octet-stream");
      if (translator != null) {
        form.text("translator." + translation.language(), translator);
      }
    }
  }
}
