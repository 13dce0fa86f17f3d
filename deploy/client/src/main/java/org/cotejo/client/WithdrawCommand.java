package org.cotejo.client;

import java.util.concurrent.Callable;
import org.cotejo.client.api.CotejoApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Withdraws a document. */
@Command(
    name = "withdraw",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Withdraws a document: gone from search and reading at once, kept in the store.")
final class WithdrawCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ServerOptions server;

  @Parameters(paramLabel = "ID", description = "Id of the document.")
  private String id;

  @Override
  public Integer call() {
    try (CotejoApi api = server.open()) {
      api.delete("/v1/documents/" + CotejoApi.encode(id));
      spec.commandLine().getErr().println("withdrawn");
      return ExitCode.OK;
    }
  }
}
