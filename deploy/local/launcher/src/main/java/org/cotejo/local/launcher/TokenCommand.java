package org.cotejo.local.launcher;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.cotejo.local.launcher.auth.Role;
import org.cotejo.local.launcher.auth.SigningKey;
import org.cotejo.local.launcher.folder.DataFolder;
import org.cotejo.local.launcher.stack.StackPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a bearer token of a local stack. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    description = "Prints a bearer token for the local stack.")
final class TokenCommand implements Callable<Integer> {
  private static final int LONGEST_HOURS = 24 * 366;

  @Mixin private DataOption data;

  @Parameters(
      paramLabel = "ROLE",
      description = "reader, submitter, curator or operator; several with commas between.")
  private String roles;

  @Option(
      names = "--hours",
      defaultValue = "12",
      description = "How long it is valid (default: ${DEFAULT-VALUE}).")
  private int hours;

  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    List<Role> wanted = Role.parse(roles);
    if (hours < 1 || hours > LONGEST_HOURS) {
      throw new Refusal("--hours must be between 1 and " + LONGEST_HOURS);
    }
    DataFolder folder = data.folder();
    DataFolder.Marker marker =
        folder
            .marker()
            .filter(_ -> Files.exists(folder.signingKey()))
            .orElseThrow(
                () ->
                    new Refusal(
                        "no stack has been started on "
                            + folder.root()
                            + "; run deploy/local/up first or give its folder with --data"));
    String token =
        SigningKey.load(folder.signingKey())
            .token(StackPlan.issuer(marker.port()), wanted, Instant.now(), Duration.ofHours(hours));
    command.commandLine().getOut().println(token);
    command.commandLine().getOut().flush();
    return 0;
  }
}
