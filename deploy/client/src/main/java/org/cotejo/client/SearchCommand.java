package org.cotejo.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.cotejo.client.api.CotejoApi;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Searches in originals and translations. */
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Searches in originals and translations; shows both sides of each passage and where it stands.",
    footer =
        "Words in one argument with blanks are searched as given: cotejo search '\"low-altitude flights\"'.")
final class SearchCommand implements Callable<Integer> {

  private static final int DEFAULT_COLUMNS = 110;

  @Spec private CommandSpec spec;
  @Mixin private ServerOptions server;

  @Parameters(
      arity = "1..*",
      paramLabel = "WORDS",
      description = "Words in any language of the archive.")
  private List<String> words;

  @Option(
      names = "--language",
      paramLabel = "LANG",
      description = "Only passages in this language.")
  private @Nullable String language;

  @Option(
      names = "--collection",
      paramLabel = "NAME",
      description = "Only documents of this collection.")
  private @Nullable String collection;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "Only documents of this date (YYYY[-MM[-DD]]) or later.")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      description = "Only documents of this date or earlier.")
  private @Nullable String to;

  @Option(
      names = "--size",
      paramLabel = "COUNT",
      defaultValue = "10",
      description = "Documents to show (default: ${DEFAULT-VALUE}).")
  private int size;

  @Option(
      names = "--cursor",
      paramLabel = "CURSOR",
      description = "Go on where an earlier answer ended.")
  private @Nullable String cursor;

  @Option(names = "--json", description = "Print the server's answer as it is.")
  private boolean json;

  @Override
  public Integer call() {
    try (CotejoApi api = server.open()) {
      JsonNode answer = api.get("/v1/search?" + query());
      PrintWriter output = spec.commandLine().getOut();
      if (json) {
        output.println(answer.toPrettyString());
      } else {
        new SearchPrinter(output, columns(), Terminal.attached()).print(answer);
      }
      return ExitCode.OK;
    }
  }

  private String query() {
    StringBuilder query = new StringBuilder("q=" + CotejoApi.encode(String.join(" ", words)));
    query.append("&size=").append(size);
    add(query, "language", language);
    add(query, "collection", collection);
    add(query, "from-date", from);
    add(query, "to-date", to);
    add(query, "cursor", cursor);
    return query.toString();
  }

  private static void add(StringBuilder query, String name, @Nullable String value) {
    if (value != null) {
      query.append('&').append(name).append('=').append(CotejoApi.encode(value));
    }
  }

  private static int columns() {
    String columns = System.getenv("COLUMNS");
    return columns != null && columns.matches("[0-9]{2,3}")
        ? Math.max(60, Integer.parseInt(columns))
        : DEFAULT_COLUMNS;
  }
}
