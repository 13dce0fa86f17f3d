package org.cotejo.images;

import org.cotejo.images.trial.PodCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What {@code deploy/images/build} and {@code deploy/images/try} call. */
@Command(
    name = "cotejo-images",
    description = "Images of Cotejo's services.",
    subcommands = {BuildCommand.class, LayoutCommand.class, PodCommand.class})
final class Main {
  private Main() {}

  public static void main(String... arguments) {
    CommandLine line = new CommandLine(new Main());
    line.setExecutionExceptionHandler(
        (failure, _, _) -> {
          if (failure instanceof ImageRefused refused) {
            System.err.println(refused.getMessage());
            return 1;
          }
          throw failure;
        });
    System.exit(line.execute(arguments));
  }
}
