package org.cotejo.client;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.cotejo.client.api.CotejoApi;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fetches what stands on the pages of a document, in the formats of libraries. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Writes the transcription of a document or of one page into a file.")
final class ExportCommand implements Callable<Integer> {

  /** The formats; {@code page} of a whole document is a ZIP with a file a page. */
  enum Format {
    alto,
    hocr,
    page,
    pdf,
    text,
    json
  }

  /** Whose text it is. */
  enum By {
    person,
    engine
  }

  @Mixin private ServerOptions server;

  @Parameters(index = "0", paramLabel = "ID", description = "Id of the document.")
  private String id;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      required = true,
      description = "One of ${COMPLETION-CANDIDATES}.")
  private Format format;

  @Option(
      names = "--page",
      paramLabel = "N",
      description = "One page, counted from 1 (default: all).")
  private @Nullable Integer page;

  @Option(
      names = "--by",
      paramLabel = "WHO",
      defaultValue = "person",
      description =
          "person (default): what a person wrote, where there is such a text; engine: what was"
              + " recognised.")
  private By by;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true,
      description = "Where to write it; a file that is there is replaced.")
  private Path output;

  @Override
  public Integer call() throws IOException {
    String pages = page == null ? "" : "/pages/" + page;
    String path =
        "/v1/documents/"
            + CotejoApi.encode(id)
            + pages
            + "/transcription?format="
            + format
            + "&by="
            + by;
    try (CotejoApi api = server.open()) {
      api.download(path, output);
      return ExitCode.OK;
    }
  }
}
