package org.cotejo.search;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.cotejo.search.projection.index.PrepareIndex;

/**
 * Starts the service, or does what its first argument names and ends: {@code prepare-index} brings
 * Elasticsearch to this version.
 */
@QuarkusMain
public final class SearchService {
  private SearchService() {}

  public static void main(String... arguments) {
    switch (arguments.length == 0 ? "" : arguments[0]) {
      case "" -> Quarkus.run(arguments);
      case "prepare-index" -> System.exit(PrepareIndex.run(System.out, System.err));
      default -> {
        System.err.println(
            "search-service knows no " + arguments[0] + "; there is prepare-index, or no word.");
        System.exit(2);
      }
    }
  }
}
