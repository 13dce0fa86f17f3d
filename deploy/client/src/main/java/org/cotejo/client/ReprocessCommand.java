package org.cotejo.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.cotejo.client.api.CotejoApi;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the whole pipeline again for a document. */
@Command(
    name = "reprocess",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Runs the whole pipeline again for a document.")
final class ReprocessCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ServerOptions server;
  @Mixin private FollowOptions following;

  @Parameters(paramLabel = "ID", description = "Id of the document.")
  private String id;

  @Override
  public Integer call() {
    PrintWriter errors = spec.commandLine().getErr();
    try (CotejoApi api = server.open()) {
      JsonNode accepted = api.postOnce("/v1/documents/" + CotejoApi.encode(id) + "/reprocess");
      String ingestId = accepted.path("ingestId").asText();
      errors.println(
          "accepted as revision " + accepted.path("revision").asLong() + ", ingest " + ingestId);
      int code = following.followIfAsked(api, ingestId, errors);
      spec.commandLine().getOut().println(id);
      return code;
    }
  }
}
