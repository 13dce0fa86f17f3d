package org.cotejo.images;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What goes into the image of a service.
 *
 * @param service its name, for instance {@code ocr-service}
 * @param application what its build leaves: {@code quarkus-run.jar} and the folders beside it
 * @param bills of material, each a CycloneDX file
 * @param languages folder with the data of the recogniser; empty when the service reads nothing or
 *     a volume brings them
 * @param cache start-up cache of the JDK, made by the base's Java from this very layout
 * @param version of the service
 * @param revision of the sources
 * @param created what the image says of its age; the same for the same sources
 */
record ServiceImage(
    String service,
    Path application,
    List<Path> bills,
    Optional<Path> languages,
    Optional<Path> cache,
    String version,
    String revision,
    Instant created) {

  /** Nobody in particular; the user of the chart's pods. */
  static final String USER = "65532:65532";

  static final String JAVA = "/opt/java/bin/java";
  static final String HOME = "/app";
  static final String CACHE = HOME + "/start.aot";
  static final String LANGUAGES = "/tessdata";

  private static final Map<String, Integer> PORTS =
      Map.of(
          "ingest-service", 8081,
          "ocr-service", 8082,
          "translation-service", 8083,
          "search-service", 8084);
  private static final Map<String, String> DESCRIPTIONS =
      Map.of(
          "ingest-service", "Takes papers in, keeps their originals and follows each to its end.",
          "ocr-service", "Makes page images and reads what is written on them.",
          "translation-service", "Aligns each translation with the text that was read.",
          "search-service", "Search in both languages, page images and the reading room.");

  ServiceImage {
    bills = List.copyOf(bills);
    if (!PORTS.containsKey(service)) {
      throw new ImageRefused(
          "There is no service " + service + "; there are " + String.join(", ", names()) + ".");
    }
    if (!Files.isRegularFile(application.resolve("quarkus-run.jar"))) {
      throw new ImageRefused(service + " is not built: no quarkus-run.jar in " + application + ".");
    }
    if (bills.isEmpty()) {
      throw new ImageRefused(service + " has no bill of materials.");
    }
  }

  static List<String> names() {
    return PORTS.keySet().stream().sorted().toList();
  }

  int port() {
    return PORTS.getOrDefault(service, 0);
  }

  /**
   * The command. What every start of this image needs stands here, and not in the chart, since the
   * start-up cache holds for these flags alone; heap and truststore come by {@code
   * JAVA_TOOL_OPTIONS}. Arguments that a container is given go to the service.
   */
  List<String> entrypoint() {
    return command(List.of("-XX:AOTCache=" + CACHE));
  }

  /** The same start, with other words where the cache is named. */
  static List<String> command(List<String> cacheFlags) {
    List<String> command = new ArrayList<>();
    command.add(JAVA);
    command.addAll(cacheFlags);
    command.addAll(
        List.of(
            // A cache that does not fit, or is not there, is left aside without a word.
            "-Xlog:aot*=off,cds*=off",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Dorg.bytedeco.javacpp.cachedir=/tmp/javacpp",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-jar",
            HOME + "/quarkus-run.jar"));
    return List.copyOf(command);
  }

  /** Labels of the OCI's image specification, and those of the languages. */
  Map<String, String> labels(String base, String languageNames) {
    Map<String, String> labels = new TreeMap<>();
    String prefix = "org.opencontainers.image.";
    labels.put(prefix + "title", "Cotejo " + service);
    labels.put(prefix + "description", DESCRIPTIONS.getOrDefault(service, ""));
    labels.put(prefix + "version", version);
    labels.put(prefix + "revision", revision);
    labels.put(prefix + "created", created.toString());
    labels.put(prefix + "licenses", "Apache-2.0");
    labels.put(prefix + "base.name", base);
    labels.put("org.cotejo.sbom", "/sbom");
    if (!languageNames.isEmpty()) {
      labels.put("org.cotejo.languages", languageNames);
    }
    return labels;
  }
}
