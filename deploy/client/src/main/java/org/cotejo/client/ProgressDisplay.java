package org.cotejo.client;

import java.io.PrintWriter;
import java.util.stream.Collectors;

/** Shows how far an ingest is. */
sealed interface ProgressDisplay {

  void show(Ingest ingest);

  void end(Ingest ingest);

  /** One line a change, for logs and pipes. */
  final class Lines implements ProgressDisplay {
    private final PrintWriter output;
    private String last = "";

    Lines(PrintWriter output) {
      this.output = output;
    }

    @Override
    public void show(Ingest ingest) {
      String line =
          ingest.state()
              + ": "
              + ingest.stages().stream()
                  .map(ProgressDisplay::stage)
                  .collect(Collectors.joining(", "));
      if (!line.equals(last)) {
        output.println(line);
        last = line;
      }
    }

    @Override
    public void end(Ingest ingest) {
      summary(output, ingest);
    }
  }

  /** One line that is written over, for a terminal. */
  final class Bar implements ProgressDisplay {
    private static final int CELLS = 24;
    private static final String CLEAR_LINE = "\r\033[K";

    private final PrintWriter output;

    Bar(PrintWriter output) {
      this.output = output;
    }

    @Override
    public void show(Ingest ingest) {
      int total = ingest.stages().stream().mapToInt(Ingest.Stage::total).sum();
      int done = ingest.stages().stream().mapToInt(stage -> stage.done() + stage.failed()).sum();
      int filled = total == 0 ? 0 : CELLS * done / total;
      String stages =
          ingest.stages().stream()
              .filter(stage -> !stage.state().equals("waiting"))
              .reduce((_, later) -> later)
              .map(ProgressDisplay::stage)
              .orElse(ingest.state());
      output.print(CLEAR_LINE + "█".repeat(filled) + "░".repeat(CELLS - filled) + "  " + stages);
      output.flush();
    }

    @Override
    public void end(Ingest ingest) {
      output.print(CLEAR_LINE);
      summary(output, ingest);
    }
  }

  private static String stage(Ingest.Stage stage) {
    return stage.name()
        + " "
        + stage.done()
        + "/"
        + stage.total()
        + (stage.failed() > 0 ? " (" + stage.failed() + " failed)" : "");
  }

  private static void summary(PrintWriter output, Ingest ingest) {
    output.println(
        ingest.state()
            + ", "
            + ingest.pageCount()
            + (ingest.pageCount() == 1 ? " page" : " pages"));
    ingest.failures().forEach(failure -> output.println("  " + failure));
  }
}
