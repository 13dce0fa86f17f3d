package org.cotejo.client;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.cotejo.client.api.ApiException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The client's first command; its work is done by the commands below it. */
@Command(
    name = "cotejo",
    mixinStandardHelpOptions = true,
    versionProvider = Cotejo.Version.class,
    description = "Submits documents to a Cotejo server, follows them, fetches and searches them.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      SubmitCommand.class,
      StatusCommand.class,
      GetCommand.class,
      ExportCommand.class,
      SearchCommand.class,
      TranslateCommand.class,
      ReprocessCommand.class,
      WithdrawCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:failed: a file cannot be read, the server failed, or waiting took too long",
      "2:the command line is wrong",
      "3:refused by the server; its reasons are on standard error",
      "4:the server cannot be reached",
      "5:the ingest failed, or completed with failures"
    },
    footer = {
      "",
      "Server and token may stand in COTEJO_SERVER and COTEJO_TOKEN.",
      "Example: cotejo submit --record record.json --scan pages.pdf --translation en=en.txt"
          + " --follow"
    })
public final class Cotejo implements Runnable {

  @Spec private CommandSpec spec;

  public static void main(String[] arguments) {
    PrintWriter output = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter errors = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = commandLine().setOut(output).setErr(errors).execute(arguments);
    output.flush();
    errors.flush();
    System.exit(code);
  }

  static CommandLine commandLine() {
    return new CommandLine(new Cotejo())
        .setExecutionExceptionHandler((failure, command, _) -> report(failure, command.getErr()))
        .setUsageHelpWidth(100);
  }

  private static int report(Exception failure, PrintWriter errors) {
    return switch (failure) {
      case ApiException.Refused refused -> {
        errors.println("refused: " + refused.getMessage());
        for (ApiException.Finding finding : refused.findings()) {
          errors.println(
              "  " + finding.field() + ": " + finding.message() + " [" + finding.code() + "]");
        }
        if (refused.status() == 401) {
          errors.println("  a token is needed: --token or COTEJO_TOKEN");
        }
        yield ExitCode.REFUSED;
      }
      case ApiException.Unreachable unreachable -> {
        errors.println(unreachable.getMessage());
        yield ExitCode.UNREACHABLE;
      }
      default -> {
        errors.println(failure.getMessage() == null ? failure.toString() : failure.getMessage());
        yield ExitCode.FAILED;
      }
    };
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  /** The version of the jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Cotejo.class.getPackage().getImplementationVersion();
      return new String[] {"cotejo " + (version == null ? "(not packaged)" : version)};
    }
  }
}
