package org.cotejo.images;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Compares what a CycloneDX file names with the libraries that lie in an image. */
final class BillOfMaterials {
  private BillOfMaterials() {}

  /**
   * Looks whether every library is named by one of the bills.
   *
   * @throws ImageRefused naming one that is not
   */
  static void check(Path application, List<Path> bills) {
    Set<String> named = new TreeSet<>();
    for (Path bill : bills) {
      named.addAll(named(bill));
    }
    for (String library : libraries(application.resolve("lib"))) {
      // A classifier such as linux-x86_64 may follow the version.
      boolean known =
          named.stream().anyMatch(one -> library.equals(one) || library.startsWith(one + "-"));
      if (!known) {
        throw new ImageRefused("No bill of materials names " + library + ".jar.");
      }
    }
  }

  private static Set<String> named(Path bill) {
    try {
      Set<String> named = new TreeSet<>();
      for (JsonNode one : new JsonMapper().readTree(bill.toFile()).path("components")) {
        named.add(
            one.path("group").asText()
                + "."
                + one.path("name").asText()
                + "-"
                + one.path("version").asText());
      }
      return named;
    } catch (IOException failure) {
      throw new ImageRefused("The bill of materials " + bill + " cannot be read.", failure);
    }
  }

  /** Names of the jars without their ending, as Quarkus writes them: group, name, version. */
  private static Set<String> libraries(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      Set<String> libraries = new TreeSet<>();
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".jar"))
          .forEach(name -> libraries.add(name.substring(0, name.length() - ".jar".length())));
      return libraries;
    } catch (IOException failure) {
      throw new ImageRefused("The libraries in " + folder + " cannot be read.", failure);
    }
  }
}
