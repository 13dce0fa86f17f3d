package org.cotejo.client;

import java.net.URI;
import java.util.Optional;
import org.cotejo.client.api.CotejoApi;
import org.cotejo.client.api.Retries;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which server, and who asks. */
@Command
final class ServerOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--server",
      paramLabel = "URL",
      defaultValue = "${env:COTEJO_SERVER:-http://127.0.0.1:8080}",
      description = "The server (COTEJO_SERVER, else ${DEFAULT-VALUE}).")
  private String server;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      defaultValue = "${env:COTEJO_TOKEN}",
      description =
          "Bearer token (COTEJO_TOKEN). Better there than on the command line, which other users can see.")
  private @Nullable String token;

  CotejoApi open() {
    return new CotejoApi(
        uri(),
        Optional.ofNullable(token).map(String::strip).filter(t -> !t.isEmpty()),
        Retries.DEFAULT);
  }

  private URI uri() {
    try {
      URI uri = URI.create(server);
      if (uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
        return uri;
      }
    } catch (IllegalArgumentException invalid) {
      throw new ParameterException(spec.commandLine(), "--server is not a URL: " + server, invalid);
    }
    throw new ParameterException(
        spec.commandLine(), "--server is not an http or https URL: " + server);
  }
}
