package org.cotejo.ingest;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.cotejo.ingest.topics.kafka.MakeTopics;

/**
 * Starts the service, or does what its first argument names and ends: {@code make-topics} makes the
 * topics that all services speak through.
 */
@QuarkusMain
public final class IngestService {
  private IngestService() {}

  public static void main(String... arguments) {
    switch (arguments.length == 0 ? "" : arguments[0]) {
      case "" -> Quarkus.run(arguments);
      case "make-topics" -> System.exit(MakeTopics.run(System.out, System.err));
      default -> {
        System.err.println(
            "ingest-service knows no " + arguments[0] + "; there is make-topics, or no word.");
        System.exit(2);
      }
    }
  }
}
