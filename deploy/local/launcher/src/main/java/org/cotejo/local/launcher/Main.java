package org.cotejo.local.launcher;

import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program behind the commands of {@code deploy/local}. */
@Command(
    name = "deploy/local",
    description = "The local stack of Cotejo.",
    subcommands = {
      UpCommand.class,
      DownCommand.class,
      TokenCommand.class,
      BackupCommand.class,
      RestoreCommand.class
    })
public final class Main {
  private static final int REFUSED = 1;

  /** Held for ever: a logger that is collected forgets its level. */
  private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    KAFKA.setLevel(Level.SEVERE);
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler(
            (failure, command, _) -> {
              command.getErr().println(sentence(failure));
              command.getErr().flush();
              return REFUSED;
            });
  }

  private static String sentence(Exception failure) {
    if (failure instanceof Refusal && failure.getMessage() != null) {
      return failure.getMessage();
    }
    // Not expected: whoever reads this needs to know where it came from.
    failure.printStackTrace();
    return "the launcher failed: " + failure;
  }
}
