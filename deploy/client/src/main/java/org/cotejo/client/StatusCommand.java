package org.cotejo.client;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.cotejo.client.api.ApiException;
import org.cotejo.client.api.CotejoApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows where a document or an ingest stands. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Shows where a document (its latest ingest) or an ingest stands.")
final class StatusCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ServerOptions server;
  @Mixin private FollowOptions following;

  @Parameters(paramLabel = "ID", description = "Id of a document or of an ingest.")
  private String id;

  @Override
  public Integer call() {
    try (CotejoApi api = server.open()) {
      String ingestId = ingestId(api);
      if (following.follow()) {
        return following.followIfAsked(api, ingestId, spec.commandLine().getErr());
      }
      Ingest ingest = Ingest.of(api.get("/v1/ingests/" + CotejoApi.encode(ingestId)));
      print(ingest, spec.commandLine().getOut());
      return ingest.exitCode();
    }
  }

  private String ingestId(CotejoApi api) {
    try {
      String found = api.get("/v1/documents/" + CotejoApi.encode(id)).path("ingestId").asText();
      return found.isEmpty() ? id : found;
    } catch (ApiException.Refused refused) {
      if (refused.status() == 404) {
        return id;
      }
      throw refused;
    }
  }

  private static void print(Ingest ingest, PrintWriter output) {
    output.println("document  " + ingest.documentId() + ", revision " + ingest.revision());
    output.println("ingest    " + ingest.ingestId());
    output.println("state     " + ingest.state());
    for (Ingest.Stage stage : ingest.stages()) {
      output.printf(
          "%-12s %-8s %d of %d%s%n",
          stage.name(),
          stage.state(),
          stage.done(),
          stage.total(),
          stage.failed() > 0 ? ", " + stage.failed() + " failed" : "");
    }
    ingest.failures().forEach(failure -> output.println("failure   " + failure));
  }
}
