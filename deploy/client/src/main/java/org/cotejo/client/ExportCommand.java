package org.cotejo.client;

import java.io.IOException;
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

/**
 * Fetches what stands on the pages of a document in the formats of libraries, or a translation
 * beside its original in those of translators and editors.
 */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Writes the transcription of a document or of one page, or a translation beside its"
            + " original, into a file.")
final class ExportCommand implements Callable<Integer> {

  /** The formats; {@code page} of a whole document is a ZIP with a file a page. */
  enum Format {
    alto,
    hocr,
    page,
    pdf,
    tmx,
    xliff,
    tei,
    text,
    json;

    /** The extension of a bitext in this format; empty when there is none. */
    String ofBitext() {
      return switch (this) {
        case tmx -> "tmx";
        case xliff -> "xlf";
        case tei -> "tei";
        case text -> "txt";
        case json -> "json";
        case alto, hocr, page, pdf -> "";
      };
    }

    boolean ofPages() {
      return switch (this) {
        case alto, hocr, page, pdf, text, json -> true;
        case tmx, xliff, tei -> false;
      };
    }
  }

  /** Whose text it is. */
  enum By {
    person,
    engine
  }

  @Spec private CommandSpec spec;

  @Mixin private ServerOptions server;

  @Parameters(index = "0", paramLabel = "ID", description = "Id of the document.")
  private String id;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      required = true,
      description =
          "One of ${COMPLETION-CANDIDATES}; alto, hocr, page and pdf of pages, tmx, xliff and tei of"
              + " a translation, text and json of both.")
  private Format format;

  @Option(
      names = "--translation",
      paramLabel = "LANG",
      description =
          "The translation in this language beside the original (default: what stands on the"
              + " pages).")
  private @Nullable String translation;

  @Option(
      names = "--page",
      paramLabel = "N",
      description = "One page, counted from 1 (default: all).")
  private @Nullable Integer page;

  @Option(
      names = "--by",
      paramLabel = "WHO",
      description =
          "person (default): what a person wrote, where there is such a text; engine: what was"
              + " recognised.")
  private @Nullable By by;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true,
      description = "Where to write it; a file that is there is replaced.")
  private Path output;

  @Override
  public Integer call() throws IOException {
    String path =
        "/v1/documents/"
            + CotejoApi.encode(id)
            + (translation == null ? ofPages() : ofTranslation(translation));
    try (CotejoApi api = server.open()) {
      api.download(path, output);
      return ExitCode.OK;
    }
  }

  private String ofTranslation(String language) {
    if (format.ofBitext().isEmpty()) {
      throw wrong(format + " is a format of pages; leave --translation out");
    }
    if (page != null || by != null) {
      throw wrong("--page and --by are for what stands on pages, not for a translation");
    }
    return "/bitexts/" + CotejoApi.encode(language) + "." + format.ofBitext();
  }

  private String ofPages() {
    if (!format.ofPages()) {
      throw wrong(format + " is a format of translations; say which with --translation LANG");
    }
    return (page == null ? "" : "/pages/" + page)
        + "/transcription?format="
        + format
        + "&by="
        + (by == null ? By.person : by);
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
